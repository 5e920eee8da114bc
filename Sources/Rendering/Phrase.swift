/// Words of the interface in which values have places: `{1}`, `{2}` …
struct Phrase: Sendable {
  /// The words between the places, and the number of the value behind each but the last.
  private let stretches: [(words: String, value: Int?)]
  /// What is said of exactly one, where that is said differently.
  private let ofOne: String?
  /// As it is written in the file.
  let pattern: String
  var patternOfOne: String { ofOne ?? pattern }

  init(_ pattern: String, ofOne: String? = nil) {
    self.pattern = pattern
    self.ofOne = ofOne
    stretches = Self.stretches(of: pattern)
  }

  func callAsFunction(_ values: String...) -> String { filled(values) }

  func callAsFunction(_ number: Int) -> String {
    if number == 1, let ofOne { return ofOne }
    return filled([String(number)])
  }

  func callAsFunction(_ first: Int, _ second: Int) -> String {
    filled([String(first), String(second)])
  }

  private func filled(_ values: [String]) -> String {
    var text = ""
    for stretch in stretches {
      text += stretch.words
      if let value = stretch.value, values.indices.contains(value - 1) { text += values[value - 1] }
    }
    return text
  }

  /// The values that a phrase has places for, sorted.
  static func places(in pattern: String) -> [Int] {
    Set(stretches(of: pattern).compactMap(\.value)).sorted()
  }

  private static func stretches(of pattern: String) -> [(words: String, value: Int?)] {
    var stretches: [(words: String, value: Int?)] = []
    let bytes = Array(pattern.utf8)
    var start = 0
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"), bytes[index + 2] == UInt8(ascii: "}"),
        (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index + 1])
      else {
        index += 1
        continue
      }
      let words = String(decoding: bytes[start..<index], as: UTF8.self)
      stretches.append((words, Int(bytes[index + 1] - UInt8(ascii: "0"))))
      index += 3
      start = index
    }
    return stretches + [(String(decoding: bytes[start...], as: UTF8.self), nil)]
  }
}
