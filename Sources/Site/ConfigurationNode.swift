import SourceText

/// A value of `wikiguide.yml` as it was written, with its place; knows nothing of what it is for.
struct ConfigurationNode {
  let content: Content
  let range: SourceRange

  enum Content {
    /// A single value; every one is text here, so that `off` and `2024` stay what they are.
    case text(String)
    case list([ConfigurationNode])
    case table([Entry])
    /// A key without a value.
    case nothing
  }

  /// A key and its value.
  struct Entry {
    let key: ConfigurationNode
    let value: ConfigurationNode
  }

  /// What it is, for messages.
  var kind: String {
    switch content {
    case .text: "a single value"
    case .list: "a list"
    case .table: "a table"
    case .nothing: "nothing"
    }
  }
}
