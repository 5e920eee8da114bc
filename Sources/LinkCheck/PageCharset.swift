import HTMLScan

/// In which encoding a page is written: as its header says, else its first bytes, else its `meta`.
enum PageCharset {
  /// A name that iconv knows; nil for UTF-8 and where nobody says anything.
  static func name(contentType: String?, beginning: [UInt8]) -> String? {
    let label = contentType.flatMap(label) ?? mark(beginning) ?? meta(beginning)
    guard let label else { return nil }
    let known = label.lowercased()
    if let name = names[known] { return name.isEmpty ? nil : name }
    let isName = known.utf8.allSatisfy {
      $0 < 0x80 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || ($0 >= 0x2D && $0 <= 0x3A) || $0 == UInt8(ascii: "_")
    }
    return isName && !known.contains("/") && known.utf8.count < 40 ? known : nil
  }

  /// Names that mean another encoding on the web than to iconv. ASCII needs no conversion.
  private static let names = [
    "utf-8": "", "utf8": "", "us-ascii": "", "ascii": "", "iso-8859-1": "windows-1252",
    "latin1": "windows-1252", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
    "x-sjis": "CP932", "windows-31j": "CP932", "ms_kanji": "CP932", "euc-jp": "EUC-JP-MS",
    "x-euc-jp": "EUC-JP-MS", "gb2312": "GBK", "utf-16": "UTF-16LE",
  ]

  private static func mark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "utf-16be" }
    return bytes.starts(with: [0xFF, 0xFE]) ? "utf-16le" : nil
  }

  private static func meta(_ bytes: [UInt8]) -> String? {
    var tags = HTMLTags()
    while let tag = tags.next(in: bytes.span, isLast: false) {
      guard tag.name == .meta else { continue }
      func value(_ name: HTMLName) -> String? {
        tag.value(of: name, in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
      }
      // A page that says so in ASCII is not written in UTF-16.
      let written = value(.charset) ?? value(.content).flatMap(label)
      if let written { return written.lowercased().hasPrefix("utf-16") ? "utf-8" : written }
    }
    return nil
  }

  /// `text/html; charset="euc-jp"`.
  private static func label(_ contentType: String) -> String? {
    guard let start = contentType.lowercased().firstRange(of: "charset=") else { return nil }
    let value = contentType.lowercased()[start.upperBound...]
      .drop { $0 == " " || $0 == "\"" || $0 == "'" }
      .prefix { !" ;\"',".contains($0) }
    return value.isEmpty ? nil : String(value)
  }
}
