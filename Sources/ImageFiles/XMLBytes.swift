/// The classes of bytes that XML knows, as far as ASCII goes; all else counts as letters.
extension UInt8 {
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

  var isXMLNameStart: Bool {
    self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self >= 0x80 || self == 0x5F || self == 0x3A
  }

  var isXMLNameByte: Bool {
    isXMLNameStart || self >= 0x30 && self <= 0x39 || self == 0x2D || self == 0x2E
  }
}
