extension ByteSource {
  /// How a camera was held, 1 to 8, as a segment of Exif says; 5 and more mean on its side.
  ///
  /// Exif is a small TIFF: byte order, then the offset of a directory of 12-byte entries.
  mutating func orientation(inExif start: Int, end: Int) -> Int? {
    guard has("Exif\0\0", at: start) else { return nil }
    let tiff = start + 6
    let isLittle = has("II*\0", at: tiff)
    guard isLittle || has("MM\0*", at: tiff),
      let directory = number(at: tiff + 4, count: 4, isLittle), directory < end - tiff,
      let entries = number(at: tiff + directory, count: 2, isLittle)
    else { return nil }
    for index in 0..<entries {
      let entry = tiff + directory + 2 + 12 * index
      guard entry + 12 <= end else { return nil }
      guard number(at: entry, count: 2, isLittle) == 0x0112 else { continue }
      let value = number(at: entry + 8, count: 2, isLittle)
      return value.flatMap { (1...8).contains($0) ? $0 : nil }
    }
    return nil
  }

  private mutating func number(at offset: Int, count: Int, _ isLittle: Bool) -> Int? {
    isLittle ? littleEndian(at: offset, count: count) : bigEndian(at: offset, count: count)
  }
}
