#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes UTF-8 of a page's bytes as they arrive, in pieces that may end inside a character.
final class PageDecoder {
  private let handle: iconv_t?
  /// The beginning of a character whose end has not arrived.
  private var held: [UInt8] = []

  /// Where the system has no such encoding, bytes pass as they are: most ids are ASCII anyway.
  init(_ charset: String?) {
    guard let charset else {
      handle = nil
      return
    }
    let opened = iconv_open("UTF-8", charset)
    handle = opened == iconv_t(bitPattern: -1) ? nil : opened
  }

  deinit { if let handle { iconv_close(handle) } }

  func decode(_ piece: [UInt8]) -> [UInt8] {
    guard let handle else { return piece }
    var source = (held + piece).map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(source.count * 2)
    var position = 0
    while position < source.count {
      let reason = convert(handle, &source, &position, into: &result)
      if reason == EINVAL { break }
      // What is no character in this encoding is passed over, a byte each time.
      if reason == EILSEQ {
        result.append(UInt8(ascii: "?"))
        position += 1
      }
    }
    held = source[position...].prefix(16).map { UInt8(bitPattern: $0) }
    return result
  }

  /// Converts as much as fits into a buffer; the system's reason for stopping, or 0.
  private func convert(
    _ handle: iconv_t, _ source: inout [CChar], _ position: inout Int, into result: inout [UInt8]
  ) -> Int32 {
    source.withUnsafeMutableBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 8_192) { buffer in
        var input = bytes.baseAddress.map { $0 + position }
        var left = bytes.count - position
        var output = buffer.baseAddress
        var room = buffer.count
        let count = iconv(handle, &input, &left, &output, &room)
        let reason = count == -1 ? errno : 0
        position = bytes.count - left
        for offset in 0..<(buffer.count - room) { result.append(UInt8(bitPattern: buffer[offset])) }
        return reason == E2BIG ? 0 : reason
      }
    }
  }
}
