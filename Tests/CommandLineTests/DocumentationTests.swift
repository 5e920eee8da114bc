import Foundation
import TestSupport
import Testing

/// The pages of the documentation for users whose commands readers type along.
///
/// A page is followed from its top in an empty folder, as a reader would do it:
///
/// - A block below a line such as "Save this as `content/Mail.txt`:" is written into that file.
/// - The commands of a `sh` block are run and must succeed. Blocks of `bash` are for the reader's own
///   machine and are not run.
/// - The lines of a `console` block that begin with `$` are run, and what they print must be what stands
///   below them. `RECORD=1` writes that anew; the test fails all the same.
@Suite struct DocumentationTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/content")

  /// All pages that have a block to run.
  private static let pages: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().filter { name in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.contains("\n```console\n") || text.contains("\n```sh\n")
    }
  }()

  @Test func pagesAreThere() { #expect(!Self.pages.isEmpty) }

  @Test(arguments: pages)
  func pageCanBeFollowed(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let work = FileManager.default.temporaryDirectory
      .appending(path: "wikiguide-page-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    var followed: [String] = []
    var place = work
    for part in PagePart.parts(of: text) {
      followed += try follow(part, at: &place, from: work, page: name)
    }
    let actual = followed.joined(separator: "\n")
    guard actual != text else { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(actual.utf8).write(to: file)
    }
    Issue.record("\(name) shows something else:\n\(SpecPage.change(from: text, to: actual))")
  }

  /// Does what a part asks for.
  /// - Parameter place: the folder that the reader is in, which `cd` in a `sh` block changes.
  /// - Returns: the lines of the part, with what its commands print now.
  private func follow(
    _ part: PagePart, at place: inout URL, from work: URL, page: String
  ) throws -> [String] {
    switch part {
    case .prose(let lines): return lines
    case .block(let block):
      if let path = block.path {
        let file = place.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(block.lines.map { $0 + "\n" }.joined().utf8).write(to: file)
      } else if block.language == "sh" {
        let end = URL(filePath: work.path + ".place")
        defer { try? FileManager.default.removeItem(at: end) }
        let script = block.lines.joined(separator: "\n") + "\npwd >'\(end.path)'"
        let (output, exit) = try run(script, at: place, from: work)
        #expect(exit == 0, "\(page): \(block.lines.joined(separator: "; "))\n\(output)")
        let path = try String(contentsOf: end, encoding: .utf8)
        place = URL(filePath: String(path.prefix { $0 != "\n" }))
      } else if block.language == "console" {
        var lines: [String] = []
        for line in block.lines where line.hasPrefix("$ ") {
          let (output, _) = try run(String(line.dropFirst(2)), at: place, from: work)
          let printed = output.split(separator: "\n", omittingEmptySubsequences: false)
          lines +=
            [line]
            + printed.dropLast(output.hasSuffix("\n") || output.isEmpty ? 1 : 0)
            .map(String.init)
        }
        return block.written(with: lines)
      }
      return block.written(with: block.lines)
    }
  }

  /// Runs lines of a shell; what they print and report comes in one text, as on a terminal.
  private func run(
    _ script: String, at place: URL, from work: URL
  ) throws -> (output: String, exit: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-e", "-c", script]
    process.currentDirectoryURL = place
    process.environment = [
      "SOURCE_DATE_EPOCH": "1767312000", "PATH": Products.folder.path + ":/usr/bin:/bin",
      "HOME": work.path, "LANG": "C.UTF-8",
    ].merging(Products.sanitizerOptions) { _, options in options }
    // A file, not a pipe: a full pipe would stop the command.
    let output = work.appending(path: "../\(work.lastPathComponent).out")
    defer { try? FileManager.default.removeItem(at: output) }
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return (
      text.replacing(work.resolvingSymlinksInPath().path, with: "/home/me")
        .replacing("\r\n", with: "\n"),
      process.terminationStatus
    )
  }
}

/// Prose or a fenced block of a page.
private enum PagePart {
  case prose([String])
  case block(Block)

  struct Block {
    let fence: String
    let language: String
    let lines: [String]
    /// The file that the line above says to write.
    let path: String?

    func written(with lines: [String]) -> [String] {
      // A block inside a list item stands behind the item's spaces.
      let indent = fence.prefix { $0 == " " }
      let mark = fence.dropFirst(indent.count).prefix { $0 == "`" }
      return [fence] + lines.map { $0.isEmpty ? "" : indent + $0 } + [String(indent + mark)]
    }
  }

  static func parts(of text: String) -> [PagePart] {
    var parts: [PagePart] = []
    var prose: [String] = []
    var open: (fence: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let trimmed = line.drop { $0 == " " }
      if let block = open {
        let indent = block.fence.prefix { $0 == " " }.count
        if trimmed == block.fence.drop(while: { $0 == " " }).prefix(while: { $0 == "`" }) {
          let language = block.fence.drop { " `".contains($0) }
          parts.append(.prose(prose))
          parts.append(
            .block(
              Block(
                fence: block.fence, language: String(language), lines: block.lines,
                path: path(in: prose))))
          prose = []
          open = nil
        } else {
          open?.lines.append(String(line.dropFirst(min(indent, line.count - trimmed.count))))
        }
      } else if trimmed.hasPrefix("```") {
        open = (line, [])
      } else {
        prose.append(line)
      }
    }
    return parts + [.prose(prose)]
  }

  private static func path(in prose: [String]) -> String? {
    guard let line = prose.last(where: { !$0.allSatisfy { $0 == " " } }) else { return nil }
    return line.firstMatch(of: /[Ss]ave .*as `([^`\/][^`]*)`.*:$/).map { String($0.1) }
  }
}
