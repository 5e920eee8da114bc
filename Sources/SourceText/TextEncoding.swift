package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case eucJP = "euc-jp"
  case shiftJIS = "shift_jis"
  case iso2022JP = "iso-2022-jp"
  package func encode(_ text: String) -> [UInt8]? { Array(text.utf8) }
}
