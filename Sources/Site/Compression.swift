import CBrotli
import CZlib
import Rendering

/// A form in which servers can send a file without doing the work at each request.
package enum Compression: String, Sendable, CaseIterable {
  case gzip = "gz"
  case brotli = "br"

  /// Files that are smaller are sent as they are: the form would cost more than it saves.
  private static let smallest = 512
  private static let endings: Set<String> = [
    "html", "md", "json", "css", "js", "svg", "xml", "txt", "csv",
  ]

  /// The file's compressed copy, to stand beside it; nil for files that do not get smaller.
  func copy(of file: RenderedFile) -> (path: String, bytes: [UInt8])? {
    let ending = file.path.split(separator: ".").last.map(String.init) ?? ""
    guard file.bytes.count >= Self.smallest, Self.endings.contains(ending),
      let bytes = compressed(file.bytes), bytes.count < file.bytes.count
    else { return nil }
    return ("\(file.path).\(rawValue)", bytes)
  }

  /// The bytes in this form, the same for the same bytes; nil where the library gives up.
  func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .gzip: Self.gzip(bytes)
    case .brotli: Self.brotli(bytes)
    }
  }

  /// Without a time and a name in the header.
  private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard wikiguide_deflate_gzip(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    return Array(output[..<Int(stream.total_out)])
  }

  private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
    var count = BrotliEncoderMaxCompressedSize(bytes.count)
    var output = [UInt8](repeating: 0, count: count)
    // Quality 9 of 11: the last two steps take ten times as long for a few bytes in a hundred.
    let isDone = BrotliEncoderCompress(
      9, Int32(BROTLI_DEFAULT_WINDOW), BROTLI_MODE_TEXT, bytes.count, bytes, &count, &output)
    return isDone != 0 ? Array(output[..<count]) : nil
  }
}
