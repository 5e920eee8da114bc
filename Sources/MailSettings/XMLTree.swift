import CMiniXML

/// An XML document that is built once and printed: the one door to Mini-XML.
///
/// Owns the library's nodes and frees them; no pointer leaves this type. Names of elements are ours;
/// text and values of attributes may be anything and stay text.
struct XMLTree: ~Copyable {
  private let root: OpaquePointer
  private var current: OpaquePointer
  private var parents: [OpaquePointer] = []
  /// Whether the open element holds other elements, so that its end stands on a line of its own.
  private var holdsElements = [false]

  typealias Attributes = [(name: String, value: String)]

  init(root name: String, _ attributes: Attributes = []) {
    root = Self.element(nil, name, attributes)
    current = root
  }

  deinit { mxmlDelete(root) }

  /// Opens an element; everything added until ``close()`` goes into it.
  mutating func open(_ name: String, _ attributes: Attributes = []) {
    breakLine(parents.count + 1)
    holdsElements[holdsElements.count - 1] = true
    parents.append(current)
    holdsElements.append(false)
    current = Self.element(current, name, attributes)
  }

  mutating func close() {
    guard let parent = parents.popLast() else { return }
    if holdsElements.removeLast() { breakLine(parents.count + 1) }
    current = parent
  }

  /// Adds an element that holds text only.
  mutating func add(_ name: String, _ text: String, _ attributes: Attributes = []) {
    open(name, attributes)
    if !text.isEmpty { mxmlNewOpaque(current, Self.printable(text)) }
    close()
  }

  /// Adds an element that holds nothing.
  mutating func addEmpty(_ name: String) { add(name, "") }

  /// The whole document as UTF-8.
  /// - Parameter doctype: a line that is put before the root as it stands.
  consuming func bytes(doctype: String? = nil) -> [UInt8] {
    if holdsElements[0] { breakLine(0) }
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    if let doctype { bytes += "\(doctype)\n".utf8 }
    guard let text = mxml_text_of(root) else {
      preconditionFailure("Mini-XML prints every tree, unless memory runs out")
    }
    defer { free(text) }
    bytes += UnsafeRawBufferPointer(start: text, count: strlen(text))
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  private func breakLine(_ depth: Int) {
    mxmlNewOpaque(current, "\n" + String(repeating: "  ", count: depth))
  }

  private static func element(
    _ parent: OpaquePointer?, _ name: String, _ attributes: Attributes
  ) -> OpaquePointer {
    guard let node = mxmlNewElement(parent, name) else {
      preconditionFailure("Mini-XML makes every element, unless memory runs out")
    }
    for attribute in attributes {
      mxmlElementSetAttr(node, attribute.name, printable(attribute.value))
    }
    return node
  }

  /// Characters that XML 1.0 cannot have, or that would break lines, become U+FFFD.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var printable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      printable.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(printable)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": true
    default: false
    }
  }
}
