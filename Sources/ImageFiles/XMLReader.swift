/// Reads a document of XML part by part, keeping nothing but the attributes of the last tag.
///
/// Finds what makes browsers refuse a document: a tag or value without end, bare `&` and `<`,
/// entities that nobody declared, characters that XML has not.
package struct XMLReader {
  package enum Part {
    case startTag(XMLName, isClosed: Bool)
    case endTag(XMLName)
    case text(Range<Int>)
    case instruction(Range<Int>)
    case documentType(at: Int)
    case end
  }

  package struct Attribute {
    package let name: XMLName
    package let value: Range<Int>
    /// Whether the value holds a `(`, as addresses in style sheets do.
    let hasBracket: Bool
  }

  package var source: ByteSource
  package private(set) var position: Int
  package private(set) var attributes: [Attribute] = []
  package private(set) var fault: ImageFault?
  private(set) var doctype: DoctypeReader?

  /// More attributes of one tag are not compared with each other.
  private static let mostCompared = 64
  private static let mostAttributes = 1000
  private static let knownEntities = ["lt", "gt", "amp", "quot", "apos"].map(XMLName.hash)
  /// Characters below the space that no XML may hold.
  private static let forbidden = (UInt8(0)..<32).filter { !$0.isXMLSpace }
  private static let textHalts = ByteSet(forbidden + "<&".utf8)
  private static let valueHalts = ByteSet(forbidden + "<&\"'(".utf8)

  package init(_ source: ByteSource, from start: Int) {
    self.source = source
    position = start
  }

  /// The next part; the end too where a fault was found.
  package mutating func next() -> Part {
    let start = position
    guard let byte = source.byte(at: start) else { return .end }
    guard byte == UInt8(ascii: "<") else { return text() }
    switch source.byte(at: start + 1) {
    case UInt8(ascii: "/"): return endTag()
    case UInt8(ascii: "?"):
      guard let end = find("?>", from: start + 2, "the instruction") else { return .end }
      return .instruction(start + 2..<end)
    case UInt8(ascii: "!"): return declaration()
    default: return startTag()
    }
  }

  private mutating func text() -> Part {
    let start = position
    let halts = Self.textHalts
    while let found = source.first(from: position, where: { halts.contains($0) }) {
      position = found
      if source.byte(at: found) == UInt8(ascii: "<") { return .text(start..<found) }
      guard acceptsSpecial(at: found) else { return .end }
      position = found + 1
    }
    position = source.count
    return .text(start..<position)
  }

  /// Comments, stretches without markup, and the document type. Comments are passed over.
  private mutating func declaration() -> Part {
    let start = position
    if source.has("<!--", at: start) {
      guard let end = find("--", from: start + 4, "the comment") else { return .end }
      guard let byte = source.byte(at: end + 2) else { return cutOff("the comment", at: start) }
      guard byte == UInt8(ascii: ">") else { return damage("`--` inside a comment", at: end) }
      position = end + 3
      return .text(start..<start)
    }
    if source.has("<![CDATA[", at: start) {
      guard let end = find("]]>", from: start + 9, "the stretch of text") else { return .end }
      return .text(start + 9..<end)
    }
    guard source.has("<!DOCTYPE", at: start) else {
      return source.count - start < 9
        ? cutOff("the declaration", at: start) : damage("no such declaration", at: start)
    }
    let reader = DoctypeReader(&source, from: start)
    guard let end = reader.end else { return cutOff("the document type", at: start) }
    doctype = reader
    position = end
    return .documentType(at: start)
  }

  private mutating func endTag() -> Part {
    let start = position
    guard let name = XMLName(&source, at: start + 2) else {
      return source.count - start <= 2
        ? cutOff("the tag", at: start) : damage("the tag has no name", at: start)
    }
    guard let end = source.first(from: name.end, where: { !$0.isXMLSpace }) else {
      return cutOff("the tag", at: start)
    }
    guard source.byte(at: end) == UInt8(ascii: ">") else {
      return damage("the tag that closes `\(name.text(in: &source))` does not end", at: start)
    }
    position = end + 1
    return .endTag(name)
  }

  /// `<`, a name, attributes with space before each, `>` or `/>`.
  private mutating func startTag() -> Part {
    let start = position
    attributes.removeAll(keepingCapacity: true)
    guard let name = XMLName(&source, at: start + 1) else {
      return source.count - start <= 1
        ? cutOff("the tag", at: start) : damage("a bare `<`", at: start)
    }
    position = name.end
    while let next = source.first(from: position, where: { !$0.isXMLSpace }) {
      switch source.byte(at: next) {
      case UInt8(ascii: ">"):
        position = next + 1
        return .startTag(name, isClosed: false)
      case UInt8(ascii: "/"):
        guard let last = source.byte(at: next + 1) else { return cutOff("the tag", at: start) }
        guard last == UInt8(ascii: ">") else { return damage("a bare `/` in a tag", at: next) }
        position = next + 2
        return .startTag(name, isClosed: true)
      default:
        guard next > position else { return damage("no space before an attribute", at: next) }
        guard attribute(at: next, of: start) else { return .end }
      }
    }
    return cutOff("the tag", at: start)
  }

  /// A name, `=`, a value in quotes, in which there is no `<`.
  private mutating func attribute(at start: Int, of tag: Int) -> Bool {
    guard let name = XMLName(&source, at: start) else {
      return refuse(damage("an attribute without a name", at: start))
    }
    guard let equals = source.first(from: name.end, where: { !$0.isXMLSpace }),
      let quote = source.first(from: equals + 1, where: { !$0.isXMLSpace }),
      let mark = source.byte(at: quote)
    else { return refuse(cutOff("the tag", at: tag)) }
    guard source.byte(at: equals) == UInt8(ascii: "="),
      mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    else {
      let written = name.text(in: &source)
      return refuse(damage("attribute `\(written)` has no value in quotes", at: start))
    }
    guard let (end, hasBracket) = value(from: quote + 1, mark: mark, tag: tag) else {
      return false
    }
    if attributes.count < Self.mostCompared, attributes.contains(where: { $0.name == name }) {
      return refuse(damage("attribute `\(name.text(in: &source))` stands twice", at: start))
    }
    guard attributes.count < Self.mostAttributes else {
      return refuse(damage("a tag has more than \(Self.mostAttributes) attributes", at: tag))
    }
    attributes.append(Attribute(name: name, value: quote + 1..<end, hasBracket: hasBracket))
    position = end + 1
    return true
  }

  /// Where the value ends that begins at an offset, and whether there is a `(` in it.
  private mutating func value(
    from start: Int, mark: UInt8, tag: Int
  ) -> (end: Int, hasBracket: Bool)? {
    var place = start
    var hasBracket = false
    let halts = Self.valueHalts
    while let found = source.first(from: place, where: { halts.contains($0) }) {
      switch source.byte(at: found) {
      case mark: return (found, hasBracket)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): break
      case UInt8(ascii: "("): hasBracket = true
      default: guard acceptsSpecial(at: found) else { return nil }
      }
      place = found + 1
    }
    _ = cutOff("the tag", at: tag)
    return nil
  }

  /// Whether the byte at which text was halted may stand there.
  private mutating func acceptsSpecial(at offset: Int) -> Bool {
    switch source.byte(at: offset) {
    case UInt8(ascii: "&"): acceptsEntity(at: offset)
    case UInt8(ascii: "<"): refuse(damage("a `<` in the value of an attribute", at: offset))
    default: refuse(damage("a control character", at: offset))
    }
  }

  /// `&`, a name or `#` and a number, `;`.
  private mutating func acceptsEntity(at start: Int) -> Bool {
    if source.byte(at: start + 1) == UInt8(ascii: "#") {
      let end = source.first(from: start + 2) { !$0.isXMLNameByte }
      guard let end, end > start + 2, source.byte(at: end) == UInt8(ascii: ";") else {
        return refuse(damage("a bare `&`", at: start))
      }
      return true
    }
    guard let name = XMLName(&source, at: start + 1),
      source.byte(at: name.end) == UInt8(ascii: ";")
    else { return refuse(damage("a bare `&`", at: start)) }
    let isKnown =
      Self.knownEntities.contains(name.local) || doctype?.hasMoreElsewhere == true
      || doctype?.entities[name.local] != nil
    if isKnown { return true }
    return refuse(damage("nothing declares the entity `&\(name.text(in: &source));`", at: start))
  }

  private mutating func find(_ text: StaticString, from start: Int, _ part: String) -> Int? {
    guard let found = source.first(text, from: start) else {
      _ = cutOff(part, at: position)
      return nil
    }
    position = found + text.utf8CodeUnitCount
    return found
  }

  private func refuse(_ part: Part) -> Bool { false }

  private mutating func damage(_ what: String, at offset: Int) -> Part {
    fault = .damaged(at: offset, what: what)
    return .end
  }

  private mutating func cutOff(_ part: String, at offset: Int) -> Part {
    fault = .cutOff(part: part, at: offset, expected: nil, end: source.count)
    return .end
  }
}
