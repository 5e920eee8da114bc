/// The name of an element or an attribute, small letters only, packed into a number: comparing two
/// costs nothing, and no string is made for the thousands of names that nobody asks about.
///
/// Names of more than sixteen bytes are all `unknown`; HTML has none that lead anywhere.
package struct HTMLName: Sendable, Hashable {
  private let packed: UInt128

  private init(packed: UInt128) { self.packed = packed }

  package init(_ text: StaticString) {
    self = text.withUTF8Buffer { HTMLName($0.span, 0..<$0.count) }
  }

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 16 else {
      self = .unknown
      return
    }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for offset in range {
      let byte = bytes[offset]
      let isCapital = byte &- UInt8(ascii: "A") < 26
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(isCapital ? byte | 0x20 : byte)
    }
    packed = UInt128(high) << 64 | UInt128(low)
  }

  package static let unknown = HTMLName(packed: 0)

  package static let a = HTMLName("a")
  package static let img = HTMLName("img")
  package static let link = HTMLName("link")
  package static let meta = HTMLName("meta")
  package static let script = HTMLName("script")
  package static let source = HTMLName("source")
  package static let template = HTMLName("template")
  package static let title = HTMLName("title")

  package static let charset = HTMLName("charset")
  package static let content = HTMLName("content")
  package static let href = HTMLName("href")
  package static let id = HTMLName("id")
  package static let name = HTMLName("name")
  package static let src = HTMLName("src")
  package static let srcset = HTMLName("srcset")

  // Elements whose content is no markup, or not that of HTML.
  static let iframe = HTMLName("iframe")
  static let math = HTMLName("math")
  static let noembed = HTMLName("noembed")
  static let noframes = HTMLName("noframes")
  static let plaintext = HTMLName("plaintext")
  static let style = HTMLName("style")
  static let svg = HTMLName("svg")
  static let textarea = HTMLName("textarea")
  static let xmp = HTMLName("xmp")
}
