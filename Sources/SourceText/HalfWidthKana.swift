/// Kana of half width, one byte each in Shift_JIS, where other encodings have halves of kanji.
///
/// ```
/// run     = { mark | word }
/// mark    = 0xA1 … 0xA5                  。「」、・
/// word    = letter { letter | small | long | voice }
/// small   = ya, yu, yo behind a letter on i; others behind any letter
/// voice   = behind a letter that can have it
/// ```
enum HalfWidthKana {
  static func isKana(_ byte: UInt8) -> Bool { (0xA1...0xDF).contains(byte) }

  /// Whether kana in a row could be words of Japanese; one alone could be anything.
  static func isLikely(_ run: ArraySlice<UInt8>) -> Bool {
    guard run.count > 1 else { return false }
    var last: UInt8 = 0xA1
    for byte in run {
      guard mayFollow(last, byte) else { return false }
      last = byte
    }
    return true
  }

  private static func mayFollow(_ last: UInt8, _ byte: UInt8) -> Bool {
    let isInWord = last >= 0xA6
    switch byte {
    case 0xA1...0xA5: return true
    case 0xAC...0xAE: return [0xB7, 0xBC, 0xC1, 0xC6, 0xCB, 0xD0, 0xD8, 0xDE, 0xDF].contains(last)
    case 0xA7...0xAB, 0xAF, 0xB0: return isInWord && last != 0xAF
    case 0xDE: return (0xB6...0xC4).contains(last) || (0xCA...0xCE).contains(last) || last == 0xB3
    case 0xDF: return (0xCA...0xCE).contains(last)
    case 0xA6, 0xDD: return isInWord
    default: return true
    }
  }
}
