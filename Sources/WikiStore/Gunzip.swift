import CZlib

/// The one door to zlib: what a `.gz` file holds, however damaged it is.
enum Gunzip {
  /// Backups of pages that people wrote are far smaller.
  static let largest = 64 * 1024 * 1024

  struct Content: Equatable {
    /// All that could be read; nothing of a file that is too large.
    var bytes: [UInt8]
    /// Nil where the file was read to its end.
    var fault: Fault?
  }

  enum Fault: String, Equatable {
    case notGzip = "is no gzip file"
    case damaged = "is damaged"
    case cutOff = "ends too early"
    case tooLarge = "holds more than 64 MB"
  }

  /// Reads all members of a file, one behind the other.
  static func content(of file: [UInt8]) -> Content {
    guard file.starts(with: [0x1F, 0x8B]) else { return Content(bytes: [], fault: .notGzip) }
    var stream = z_stream()
    guard wikiguide_inflate_gzip(&stream) == Z_OK else {
      return Content(bytes: [], fault: .damaged)
    }
    defer { inflateEnd(&stream) }
    var content = Content(bytes: [])
    var room = [UInt8](repeating: 0, count: 65_536)
    file.withUnsafeBufferPointer { source in
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = UInt32(clamping: source.count)
      while true {
        let (count, code) = step(&stream, &room)
        content.bytes += room[..<count]
        guard content.bytes.count <= largest else {
          content = Content(bytes: [], fault: .tooLarge)
          return
        }
        if code == Z_STREAM_END {
          // Another member may follow; anything else behind is padding.
          guard stream.avail_in > 1, stream.next_in?.pointee == 0x1F, inflateReset(&stream) == Z_OK
          else { return }
        } else if code != Z_OK {
          content.fault = code == Z_BUF_ERROR ? .cutOff : .damaged
          return
        } else if stream.avail_in == 0, count < room.count {
          content.fault = .cutOff
          return
        }
      }
    }
    return content
  }

  private static func step(_ stream: inout z_stream, _ room: inout [UInt8]) -> (Int, Int32) {
    room.withUnsafeMutableBufferPointer { room in
      stream.next_out = room.baseAddress
      stream.avail_out = UInt32(room.count)
      let code = inflate(&stream, Z_NO_FLUSH)
      return (room.count - Int(stream.avail_out), code)
    }
  }
}
