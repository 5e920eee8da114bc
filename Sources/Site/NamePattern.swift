/// A pattern of names: `*` stands for any number of characters, `?` for one.
struct NamePattern {
  private let pattern: [Character]

  init(_ pattern: String) { self.pattern = Array(pattern) }

  /// Goes back to the last `*` only, which is enough and takes no longer than the product of both
  /// lengths.
  func matches(_ name: String) -> Bool {
    let name = Array(name)
    var (at, index) = (0, 0)
    var retry: (at: Int, index: Int)?
    while index < name.count {
      if at < pattern.count, pattern[at] == "*" {
        retry = (at, index)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[index] {
        at += 1
        index += 1
      } else if let last = retry {
        retry = (last.at, last.index + 1)
        at = last.at + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
