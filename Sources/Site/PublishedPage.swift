import HTMLScan

/// What an HTML page names and what it can be entered by, read from its bytes in one pass.
struct PublishedPage: Sendable {
  struct Link: Sendable {
    /// As it stands in the attribute, character references resolved.
    let address: String
    /// Where it stands in the file.
    let range: Range<Int>
    /// Whether it is part of what the template puts around each page's own content.
    let isAround: Bool
  }

  /// From the folder of the site.
  let path: String
  private(set) var links: [Link] = []
  private(set) var ids: Set<String> = []
  /// Ids that stand a second time.
  private(set) var repeatedIDs: [(id: String, range: Range<Int>)] = []

  init(path: String, bytes: [UInt8]) {
    self.path = path
    let content = Self.content(of: bytes)
    bytes.withUnsafeBufferPointer { buffer in
      let span = buffer.span
      var tags = HTMLTags()
      while let tag = tags.next(in: span) { read(tag, in: span, content: content) }
    }
  }

  private mutating func read(_ tag: HTMLTag, in bytes: Span<UInt8>, content: Range<Int>) {
    var attributes = tag.attributes
    while let attribute = attributes.next(in: bytes) {
      switch attribute.name {
      case .id:
        let id = Self.text(bytes, attribute.value)
        if !ids.insert(id).inserted { repeatedIDs.append((id, attribute.value)) }
      case .name where tag.name == .a: ids.insert(Self.text(bytes, attribute.value))
      case .href, .src, Self.action, Self.poster:
        add(Self.text(bytes, attribute.value), attribute.value, tag, content)
      case .srcset:
        // Addresses with a width or a density behind each, parted by commas.
        for part in Self.text(bytes, attribute.value).split(separator: ",") {
          guard let address = part.split(whereSeparator: \.isWhitespace).first else { continue }
          add(String(address), attribute.value, tag, content)
        }
      default: break
      }
    }
  }

  private mutating func add(
    _ address: String, _ range: Range<Int>, _ tag: HTMLTag, _ content: Range<Int>
  ) {
    links.append(
      Link(
        address: address, range: range, isAround: !content.contains(tag.range.lowerBound)))
  }

  private static let action = HTMLName("action")
  private static let poster = HTMLName("poster")

  /// The stretch between `<main` and `</main>`; all of the page where it has none.
  private static func content(of bytes: [UInt8]) -> Range<Int> {
    guard let start = bytes.firstRange(of: Array("<main".utf8)) else { return 0..<bytes.count }
    let end = bytes[start.upperBound...].firstRange(of: Array("</main>".utf8))
    return start.lowerBound..<(end?.lowerBound ?? bytes.count)
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: HTMLReferences.decoded(bytes, range), as: UTF8.self)
  }
}
