/// An object of a file while it is read: asks for what must be there, passes over what it does not know.
struct ListObject {
  let node: JSONNode
  let members: [JSONNode.Member]
  /// For sentences about what is wrong in it, such as `the client 'thunderbird'`.
  let title: String

  init(_ node: JSONNode, _ title: String) throws(PlacedFault) {
    guard case .object(let members) = node.content else {
      throw PlacedFault("\(title) is \(node.kind) and should be an object", at: node)
    }
    self.node = node
    self.members = members
    self.title = title
  }

  subscript(key: String) -> JSONNode? { members.first { $0.key == key }?.value }

  func required(_ key: String) throws(PlacedFault) -> JSONNode {
    guard let value = self[key] else { throw PlacedFault("\(title) has no '\(key)'", at: node) }
    return value
  }

  func object(_ key: String) throws(PlacedFault) -> ListObject {
    try ListObject(required(key), "'\(key)' of \(title)")
  }

  func objectIfThere(_ key: String) throws(PlacedFault) -> ListObject? {
    guard let value = self[key] else { return nil }
    return try ListObject(value, "'\(key)' of \(title)")
  }

  func text(_ key: String) throws(PlacedFault) -> String {
    try Self.text(required(key), "'\(key)' of \(title)")
  }

  func textIfThere(_ key: String) throws(PlacedFault) -> String? {
    guard let value = self[key] else { return nil }
    return try Self.text(value, "'\(key)' of \(title)")
  }

  /// The elements of a list; none where it is not there.
  func elements(_ key: String) throws(PlacedFault) -> [JSONNode] {
    guard let value = self[key] else { return [] }
    return try Self.elements(value, "'\(key)' of \(title)")
  }

  func objects(_ key: String) throws(PlacedFault) -> [ListObject] {
    guard let value = self[key] else { return [] }
    return try Self.objects(value, "'\(key)' of \(title)")
  }

  /// The objects of a list.
  static func objects(_ node: JSONNode, _ title: String) throws(PlacedFault) -> [ListObject] {
    try elements(node, title).map { node throws(PlacedFault) in
      try ListObject(node, "an element of \(title)")
    }
  }

  private static func elements(
    _ node: JSONNode, _ title: String
  ) throws(PlacedFault) -> [JSONNode] {
    guard case .array(let elements) = node.content else {
      throw PlacedFault("\(title) is \(node.kind) and should be a list", at: node)
    }
    return elements
  }

  func texts(_ key: String) throws(PlacedFault) -> [String] {
    try elements(key).map { node throws(PlacedFault) in
      try Self.text(node, "an element of '\(key)' of \(title)")
    }
  }

  /// A number that counts something; nil where it is not there.
  func count(_ key: String) throws(PlacedFault) -> Int? {
    guard let value = self[key] else { return nil }
    guard case .number(let digits) = value.content, let number = Int(digits), number >= 0 else {
      throw PlacedFault("'\(key)' of \(title) should be a whole number from 0 on", at: value)
    }
    return number
  }

  func boolean(_ key: String) throws(PlacedFault) -> Bool? {
    guard let value = self[key] else { return nil }
    guard case .boolean(let isTrue) = value.content else {
      throw PlacedFault(
        "'\(key)' of \(title) is \(value.kind) and should be true or false", at: value)
    }
    return isTrue
  }

  /// A day such as 2025-12-31.
  func day(_ key: String) throws(PlacedFault) -> String {
    let value = try required(key)
    let text = try Self.text(value, "'\(key)' of \(title)")
    guard Self.isDay(text) else {
      throw PlacedFault("'\(text)' is no day such as 2025-12-31", at: value)
    }
    return text
  }

  static func text(_ node: JSONNode, _ title: String) throws(PlacedFault) -> String {
    guard case .string(let text) = node.content else {
      throw PlacedFault("\(title) is \(node.kind) and should be a text", at: node)
    }
    return text
  }

  private static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else { return false }
    for (index, byte) in bytes.enumerated() {
      let isDash = index == 4 || index == 7
      guard isDash ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) else { return false }
    }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
  }
}
