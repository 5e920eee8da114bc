/// A value of a JSON file together with the place where it begins, so that whoever finds it wrong can
/// point at it.
struct JSONNode {
  /// In bytes, from the beginning of the file.
  let offset: Int
  let content: Content

  enum Content {
    /// In the order of the file; no key stands twice.
    case object([Member])
    case array([JSONNode])
    case string(String)
    /// As written.
    case number(String)
    case boolean(Bool)
    case null
  }

  struct Member {
    let key: String
    let value: JSONNode
  }

  /// What it is, for sentences about what was expected.
  var kind: String {
    switch content {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}
