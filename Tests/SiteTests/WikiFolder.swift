import Foundation
import SourceText

/// A wiki's folder on disk, to be read by a site.
struct WikiFolder {
  let path: String
  let encoding: TextEncoding

  /// A whole PNG of one pixel.
  static let picture = [UInt8](
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
        + "gg==") ?? Data())

  init(_ path: String, encoding: TextEncoding = .utf8) throws {
    self.path = path
    self.encoding = encoding
    try FileManager.default.createDirectory(
      atPath: path + "/wiki", withIntermediateDirectories: true)
  }

  func hex(_ name: String) -> String {
    (encoding.encode(name) ?? []).map { String(format: "%02X", $0) }.joined()
  }

  /// - Parameter time: when the page was written, in seconds since 1970.
  func addPage(_ name: String, _ text: String, time: Int = 1_136_214_245) throws {
    let file = "wiki/\(hex(name)).txt"
    try add(file, encoding.encode(text) ?? [])
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(time))],
      ofItemAtPath: path + "/" + file)
  }

  func attach(_ name: String, to page: String, _ bytes: [UInt8]) throws {
    try add("attach/\(hex(page))_\(hex(name))", bytes)
  }

  func add(_ file: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// All files with their bytes.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      if let data = FileManager.default.contents(atPath: path + "/" + file) { files[file] = data }
    }
    return files
  }
}
