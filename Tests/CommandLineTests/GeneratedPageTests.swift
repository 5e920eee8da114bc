import Foundation
import Testing

/// Pages of the documentation that say what the program says of itself.
///
/// `RECORD=1` writes them anew, and the test fails all the same.
@Suite struct GeneratedPageTests {
  /// A page, what of the program's output stands in it, and the lines that stand before.
  struct Page: Sendable, CustomTestStringConvertible {
    let path: String
    let arguments: [String]
    var head = ""

    var testDescription: String { path }
  }

  private static let pages = [
    Page(
      path: "Sources/wikiguide/wikiguide.docc/Rules.md",
      arguments: ["explain", "--format", "markdown"])
  ]

  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: pages)
  func pageAgreesWithTheProgram(_ page: Page) throws {
    let process = Process()
    process.executableURL = Products.folder.appending(path: "wikiguide")
    process.arguments = page.arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = Data(page.head.utf8) + printed
    let file = Self.repository.appending(path: page.path)
    let isSame = text == (try? Data(contentsOf: file))
    if !isSame, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: file)
    }
    #expect(
      isSame,
      """
      \(page.path) differs from 'wikiguide \(page.arguments.joined(separator: " "))'; \
      RECORD=1 writes it
      """)
  }
}
