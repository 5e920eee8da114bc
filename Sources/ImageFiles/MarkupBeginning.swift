/// Tells SVG, web pages and plain text apart by what stands before and in the first tag.
enum MarkupBeginning {
  /// Elements that begin web pages, or what a server says in place of a picture.
  private static let pageElements: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "div", "span", "p", "br",
    "b", "i", "a", "center", "font", "h1", "h2", "h3", "hr", "img", "pre", "table", "ul", "form",
    "iframe", "section", "main", "header", "nav",
  ]

  static func content(of source: inout ByteSource) -> FileContent {
    let (narrow, start) = source.markup
    var text = narrow
    var position = start
    var isPage = false
    while let next = text.first(from: position, where: { !$0.isXMLSpace }) {
      guard text.byte(at: next) == UInt8(ascii: "<") else {
        return isPage ? .noImage(.webPage) : plainText(&text, at: next)
      }
      if text.has("<!--", at: next) {
        guard let end = text.first("-->", from: next + 4) else { return .noImage(.text) }
        position = end + 3
      } else if text.has("<?", at: next) {
        if word(&text, at: next + 2) == "php" { return .noImage(.webPage) }
        guard let end = text.first(from: next, where: { $0 == UInt8(ascii: ">") }) else {
          return .noImage(.text)
        }
        position = end + 1
      } else if text.has("<!", at: next) {
        // A page may be served as XML and begin like one, so the first element decides.
        isPage = isPage || declaresPage(&text, at: next)
        guard let end = DoctypeReader.end(of: next, in: &text) else { break }
        position = end
      } else {
        return element(word(&text, at: next + 1), isPage: isPage)
      }
    }
    return .noImage(isPage ? .webPage : .text)
  }

  private static func element(_ name: String, isPage: Bool) -> FileContent {
    let name = name.split(separator: ":").last.map(String.init) ?? ""
    if name == "svg" { return .image(.svg) }
    if isPage || pageElements.contains(name) { return .noImage(.webPage) }
    return .noImage(.otherFormat("XML"))
  }

  private static func declaresPage(_ text: inout ByteSource, at offset: Int) -> Bool {
    guard word(&text, at: offset + 2) == "doctype",
      let name = text.first(from: offset + 9, where: { !$0.isXMLSpace })
    else { return false }
    return word(&text, at: name) == "html"
  }

  /// The letters, digits and colons from an offset on, in small letters.
  private static func word(_ text: inout ByteSource, at offset: Int) -> String {
    let bytes = text.bytes(at: offset, atMost: 32).prefix {
      $0.isXMLNameByte && $0 != UInt8(ascii: ".")
    }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// What begins with no tag is text if it holds no bytes that text has not.
  private static func plainText(_ text: inout ByteSource, at offset: Int) -> FileContent {
    if text.has("version https://git-lfs.github.com/spec/v1", at: offset) {
      return .noImage(.gitLFSPointer)
    }
    let sample = text.bytes(at: offset, atMost: 4096)
    let isText = sample.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0.isXMLSpace || $0 == 0x1B }
    return .noImage(isText ? .text : .unknownFormat)
  }
}

extension ByteSource {
  /// The file as text of which the ASCII part can be read, and where it begins after its mark.
  var markup: (text: ByteSource, start: Int) {
    var source = self
    switch source.bigEndian(at: 0, count: 2) {
    case 0xFFFE: return (narrowed(from: 2, highByteFirst: false), 0)
    case 0xFEFF: return (narrowed(from: 2, highByteFirst: true), 0)
    default: return (self, source.bigEndian(at: 0, count: 3) == 0xEFBBBF ? 3 : 0)
    }
  }
}
