/// Names for entries that are made of what they say, so that the same change has the same name on
/// every machine: UUIDs of version 8, whose bits are a digest's.
package enum ChangeID {
  static func of(
    _ difference: ListDifference, behind previous: String?, digest: ([UInt8]) -> String
  ) -> String {
    var words = [previous ?? "", difference.before.asOf, difference.after.asOf]
    for change in difference.changes {
      words += [change.section.rawValue, change.aspect.rawValue, change.feature?.id ?? ""]
      words += change.clients.flatMap { [$0.id] + $0.versions + ["\u{1D}"] }
      words += ["\u{1E}"] + change.before + ["\u{1E}"] + change.after
    }
    return address(words, digest: digest)
  }

  /// The name of something that these words tell apart from everything else.
  package static func address(_ words: [String], digest: ([UInt8]) -> String) -> String {
    var digits = Array(digest(Array(words.joined(separator: "\u{1F}").utf8)).utf8.prefix(32))
    guard digits.count == 32 else { return "urn:uuid:00000000-0000-8000-8000-000000000000" }
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "8")
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map {
      String(decoding: digits[$0], as: UTF8.self)
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("urn:uuid:") else { return false }
    let parts = text.dropFirst(9).split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.joined().utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
