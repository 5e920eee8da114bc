import SourceText
import Syntax

/// Tells numbered lists of things (`1. IMAP`, `2. POP3`), which are no steps, from lists of actions.
struct Enumeration {
  let file: SourceFile
  let lexicon: Lexicon

  /// The longest name that an item without marks may be.
  private static let longestName = 40

  /// Why a numbered list is none of steps; nil where it is one.
  func reason(_ list: List) -> String? {
    guard list.isOrdered, !list.items.isEmpty else { return nil }
    return list.items.allSatisfy(isThing)
      ? "each item names a thing, and none says what to do" : nil
  }

  /// Whether at least half of some steps say what to do.
  func areActions(_ steps: [Step]) -> Bool {
    let acting = steps.count { step in
      acts(step.content) || step.substeps.contains { acts($0.content) }
        || step.details.contains(where: acts)
    }
    return acting * 2 >= steps.count
  }

  func acts(_ content: [Inline]) -> Bool {
    lexicon.has(lexicon.actions, in: FoldedText(content, in: file))
  }

  private func acts(_ block: Block) -> Bool {
    if case .paragraph(let paragraph) = block { acts(paragraph.content) } else { false }
  }

  private func isThing(_ item: ListItem) -> Bool {
    let content = ItemContent(item, in: file)
    // A table of contents, whatever its links are called.
    if content.images.isEmpty, content.details.isEmpty, content.inlines.count == 1,
      case .link = content.inlines[0]
    {
      return true
    }
    guard content.images.isEmpty, content.details.isEmpty, !content.inlines.isEmpty,
      StepLabel.read(content.inlines, in: file) == nil,
      !acts(content.inlines), !content.substeps.contains(where: { acts($0.content) })
    else { return false }
    let text = FoldedText(content.inlines, in: file)
    if lexicon.feature(in: text.bytes, at: 0) != nil || lexicon.client(in: text.bytes, at: 0) != nil
      || lexicon.mailWords.contains(where: text.hasPrefix)
    {
      return true
    }
    guard case .text? = content.inlines.first, content.inlines.count == 1 else { return false }
    return text.bytes.count <= Self.longestName && isName(text)
  }

  /// A few words without the marks by which people write menus, windows and what to type.
  private func isName(_ text: FoldedText) -> Bool {
    let words = text.bytes.split(separator: UInt8(ascii: " "))
    return words.count <= 3 && text.bytes.allSatisfy { $0 < 0x80 && !"\"'<>|/:=".utf8.contains($0) }
  }
}
