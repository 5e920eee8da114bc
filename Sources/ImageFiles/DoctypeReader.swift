/// Reads a document type, to know where it ends and which entities it declares.
///
/// Declared entities are remembered by the place of their values and never put in for their names,
/// so that entities made of entities cost nothing.
struct DoctypeReader {
  /// Where the values of entities stand, by the numbers of their names.
  private(set) var entities: [UInt64: Range<Int>] = [:]
  /// Whether entities may be declared elsewhere as well.
  private(set) var hasMoreElsewhere = false
  /// Where the document type ends; nil where the file ends before.
  private(set) var end: Int?

  private static let mostEntities = 500

  static func end(of start: Int, in source: inout ByteSource) -> Int? {
    DoctypeReader(&source, from: start).end
  }

  /// `<!DOCTYPE`, a name and quoted addresses, declarations in brackets, `>`.
  init(_ source: inout ByteSource, from start: Int) {
    var position = start + 2
    var isInside = false
    while let byte = source.byte(at: position) {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // Outside the brackets only addresses of other files are quoted.
        if !isInside { hasMoreElsewhere = true }
        guard let close = source.first(from: position + 1, where: { $0 == byte }) else { return }
        position = close
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside:
        end = position + 1
        return
      case UInt8(ascii: "%") where isInside: hasMoreElsewhere = true
      case UInt8(ascii: "<") where isInside:
        guard let last = declaration(&source, at: position) else { return }
        position = last
      default: break
      }
      position += 1
    }
  }

  /// Reads a declaration in the brackets and gives its last byte that needs no further look.
  private mutating func declaration(_ source: inout ByteSource, at start: Int) -> Int? {
    if source.has("<!--", at: start) { return source.first("-->", from: start + 4).map { $0 + 2 } }
    if source.has("<?", at: start) { return source.first("?>", from: start + 2).map { $0 + 1 } }
    guard source.has("<!ENTITY", at: start),
      let nameStart = source.first(from: start + 8, where: { !$0.isXMLSpace }),
      let name = XMLName(&source, at: nameStart),
      let quote = source.first(from: name.end, where: { !$0.isXMLSpace }),
      let mark = source.byte(at: quote)
    else { return start }
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      hasMoreElsewhere = true
      return name.end - 1
    }
    guard let close = source.first(from: quote + 1, where: { $0 == mark }) else { return nil }
    if entities.count < Self.mostEntities {
      entities[name.local] = quote + 1..<close
    } else {
      hasMoreElsewhere = true
    }
    return close
  }
}
