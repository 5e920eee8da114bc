import Foundation
import Site
import SourceText

/// A content folder and a place for the output, in a temporary folder that goes when the test ends.
final class TemporarySite {
  let folder: String
  var content: String { folder + "/content" }
  var output: String { folder + "/output" }

  static let page = """
    *POP before SMTP
    **対応メールソフト
    -正式に対応しているメールソフト
    --Becky!(シェアウエア)
    **設定例(Becky!の場合)
    -(1)起動する。
    -(2)保存する。

    """

  init() throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "wikiguide-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: place.appending(path: "content"), withIntermediateDirectories: true)
    folder = place.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file by its path in the content folder.
  func add(_ path: String, _ text: String = page) throws { try add(path, bytes: Array(text.utf8)) }

  func add(_ path: String, bytes: [UInt8]) throws {
    try write(content + "/" + path, bytes)
  }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: content + "/" + path, withDestinationPath: target)
  }

  @discardableResult
  func build(output: String? = nil, failOn: Severity? = .error) throws(SiteFault) -> BuildReport {
    try SiteBuilder(content: content, asOf: "2026-01-02", version: "test")
      .build(output: output ?? self.output, failOn: failOn)
  }

  /// The names in a folder, whatever they name.
  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  /// A file of the output as text.
  func outputText(_ path: String) throws -> String {
    try String(contentsOfFile: output + "/" + path, encoding: .utf8)
  }

  /// The files below the output with what identifies them on the disk.
  func outputFiles() throws -> [String: Identity] {
    var files: [String: Identity] = [:]
    let manager = FileManager.default
    for path in manager.enumerator(atPath: output) ?? .init() {
      guard let path = path as? String else { continue }
      let attributes = try manager.attributesOfItem(atPath: output + "/" + path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[path] = Identity(
        inode: attributes[.systemFileNumber] as? Int,
        bytes: try Data(contentsOf: URL(filePath: output + "/" + path)))
    }
    return files
  }

  struct Identity: Equatable {
    let inode: Int?
    let bytes: Data
  }
}

extension SiteFault {
  var report: BuildReport? {
    if case .configuration(let report) = self { return report }
    return nil
  }

  var usage: String? {
    if case .usage(let words) = self { return words }
    return nil
  }
}
