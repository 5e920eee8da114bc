import Foundation
import Testing

/// The page of the documentation that explains the rules is what the program says of them.
///
/// `RECORD=1` writes it anew, and the test fails all the same.
@Suite struct RulePageTests {
  private static let page = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/wikiguide/wikiguide.docc/Rules.md")

  @Test func pageAgreesWithTheCatalogue() throws {
    let process = Process()
    process.executableURL = Products.folder.appending(path: "wikiguide")
    process.arguments = ["explain", "--format", "markdown"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let isSame = text == (try? Data(contentsOf: Self.page))
    if !isSame, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: Self.page)
    }
    #expect(
      isSame, "Rules.md differs from 'wikiguide explain --format markdown'; RECORD=1 writes it")
  }
}
