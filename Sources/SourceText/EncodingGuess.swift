/// The encoding that bytes which are not UTF-8 most likely have, for the help line of a finding.
package enum EncodingGuess: String, Sendable {
  case eucJP = "EUC-JP"
  case shiftJIS = "Shift_JIS"
  case utf16 = "UTF-16"
  case iso2022JP = "ISO-2022-JP"

  /// Judges the first part of a file; nil where nothing speaks for any of them.
  package static func guess(_ bytes: [UInt8]) -> EncodingGuess? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    let sample = bytes.prefix(65_536)
    let euc = Self.pairs(in: sample, leads: [0xA1...0xFE], trails: 0xA1...0xFE)
    let shift = Self.pairs(in: sample, leads: [0x81...0x9F, 0xE0...0xFC], trails: 0x40...0xFC)
    switch (euc, shift) {
    case (nil, nil): return nil
    case (_?, nil): return .eucJP
    case (nil, _?): return .shiftJIS
    // Both can be read: EUC-JP pairs seldom arise by chance from Shift_JIS text.
    case (let euc?, let shift?): return euc >= shift ? .eucJP : .shiftJIS
    }
  }

  /// How many two-byte characters the bytes hold; nil when they break the pattern or hold none.
  private static func pairs(
    in bytes: ArraySlice<UInt8>, leads: [ClosedRange<UInt8>], trails: ClosedRange<UInt8>
  ) -> Int? {
    var count = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
      } else if leads.contains(where: { $0.contains(byte) }) {
        guard index + 1 < bytes.endIndex else { break }
        guard trails.contains(bytes[index + 1]) else { return nil }
        count += 1
        index += 2
      } else {
        return nil
      }
    }
    return count > 0 ? count : nil
  }
}
