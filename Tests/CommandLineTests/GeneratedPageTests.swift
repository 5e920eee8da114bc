import Foundation
import Testing

/// Pages of the documentation that say what the program says of itself.
///
/// `RECORD=1` writes them anew, and the test fails all the same.
@Suite struct GeneratedPageTests {
  /// A page, and the command whose output it is.
  struct Page: Sendable, CustomTestStringConvertible {
    let path: String
    let arguments: [String]

    var testDescription: String { path }

    init(_ path: String, explaining subject: String? = nil) {
      self.path = path
      arguments = ["explain"] + (subject.map { [$0] } ?? []) + ["--format", "markdown"]
    }
  }

  private static let pages = [
    Page("Sources/wikiguide/wikiguide.docc/Rules.md"), Page("docs/content/Rules.md"),
    Page("docs/content/Configuration.md", explaining: "wikiguide.yml"),
    Page("docs/content/Provider-file.md", explaining: "provider.yml"),
    Page("docs/content/Clients-file.md", explaining: "clients.yml"),
    Page("docs/content/Features-file.md", explaining: "features.yml"),
    Page("docs/content/Words.md", explaining: "vocabulary"),
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
    let file = Self.repository.appending(path: page.path)
    let isSame = printed == (try? Data(contentsOf: file))
    if !isSame, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try printed.write(to: file)
    }
    #expect(
      isSame,
      """
      \(page.path) differs from 'wikiguide \(page.arguments.joined(separator: " "))'; \
      RECORD=1 writes it
      """)
  }
}
