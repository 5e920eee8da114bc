import Foundation
import Testing

/// What stands side by side in Markdown and in PukiWiki on the page about writing is understood alike.
@Suite struct SideBySideTests {
  /// Neighbouring blocks of `markdown` and of `pukiwiki`, without the spaces of their tabs.
  private static let pairs: [(markdown: String, pukiwiki: String)] = {
    let page = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/content/Writing-guides.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    let blocks = text.matches(of: /(?s)    ```(markdown|pukiwiki)\n(.*?)\n    ```/).map { match in
      let lines = match.2.split(separator: "\n", omittingEmptySubsequences: false)
      return (String(match.1), lines.map { $0.dropFirst(4) + "\n" }.joined())
    }
    return zip(blocks, blocks.dropFirst()).filter { $0.0 == "markdown" && $1.0 == "pukiwiki" }
      .map { ($0.1, $1.1) }
  }()

  @Test func pairsAreThere() { #expect(Self.pairs.count >= 5) }

  @Test(arguments: pairs.indices)
  func bothAreUnderstoodAlike(_ index: Int) throws {
    let pair = Self.pairs[index]
    let markdown = try understanding(of: pair.markdown, ending: "md")
    let pukiwiki = try understanding(of: pair.pukiwiki, ending: "txt")
    #expect(markdown == pukiwiki)
    #expect(markdown.contains("guide ") || markdown.contains("clients"), "nothing is understood")
  }

  /// What `inspect` says, without what must differ: the file, its lines, the reasons, and the numbers
  /// of steps, which Markdown's authors write and PukiWiki counts.
  private func understanding(of text: String, ending: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "wikiguide-pair-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "Page.\(ending)"))
    let process = Process()
    process.executableURL = Products.folder.appending(path: "wikiguide")
    process.arguments = ["inspect", "Page.\(ending)"]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let facts = printed.prefix(
      upTo: printed.firstRange(of: "\nreasons")?.lowerBound ?? printed.endIndex)
    return facts.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("file ") }
      .map(Self.withoutPlaces).joined(separator: "\n")
  }

  private static func withoutPlaces(_ line: String) -> String {
    var line = line.replacing(#/lines? \d+/#, with: "line")
    line = line.replacing(#/^\s+\d+\s+/#, with: "").replacing(#/\s+/#, with: " ")
    return line.replacing(#/^[-\d]+ \d+ \d+ /#, with: "")
  }
}
