import Foundation
import TestSupport
import Testing

/// The pages of `Spec` as whole commands: what they print, what they report, how they end.
///
/// A case writes its files into an empty folder and runs the lines of its transcript that begin with
/// `$` there. Below a command stands its output, errors marked by `! `, and its exit code where that
/// is not 0. `$ ls` lists all files, `$ cat` shows one; everything else is wikiguide, before whose name
/// variables of the environment may stand.
@Suite struct TranscriptTests {
  private static let pages = SpecPage.all(expecting: "transcript")

  @Test(arguments: pages)
  func transcript(_ page: SpecPage) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "wikiguide-command-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in page.files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    var actual = ""
    for line in page.expected.split(separator: "\n") where line.hasPrefix("$ ") {
      actual += line + "\n"
      let words = line.dropFirst(2).split(separator: " ").map(String.init)
      switch words[0] {
      case "ls": actual += list(folder)
      case "cat":
        actual += try String(contentsOf: folder.appending(path: words[1]), encoding: .utf8)
      default: actual += try run(words, in: folder)
      }
    }
    // Messages name folders by their whole path, which differs from run to run.
    // Releases are named by what is in them, which changes with the program.
    let complaint = page.complaint(
      about: actual.replacing(folder.resolvingSymlinksInPath().path, with: "FOLDER")
        .replacing(/\b(\d{6})-[0-9a-f]{12}\b/) { "\($0.output.1)-DIGEST" })
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  @Test func casesAreThere() { #expect(Self.pages.count >= 8) }

  private func list(_ folder: URL) -> String {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var isFolder: ObjCBool = false
    return (paths ?? []).sorted().filter {
      FileManager.default.fileExists(
        atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.map { path in
      // Names of assets change with every change of their bytes.
      path.replacing(/-[0-9a-f]{16}\./, with: "-FINGERPRINT.") + "\n"
    }.joined()
  }

  private func run(_ words: [String], in folder: URL) throws -> String {
    let variables = words.prefix { $0.contains("=") }
      .map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    let words = Array(words.dropFirst(variables.count))
    let process = Process()
    process.executableURL = Products.folder.appending(path: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    var environment = ["SOURCE_DATE_EPOCH": "1767312000", "PATH": "/usr/bin:/bin"]
    environment.merge(Products.sanitizerOptions) { _, options in options }
    for variable in variables { environment[variable[0]] = variable.last }
    process.environment = environment
    // Files, not pipes: a full pipe would stop the command.
    let output = folder.appending(path: "../\(folder.lastPathComponent).out")
    let errors = folder.appending(path: "../\(folder.lastPathComponent).err")
    defer {
      try? FileManager.default.removeItem(at: output)
      try? FileManager.default.removeItem(at: errors)
    }
    for file in [output, errors] {
      try Data().write(to: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let printed = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    let reported = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    let exit = process.terminationStatus == 0 ? "" : "exit code \(process.terminationStatus)\n"
    let marked = reported.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "!" : "! \($0)" }.joined(separator: "\n")
    return (printed.hasSuffix("\n") || printed.isEmpty ? printed : printed + "\n")
      + (reported.isEmpty ? "" : String(marked.dropLast(reported.hasSuffix("\n") ? 1 : 0))) + exit
  }
}
