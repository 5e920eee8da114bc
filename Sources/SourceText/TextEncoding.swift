/// The encodings in which wikis keep text, UTF-8 and those of Japan from before it.
///
/// The Japanese ones are read as browsers and Windows read them, with the characters that NEC and IBM
/// added: the wave dash of EUC-JP is U+FF5E here, `①` and `髙` come out right.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case eucJP = "euc-jp"
  case shiftJIS = "shift_jis"
  case iso2022JP = "iso-2022-jp"

  /// What people call it.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .eucJP: "EUC-JP"
    case .shiftJIS: "Shift_JIS"
    case .iso2022JP: "ISO-2022-JP"
    }
  }

  /// Reads bytes as text. Never fails: each byte that is no text becomes U+FFFD and is listed.
  ///
  /// A byte order mark is left out. ASCII and line ends always survive, whatever stands before them.
  package func decode(_ bytes: [UInt8]) -> DecodedText {
    switch self {
    case .utf8: UTF8Text.decode(bytes)
    case .eucJP: Self.decode(bytes, from: .eucJP)
    case .shiftJIS: Self.decode(bytes, from: .shiftJIS)
    case .iso2022JP: EscapedJapanese.decode(bytes)
    }
  }

  private static func decode(_ bytes: [UInt8], from name: Converter.Name) -> DecodedText {
    var converter = Converter(from: name)
    let (text, faults) = converter.decode(bytes)
    return DecodedText(bytes: text, faultOffsets: faults, in: bytes)
  }

  /// Text in this encoding; nil where a character has no place in it.
  package func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: Array(text.utf8)
    case .eucJP: Self.encode(text, to: .eucJP)
    case .shiftJIS: Self.encode(text, to: .shiftJIS)
    case .iso2022JP: EscapedJapanese.encode(text)
    }
  }

  private static func encode(_ text: String, to name: Converter.Name) -> [UInt8]? {
    var converter = Converter(to: name)
    return converter.encode(text)
  }
}

/// Text as UTF-8, and where its bytes were none.
package struct DecodedText: Sendable, Equatable {
  package var bytes: [UInt8]
  package var faults: [Fault] = []

  /// A byte that is no text. Offset and line count in the bytes that were read, from 0 and from 1.
  package struct Fault: Sendable, Equatable {
    package let offset: Int
    package let line: Int
    package let byte: UInt8
  }

  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Numbers lines once all faults are known.
  init(bytes: [UInt8], faultOffsets: [Int], in source: [UInt8]) {
    self.bytes = bytes
    var line = 1
    var index = 0
    for offset in faultOffsets {
      while index < offset {
        if source[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
      }
      faults.append(Fault(offset: offset, line: line, byte: source[offset]))
    }
  }
}

/// UTF-8 with what is wrong in it repaired.
enum UTF8Text {
  /// The text where nothing is wrong in it.
  static func clean(_ source: [UInt8]) -> DecodedText? {
    let isClean = source.withUnsafeBufferPointer { bytes in
      var nuls: UInt8 = 0
      for byte in bytes { nuls |= byte == 0 ? 1 : 0 }
      return nuls == 0 && String(validating: bytes, as: UTF8.self) != nil
    }
    guard isClean else { return nil }
    let text = hasMark(source) ? Array(source[3...]) : source
    return DecodedText(bytes: text, faultOffsets: [], in: source)
  }

  /// Whether a byte order mark stands at the beginning.
  private static func hasMark(_ source: [UInt8]) -> Bool {
    source.starts(with: [0xEF, 0xBB, 0xBF])
  }

  static func decode(_ source: [UInt8]) -> DecodedText {
    // Most files are what they should be.
    if let text = clean(source) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var faults: [Int] = []
    var index = hasMark(source) ? 3 : 0
    while index < source.count {
      let length = length(at: index, in: source)
      if length > 0 {
        bytes += source[index..<(index + length)]
        index += length
      } else {
        faults.append(index)
        bytes += DecodedText.replacement
        index += 1
      }
    }
    return DecodedText(bytes: bytes, faultOffsets: faults, in: source)
  }

  /// How many bytes the character at an index has; 0 where there is none. NUL is none.
  static func length(at index: Int, in bytes: [UInt8]) -> Int {
    let lead = bytes[index]
    let (length, first): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0: return 0
    case 1...0x7F: return 1
    case 0xC2...0xDF: (length, first) = (2, 0x80...0xBF)
    case 0xE0: (length, first) = (3, 0xA0...0xBF)
    case 0xED: (length, first) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, first) = (3, 0x80...0xBF)
    case 0xF0: (length, first) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, first) = (4, 0x80...0xBF)
    case 0xF4: (length, first) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, first.contains(bytes[index + 1]) else { return 0 }
    for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
