import SourceText
import Syntax

/// The parts of a list item or paragraph: its own text, its pictures, its sub-items, the rest.
///
/// The rest keeps its order: what stands behind a table or a second paragraph stays behind it.
struct ItemContent {
  private(set) var inlines: [Inline] = []
  private(set) var images: [Image] = []
  private(set) var substeps: [Substep] = []
  private(set) var details: [Block] = []

  init(_ inlines: [Inline], in file: SourceFile) { add(inlines, in: file) }

  init(_ item: ListItem, in file: SourceFile) {
    for block in item.blocks { add(block, in: file) }
  }

  /// The first of an item's ``inlines``, without gathering them all.
  static func firstInline(of item: ListItem, in file: SourceFile) -> Inline? {
    for block in item.blocks {
      if case .list(let list) = block, list.items.isEmpty { continue }
      guard case .paragraph(let paragraph) = block else { return nil }
      var hasPictures = false
      for inline in paragraph.content {
        if inline.isPicture {
          hasPictures = true
        } else if !inline.isBlank(in: file) {
          return inline
        }
      }
      // What stands in a paragraph behind one of pictures is no text of the item's own.
      if hasPictures { return nil }
    }
    return nil
  }

  /// Whether there is a line of text or a picture and nothing below it.
  private var isLine: Bool { substeps.isEmpty && details.isEmpty }

  /// Whether something stands in it that a computer is told.
  var holdsCommands: Bool {
    details.contains { if case .preformatted = $0 { true } else { false } }
  }

  private var isEmpty: Bool { inlines.isEmpty && images.isEmpty && isLine }

  private mutating func add(_ block: Block, in file: SourceFile) {
    switch block {
    case .paragraph(let paragraph) where isEmpty: add(paragraph.content, in: file)
    case .paragraph(let paragraph) where isLine:
      let part = ItemContent(paragraph.content, in: file)
      if part.inlines.isEmpty { images += part.images } else { details.append(block) }
    case .list(let list) where details.isEmpty:
      let parts = list.items.map { ItemContent($0, in: file) }
      guard parts.allSatisfy(\.isLine) else {
        details.append(block)
        return
      }
      substeps += zip(list.items, parts).map { item, part in
        Substep(content: part.inlines, images: part.images, range: item.range)
      }
    default: details.append(block)
    }
  }

  /// Takes pictures out of the text, with the line ends that stood before them.
  private mutating func add(_ content: [Inline], in file: SourceFile) {
    for inline in content {
      if let pictures = inline.pictures {
        while let last = inlines.last, last.isBlank(in: file) { inlines.removeLast() }
        if images.isEmpty { images = pictures } else { images += pictures }
      } else if inlines.isEmpty, inline.isBlank(in: file) {
        continue
      } else {
        inlines.append(inline)
      }
    }
    while let last = inlines.last, last.isBlank(in: file) { inlines.removeLast() }
  }
}

extension Inline {
  /// The pictures, where there is nothing else: some are links to themselves, or stand in marks.
  var pictures: [Image]? {
    guard isPicture else { return nil }
    return switch self {
    case .image(let image): [image]
    case .link(let link): link.label.pictures
    case .styled(_, let content, _): content.pictures
    default: nil
    }
  }

  /// Whether it has ``pictures``.
  fileprivate var isPicture: Bool {
    switch self {
    case .image: true
    case .link(let link): !link.label.isEmpty && link.label.allSatisfy(\.isPicture)
    case .styled(_, let content, _): !content.isEmpty && content.allSatisfy(\.isPicture)
    default: false
    }
  }

  /// Whether nothing of it is seen at the end of a text.
  func isBlank(in file: SourceFile) -> Bool {
    switch self {
    case .softBreak, .lineBreak: true
    case .text(let range):
      file.bytes[range.lower..<range.upper].allSatisfy { $0 == UInt8(ascii: " ") }
    default: false
    }
  }
}

extension [Inline] {
  fileprivate var pictures: [Image]? {
    let found = compactMap(\.pictures)
    return !isEmpty && found.count == count ? found.flatMap(\.self) : nil
  }

  /// All links in them, in order.
  var links: [Link] {
    flatMap { inline -> [Link] in
      switch inline {
      case .link(let link): [link]
      case .styled(_, let content, _), .ruby(let content, _, _): content.links
      default: []
      }
    }
  }

  /// Whether a stretch of the text is a link, which leads where its author says.
  func hasLink(around range: SourceRange) -> Bool {
    contains { inline in
      switch inline {
      case .link(let link): link.range.contains(range)
      case .styled(_, let content, _), .ruby(let content, _, _): content.hasLink(around: range)
      default: false
      }
    }
  }

  /// The inlines without what stands before an offset, such as a step's label, and the blanks
  /// behind it.
  func dropping(before offset: Int, in file: SourceFile) -> [Inline] {
    var result = dropping(before: offset)
    while case .text(var range)? = result.first {
      while !range.isEmpty, file.bytes[range.lower] == UInt8(ascii: " ") {
        range = SourceRange(range.lower + 1, range.upper)
      }
      guard range.isEmpty else {
        result[0] = .text(range)
        break
      }
      result.removeFirst()
    }
    return result
  }

  private func dropping(before offset: Int) -> [Inline] {
    var result = self
    while let first = result.first, first.endsBefore(offset) { result.removeFirst() }
    switch result.first {
    case .text(let range)? where range.lower < offset:
      result[0] = .text(SourceRange(offset, range.upper))
    case .styled(let style, let content, let range)? where range.lower < offset:
      result[0] = .styled(style, content.dropping(before: offset), range)
    default: break
    }
    return result
  }
}

extension Inline {
  /// Whether nothing of it stands at or behind an offset; closing marks count as nothing.
  fileprivate func endsBefore(_ offset: Int) -> Bool {
    switch self {
    case .styled(_, let content, let range):
      range.upper <= offset || content.allSatisfy { $0.endsBefore(offset) }
    default: range.upper <= offset
    }
  }
}
