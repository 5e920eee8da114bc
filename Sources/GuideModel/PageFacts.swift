import SourceText
import Syntax

/// Everything on a page that a rule may want to look at, gathered in one walk.
package struct PageFacts: Sendable {
  package var links: [Link] = []
  package var images: [Image] = []
  package var headings: [Heading] = []
  /// Ids that links on this or other pages can name: the author's anchors.
  package var anchors: [SourceRange] = []
  package var plugins: [Plugin] = []
  /// Pages whose text is shown on this one.
  package var inclusions: [Inclusion] = []
  /// Paired marks such as `''` that were opened on a line and not closed there.
  package var unclosedMarks: [SourceRange] = []
  /// Whether the page is written in Japanese, as far as its letters tell.
  package var isJapanese = false
  /// Where the page's visible words stand in its source: text of all blocks, without addresses.
  package var words = PackedRanges()

  package init() {}
}

/// What was understood of one page: the reader's whole result. Nothing in it ever changes.
///
/// An object and not a value, since every part of a run hands it on, and counting the references of
/// its twenty fields each time took a tenth of a check.
package final class PageReading: Sendable {
  /// The page's name in the wiki: its path without the ending.
  package let name: String
  /// The id of the wiki that the page belongs to; empty for pages of the content folder itself.
  package let house: String
  /// What the page calls itself.
  package let title: String
  package let document: Document
  package let facts: PageFacts
  private let boxedStated: StatedBox?
  package let features: [Feature]
  package let clients: [Client]
  package let statements: [SupportStatement]
  package let guides: [Guide]
  /// The headings' texts with the stretches of the page that stand under each, in file order.
  package let sections: [(title: String, range: SourceRange)]
  /// What kind of callout a paragraph is, by its range; ordinary paragraphs are not listed.
  package let callouts: [SourceRange: CalloutSeverity]
  /// What a reader may take for steps and was not read as such.
  package let unreadSteps: [UnreadSteps]
  /// Findings that only reading can make, such as a directive that is not understood.
  package let diagnostics: [Diagnostic]
  /// Why things were read as they were, in file order, for `inspect`.
  package let remarks: [Remark]
  /// Where the clients of an id stand among ``clients``; empty on pages with few of them.
  private let clientPlaces: [String: [Int]]

  /// What its author says of the page as a whole.
  package var stated: Stated { boxedStated?.stated ?? Stated() }

  /// Stands apart, since most authors say nothing.
  private final class StatedBox: Sendable {
    let stated: Stated
    init(_ stated: Stated) { self.stated = stated }
  }

  /// What authors say of a page in comments.
  package struct Stated: Sendable {
    /// Names that the page had before.
    package var formerNames: [String] = []
    /// The name of the page that this one says in another language.
    package var originalName: Excerpt?
    /// The language.
    package var language: String?
    /// The page's title, where it is said apart from the text.
    package var title: Excerpt?
    /// What the page is about, for search engines.
    package var description: String?
    /// Whether the page is not to be published yet.
    package var isDraft = false
    /// When somebody last tried what the page says; nil where the page does not say.
    package var checked: CheckedDate?
    /// Findings that are meant.
    package var allowances: [Allowance] = []

    init() {}

    var isEmpty: Bool {
      formerNames.isEmpty && originalName == nil && language == nil && title == nil
        && description == nil && !isDraft && checked == nil && allowances.isEmpty
    }
  }

  /// The same page under another title.
  package func titled(_ title: String) -> PageReading { with(title: title, stated: stated) }

  /// The same page with more names that it had before.
  package func formerly(_ names: [String]) -> PageReading {
    var stated = stated
    stated.formerNames += names
    return with(title: title, stated: stated)
  }

  /// The same page with its blocks at hand, for whoever asks for them more than once.
  package var withBlocksAtHand: PageReading {
    with(title: title, stated: stated, document: document.withBlocksAtHand)
  }

  private func with(title: String, stated: Stated, document: Document? = nil) -> PageReading {
    PageReading(
      name: name, house: house, title: title, document: document ?? self.document, facts: facts,
      stated: stated,
      features: features, clients: clients, statements: statements, guides: guides,
      sections: sections, callouts: callouts, unreadSteps: unreadSteps,
      diagnostics: diagnostics, remarks: remarks)
  }

  package var path: String { document.file.path }
  package var formerNames: [String] { stated.formerNames }
  package var originalName: Excerpt? { stated.originalName }
  package var language: String? { stated.language }
  package var checked: CheckedDate? { stated.checked }
  package var allowances: [Allowance] { stated.allowances }

  init(
    name: String, house: String, title: String, document: Document, facts: PageFacts,
    stated: Stated, features: [Feature], clients: [Client], statements: [SupportStatement],
    guides: [Guide], sections: [(title: String, range: SourceRange)],
    callouts: [SourceRange: CalloutSeverity], unreadSteps: [UnreadSteps], diagnostics: [Diagnostic],
    remarks: [Remark]
  ) {
    self.name = name
    self.house = house
    self.title = title
    self.document = document
    self.facts = facts
    boxedStated = stated.isEmpty ? nil : StatedBox(stated)
    self.features = features.fitted
    self.clients = clients.fitted
    self.statements = statements.fitted
    self.guides = guides.fitted
    self.sections = sections
    self.callouts = callouts
    self.unreadSteps = unreadSteps
    self.diagnostics = diagnostics
    self.remarks = remarks.fitted
    clientPlaces =
      clients.count > Self.fewClients
      ? Dictionary(grouping: clients.indices) { clients[$0].id } : [:]
  }

  /// The client of an id as the page names it at a place.
  package func client(_ id: String, at evidence: Evidence) -> Client? {
    guard !clientPlaces.isEmpty else {
      return clients.first { $0.id == id && $0.evidence.contains(evidence) }
    }
    return clientPlaces[id]?.first { clients[$0].evidence.contains(evidence) }.map { clients[$0] }
  }

  /// So many are looked through faster than they are put in order.
  private static let fewClients = 8
}

/// Findings of one rule that an author says are meant: `//wikiguide: allow remote-image because …`.
package struct Allowance: Sendable {
  package let rule: String
  package let reason: String?
  /// The comment's text.
  package let range: SourceRange
  /// Where it holds: the section in which it stands with those below, or the whole page.
  package let scope: SourceRange

  package init(rule: String, reason: String?, range: SourceRange, scope: SourceRange) {
    self.rule = rule
    self.reason = reason
    self.range = range
    self.scope = scope
  }
}

/// One thing that was understood, and why.
package struct Remark: Sendable {
  package let range: SourceRange
  package let text: String

  package init(range: SourceRange, text: String) {
    self.range = range
    self.text = text
  }
}
