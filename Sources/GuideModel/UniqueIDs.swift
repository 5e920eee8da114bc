/// Ids of which no two on a page are the same. A page may want one of them many times.
package struct UniqueIDs: Sendable {
  private var taken: Set<ExactText> = []
  /// Where the search for a free number begins: those before it are taken for good.
  private var nextNumbers: [ExactText: Int] = [:]

  package init() {}

  /// Says that an id is taken.
  package mutating func take(_ id: String) { taken.insert(ExactText(id)) }

  /// The id itself, or the id with a number where it is taken already.
  package mutating func unique(_ wanted: String) -> String {
    let key = ExactText(wanted)
    if taken.insert(key).inserted { return wanted }
    var number = nextNumbers[key] ?? 2
    while !taken.insert(ExactText("\(wanted)-\(number)")).inserted { number += 1 }
    nextNumbers[key] = number + 1
    return "\(wanted)-\(number)"
  }
}

/// A text that is the same as another only where all bytes are, as browsers compare ids. To look up letters
/// beyond ASCII as `String` does, each would have to be taken apart first.
private struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
