/// The prefixes of names that are declared where a walk through a document stands.
struct XMLPrefixes {
  private var declared: [(prefix: UInt64, depth: Int)] = []
  /// Set when there are too many to remember; then all count as known.
  private var isFull = false

  private static let most = 100
  private static let xmlns = XMLName.hash("xmlns")
  private static let xml = XMLName.hash("xml")
  private static let namespace = Array("http://www.w3.org/2000/svg".utf8)

  mutating func enter(_ attributes: [XMLReader.Attribute], depth: Int) {
    for attribute in attributes where attribute.name.prefix == Self.xmlns {
      if declared.count < Self.most {
        declared.append((attribute.name.local, depth))
      } else {
        isFull = true
      }
    }
  }

  mutating func leave(depth: Int) {
    while let last = declared.last, last.depth >= depth { declared.removeLast() }
  }

  /// A name of the tag that was entered last whose prefix nobody declares.
  func unknown(in name: XMLName, _ attributes: [XMLReader.Attribute]) -> XMLName? {
    if isFull { return nil }
    if !isKnown(name.prefix) { return name }
    return attributes.first { !isKnown($0.name.prefix) }?.name
  }

  private func isKnown(_ prefix: UInt64) -> Bool {
    prefix == 0 || prefix == Self.xmlns || prefix == Self.xml
      || declared.contains { $0.prefix == prefix }
  }

  /// Whether the tag that was just read gives its own name the namespace of SVG.
  static func namesSVG(_ name: XMLName, _ reader: inout XMLReader) -> Bool {
    let declaration = reader.attributes.first {
      name.prefix == 0
        ? $0.name.prefix == 0 && $0.name.local == xmlns
        : $0.name.prefix == xmlns && $0.name.local == name.prefix
    }
    guard var range = declaration?.value else { return false }
    // Programs for drawing like to declare an entity for it.
    if reader.source.byte(at: range.lowerBound) == UInt8(ascii: "&"),
      let entity = XMLName(&reader.source, at: range.lowerBound + 1),
      let value = reader.doctype?.entities[entity.local]
    {
      range = value
    }
    let value = reader.source.bytes(
      at: range.lowerBound, atMost: min(range.count, namespace.count + 1))
    return value == namespace
  }
}
