import SourceText
import Syntax

/// Something that looks like the steps of a guide and was not read as such, or only by goodwill.
package struct UnreadSteps: Sendable {
  package enum Form: Sendable {
    /// A client is set up in items or pictures that no numbers make steps.
    case withoutNumbers
    /// Steps on a page that is for readers of mail and names no client.
    case withoutClient
    /// Cells of a table are numbered.
    case inTable
    /// Numbers without a blank behind them, which the page's dialect takes for text.
    case withoutBlank
  }

  package let form: Form
  /// The client that is set up; nil where none is known.
  package let clientName: String?
  package let range: SourceRange
}

/// Finds what a reader of the page may take for steps and this program does not.
extension PageUnderstanding {
  mutating func findUnreadSteps() {
    nameSectionClients()
    for index in sections.indices where !sections[index].directives.contains(.ignore) {
      findNumberedCells(in: index)
      findTightNumbers(in: sections[index].blocks)
    }
    if guides.isEmpty { findSetupWithoutNumbers() }
    if guides.isEmpty, unreadSteps.isEmpty { findStepsWithoutClient() }
    for unread in unreadSteps {
      let words =
        switch unread.form {
        case .withoutNumbers: "no steps: nothing here is numbered"
        case .withoutClient: "no guide: no client is named here or above"
        case .inTable: "no steps: the numbers stand in a table"
        case .withoutBlank: "numbers without a blank behind them, read as steps all the same"
        }
      remarks.append(Remark(range: unread.range, text: words))
    }
  }

  // MARK: - Steps without numbers

  /// One a page: the first section that sets a client up.
  private mutating func findSetupWithoutNumbers() {
    for index in sections.indices {
      let section = sections[index]
      guard !section.directives.contains(.ignore), !section.directives.contains(.notProcedure),
        let client = client(of: index).name, isSetup(index)
      else { continue }
      let place = section.heading?.range ?? section.blocks.first?.range ?? section.range
      unreadSteps.append(
        UnreadSteps(form: .withoutNumbers, clientName: client.name, range: place))
      return
    }
  }

  /// Whether a section tells in at least three items, or with at least two pictures, what to do.
  private func isSetup(_ index: Int) -> Bool {
    switch sections[index].kind {
    case .references, .explanation, .clientList: return false
    case .setup, .operation, .troubleshooting, nil: break
    }
    let words = Enumeration(file: file, lexicon: lexicon)
    var items = 0
    var acting = 0
    var pictures = 0
    var isTold = false
    for block in sections[index].blocks {
      switch block {
      case .list(let list):
        let parts = list.items.map { ItemContent($0, in: file) }
        guard !parts.contains(where: \.holdsCommands) else { return false }
        items += parts.count
        acting += parts.count { words.acts($0.inlines) }
        pictures += parts.reduce(0) { $0 + $1.images.count }
      // What is typed into a terminal is for administrators.
      case .preformatted: return false
      case .paragraph(let paragraph):
        let part = ItemContent(paragraph.content, in: file)
        pictures += part.images.count
        isTold = isTold || words.acts(part.inlines)
      default: break
      }
    }
    return acting >= 3 && acting * 2 >= items || pictures >= 2 && (isTold || acting > 0)
  }

  /// One a page, where its name or title speaks of mail programs.
  private mutating func findStepsWithoutClient() {
    guard lexicon.has(lexicon.clientWords, in: FoldedText(name + "\n" + title)) else { return }
    let words = Enumeration(file: file, lexicon: lexicon)
    for section in sections where !section.directives.contains(.ignore) {
      for case .list(let list) in section.blocks where list.isOrdered && list.items.count > 1 {
        let parts = list.items.map { ItemContent($0, in: file) }
        guard parts.count(where: { words.acts($0.inlines) }) * 2 >= parts.count else { continue }
        let place = section.heading?.range ?? list.items[0].range
        unreadSteps.append(UnreadSteps(form: .withoutClient, clientName: nil, range: place))
        return
      }
    }
  }

  // MARK: - Steps in tables

  private mutating func findNumberedCells(in index: Int) {
    let client = client(of: index).name
    let file = file
    guard client != nil || sections[index].kind == .setup else { return }
    for case .table(let table) in sections[index].blocks {
      let labels = table.rows.compactMap { row in
        row.cells.lazy.compactMap { StepLabel.read($0.content, in: file) }.first
      }
      guard labels.count > 1, labels[0].number == 1, labels[1].number == 2 else { continue }
      unreadSteps.append(
        UnreadSteps(form: .inTable, clientName: client?.name, range: labels[0].range))
    }
  }

  // MARK: - Numbers without a blank

  /// Where at least two of them count on; one alone may be a name such as `1.x`.
  private mutating func findTightNumbers(in blocks: [Block]) {
    guard document.needsBlankBehindNumbers else { return }
    let labels = blocks.flatMap { block -> [StepLabel] in
      guard case .paragraph(let paragraph) = block else { return [] }
      return NumberedLines.parts(of: paragraph, in: file).compactMap {
        StepLabel.read($0.content, in: file)
      }
    }.filter(\.isTight)
    guard labels.count > 1, labels[0].number == 1, labels[1].follows(1) else { return }
    unreadSteps += labels.map {
      UnreadSteps(form: .withoutBlank, clientName: nil, range: $0.range)
    }
  }
}
