import SourceText
import Syntax

/// A page cut at its headings, each section with what its heading and its author say it is.
struct Section {
  let heading: Heading?
  let level: Int
  let parent: Int?
  var blocks: [Block] = []
  var kind: Vocabulary.SectionKind?
  /// Where the word stands that decided the kind.
  var kindWord: SourceRange?
  var directives: [Directive] = []
  var range: SourceRange

  /// The level that the author gives in a comment: to one client that another comment names, or to
  /// all clients that the section lists.
  func level(ofOneClient: Bool) -> SupportLevel? {
    let namesClient = directives.contains { if case .client = $0 { true } else { false } }
    guard namesClient == ofOneClient else { return nil }
    for case .level(let level) in directives { return level }
    return nil
  }
}

enum Outline {
  /// Sections in page order; the first is what stands before any heading.
  static func sections(of document: Document, lexicon: Lexicon) -> [Section] {
    var sections = [
      Section(heading: nil, level: 0, parent: nil, range: SourceRange(document.file.textStart, 0))
    ]
    for block in document.blocks {
      guard case .heading(let heading) = block else {
        sections[sections.count - 1].blocks.append(block)
        sections[sections.count - 1].range = sections[sections.count - 1].range.union(block.range)
        continue
      }
      let parent = sections.indices.last { sections[$0].level < heading.level }
      var section = Section(
        heading: heading, level: heading.level, parent: parent, range: heading.range)
      let text = FoldedText(heading.content, in: document.file)
      if let (kind, word) = lexicon.sectionKind(of: text) {
        section.kind = kind
        section.kindWord = text.sourceRange(word)
      }
      inherit(&section, from: parent.map { sections[$0] })
      sections.append(section)
    }
    return sections
  }

  /// Below a list of clients stand its categories, below a setup guide its parts.
  private static func inherit(_ section: inout Section, from parent: Section?) {
    guard let kind = parent?.kind else { return }
    switch kind {
    case .clientList:
      if section.kind == nil || section.kind == .explanation { section.kind = .clientList }
    case .setup, .operation, .troubleshooting, .references:
      if section.kind == nil { section.kind = kind }
    case .explanation: break
    }
  }
}
