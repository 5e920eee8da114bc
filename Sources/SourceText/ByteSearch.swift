#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SourceFile {
  /// Where a byte stands first at or behind an offset. The system looks at many bytes at a time, so that
  /// a rule for what few pages have costs the others next to nothing.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
