/// Whether an SVG does more than draw: script, reactions to events, references to other files.
///
/// Links that readers would have to click are no such references; pages of other kinds inside the
/// picture are.
struct ScriptSigns {
  private(set) var isFound = false
  /// Inside `style`, whose text may name other files.
  private var isInStyle = false

  private static let activeElements = [
    "script", "foreignObject", "iframe", "object", "embed", "handler",
  ].map(XMLName.hash)
  private static let references = ["href", "src"].map(XMLName.hash)
  /// What an animation puts in place of an attribute may be an address too.
  private static let animated = ["to", "from", "by", "values"].map(XMLName.hash)
  private static let link = XMLName.hash("a")
  private static let style = XMLName.hash("style")

  mutating func read(
    _ name: XMLName, _ attributes: [XMLReader.Attribute], in source: inout ByteSource
  ) {
    if isFound { return }
    if Self.activeElements.contains(name.local) { isFound = true }
    isInStyle = name.local == Self.style
    for attribute in attributes {
      if isActive(attribute, isLink: name.local == Self.link, in: &source) { isFound = true }
    }
  }

  mutating func leave(_ name: XMLName) {
    if name.local == Self.style { isInStyle = false }
  }

  mutating func read(text range: Range<Int>, in source: inout ByteSource) {
    if isInStyle, !isFound { isFound = Self.namesFile(style: range, in: &source) }
  }

  /// An instruction for a style sheet.
  mutating func read(instruction range: Range<Int>, in source: inout ByteSource) {
    if source.has("xml-stylesheet", at: range.lowerBound) { isFound = true }
  }

  /// Markup may hide in the values of entities.
  mutating func read(_ doctype: DoctypeReader?, in source: inout ByteSource) {
    for range in (doctype?.entities ?? [:]).values {
      let markup = source.first(from: range.lowerBound, to: range.upperBound) {
        $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&")
      }
      if markup != nil { isFound = true }
    }
  }

  private func isActive(
    _ attribute: XMLReader.Attribute, isLink: Bool, in source: inout ByteSource
  ) -> Bool {
    let name = attribute.name
    if name.prefix == 0, name.count > 2, source.has("on", at: name.start) { return true }
    if Self.references.contains(name.local) {
      let start = Self.beginning(of: attribute.value, in: &source)
      if start.contains("&") || start.hasPrefix("javascript:") { return true }
      return !isLink && !start.isEmpty && !start.hasPrefix("#") && !start.hasPrefix("data:image/")
    }
    if name.prefix == 0, Self.animated.contains(name.local) {
      return Self.contains("script:", attribute.value, in: &source)
    }
    return attribute.hasBracket && Self.namesFile(style: attribute.value, in: &source)
  }

  /// Whether a style sheet, or a value as style sheets have, names a file outside.
  private static func namesFile(style range: Range<Int>, in source: inout ByteSource) -> Bool {
    var position = range.lowerBound
    while let found = source.first(
      from: position, to: range.upperBound,
      where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "@") })
    {
      if source.has("@import", at: found) { return true }
      if found >= range.lowerBound + 3, source.has("url(", at: found - 3) {
        let start = beginning(of: found + 1..<range.upperBound, in: &source)
        let address = start.drop { $0 == "\"" || $0 == "'" }
        if !address.hasPrefix("#"), !address.hasPrefix("data:"), !address.hasPrefix("&quot;#") {
          return true
        }
      }
      position = found + 1
    }
    return false
  }

  private static func contains(
    _ text: StaticString, _ range: Range<Int>, in source: inout ByteSource
  ) -> Bool {
    var position = range.lowerBound
    while let found = source.first(
      from: position, to: range.upperBound, where: { $0 == text.utf8Start[0] })
    {
      if source.has(text, at: found) { return true }
      position = found + 1
    }
    return false
  }

  /// The first letters of a value, in small letters and without white space.
  private static func beginning(of range: Range<Int>, in source: inout ByteSource) -> String {
    let bytes = source.bytes(at: range.lowerBound, atMost: min(range.count, 64))
    return String(decoding: bytes.filter { !$0.isXMLSpace }, as: UTF8.self).lowercased()
  }
}
