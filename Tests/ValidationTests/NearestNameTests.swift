import TestSupport
import Testing

@testable import Validation

/// Names are found as a look at each of them would find them, however many there are.
@Suite struct NearestNameTests {
  @Test func nearestNameIsTheFirstOfTheNearest() {
    var random = RepeatableNumbers(seed: 1)
    let letters = ["a", "b", "c", "1", "2", "か"]
    let names = (0..<300).map { _ in random.word(letters, atMost: 8) }
    let index = NameIndex(names)
    for _ in 0..<300 {
      let written = random.word(letters, atMost: 8)
      #expect(index.nearest(to: written) == plainNearest(to: written, among: names))
    }
  }

  /// The rule in its plainest form.
  private func plainNearest(to written: String, among names: [String]) -> String? {
    if let same = names.first(where: { $0.lowercased() == written.lowercased() }),
      same != written
    {
      return same
    }
    let wanted = Array(written.lowercased().unicodeScalars)
    func digits(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
      text.filter { ("0"..."9").contains($0) }
    }
    var limit = wanted.count < 3 ? 0 : min(3, max(1, wanted.count / 4))
    var nearest: String?
    for name in names where limit > 0 && name != written {
      let scalars = Array(name.lowercased().unicodeScalars)
      guard digits(scalars) == digits(wanted),
        let distance = EditDistance.between(wanted, scalars, limit: limit)
      else { continue }
      nearest = name
      limit = distance - 1
    }
    return nearest
  }
}
