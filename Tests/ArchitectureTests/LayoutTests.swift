import Foundation
import Testing

/// Sources are laid out as `swift format` would; where the tool is missing, nothing is said.
@Suite struct LayoutTests {
  @Test func sourcesAreFormatted() throws {
    guard let swift = Self.tool else { return }
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let report = Pipe()
    let process = Process()
    process.executableURL = swift
    process.currentDirectoryURL = package
    process.arguments = [
      "format", "lint", "--strict", "--parallel", "--recursive", "Sources", "Tests",
      "Package.swift",
    ]
    process.standardOutput = report
    process.standardError = report
    try process.run()
    let text = String(decoding: report.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }

  /// The compiler driver, where it has `swift-format` beside it.
  private static var tool: URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    for folder in folders.map({ URL(filePath: String($0)) }) {
      let swift = folder.appending(path: "swift").resolvingSymlinksInPath()
      let format = swift.deletingLastPathComponent().appending(path: "swift-format")
      let manager = FileManager.default
      guard manager.isExecutableFile(atPath: format.path) else { continue }
      return folder.appending(path: "swift")
    }
    return nil
  }
}
