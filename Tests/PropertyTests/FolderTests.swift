import Foundation
import Site
import TestSupport
import Testing

/// Whatever pages and pictures are called: nothing is written but in the output's own folder.
@Suite struct FolderTests {
  // No two of them make the same address.
  private static let names = [
    "..%2f..%2fescaped.txt", "%2e%2e.txt", "...txt", "a\nb.txt", "-rf.txt", "c\\..\\d.txt",
    "<script>.txt", "\"quoted'.txt", "CON.txt", "e%00f.txt", "\u{202E}txt.txt", "$HOME.txt",
    "g h.txt", "é.txt", "設定.txt", "index.html.txt", "assets.txt", ".hidden.txt", "i:j.txt",
    "..%2f..%2fp.png", "<b>.png",
  ]

  @Test func nothingIsWrittenOutsideOfTheOutput() throws {
    let manager = FileManager.default
    let place = manager.temporaryDirectory.appending(path: "wikiguide-" + UUID().uuidString)
    defer { try? manager.removeItem(at: place) }
    let content = place.appending(path: "in/content")
    let output = place.appending(path: "out/site")
    try manager.createDirectory(at: content, withIntermediateDirectories: true)
    try manager.createDirectory(
      at: output.deletingLastPathComponent(), withIntermediateDirectories: true)
    for (number, name) in Self.names.enumerated() {
      let text =
        HostilePages.make(seed: number).replacing("\0", with: "")
        + "\n[[../../up]] [[/etc/passwd]] #ref(../../../etc/passwd)\n"
      try Data(text.utf8).write(to: URL(filePath: content.path + "/" + name))
    }
    let before = try files(below: place)
    _ = try SiteBuilder(content: content.path, asOf: "2026-01-02", version: "test")
      .build(output: output.path, failOn: nil)
    let made = try files(below: place).subtracting(before)
    #expect(made.count > Self.names.count)
    for path in made { #expect(path == "out/site" || path.hasPrefix("out/site/"), "\(path)") }
  }

  private func files(below folder: URL) throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path))
  }
}
