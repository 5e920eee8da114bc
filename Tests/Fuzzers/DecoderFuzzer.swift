import SourceText

@testable import WikiStore

/// Decodes bytes in every encoding, as text and as names of stored files.
enum DecoderFuzzer {
  static func take(_ bytes: [UInt8]) {
    for encoding in TextEncoding.allCases {
      let text = encoding.decode(bytes)
      precondition(String(validating: text.bytes, as: UTF8.self) != nil)
      for fault in text.faults { precondition(bytes[fault.offset] == fault.byte) }
    }
    _ = EncodingEvidence.encoding(of: [bytes])
    let string = String(decoding: bytes, as: UTF8.self)
    _ = HexName.bytes(Substring(string))
    // No bytes at all are no name.
    precondition(bytes.isEmpty || HexName.bytes(Substring(HexName.text(bytes))) == bytes)
    _ = WikiDate(in: string)?.iso8601
  }
}
