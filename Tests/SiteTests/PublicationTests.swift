import Foundation
import Site
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a stage takes the output's place, at once and file by file.
@Suite struct PublicationTests {
  private let site: TemporarySite
  private var output: String { site.output }
  private var changes: String { site.folder + "/.output.wikiguide-changes" }

  init() throws { site = try TemporarySite() }

  /// Which way is taken.
  enum Way: CaseIterable {
    case exchange, moves

    var limit: PiecewiseLimit {
      switch self {
      case .exchange: PiecewiseLimit(unchanged: .max, share: 1)
      case .moves: PiecewiseLimit(unchanged: 0, share: 0)
      }
    }
  }

  private static let old = [
    "index.html": "old", "same.html": "same", "gone.html": "gone", "a/page.html": "old",
    "a/same.html": "same", "b/c/gone.html": "gone",
  ]
  private static let new = [
    "index.html": "new", "same.html": "same", "a/page.html": "newer", "a/same.html": "same",
    "d/e/page.html": "new", "f.html": "new",
  ]

  @discardableResult
  private func publish(
    _ files: [String: String], _ way: Way = .exchange
  ) throws -> OutputStage.Counts {
    let stage = try OutputStage(output: output, sources: [site.content], limit: way.limit)
    defer { stage.discard() }
    for (path, text) in files { try stage.add(path: path, bytes: Array(text.utf8)) }
    return try stage.commit()
  }

  /// How many files were written, unchanged, removed.
  private func counts(_ files: [String: String], _ way: Way) throws -> [Int] {
    let counts = try publish(files, way)
    return [counts.written, counts.unchanged, counts.removed]
  }

  /// The output holds these files, the folders that they need, and nothing else; nothing is beside it.
  private func expect(_ files: [String: String]) throws {
    let manager = FileManager.default
    var (found, folders) = ([String: String](), Set<String>())
    for case let path as String in manager.enumerator(atPath: output) ?? .init() {
      let attributes = try manager.attributesOfItem(atPath: output + "/" + path)
      if attributes[.type] as? FileAttributeType == .typeDirectory {
        folders.insert(path)
      } else if path != ".wikiguide-site" {
        found[path] = try String(contentsOfFile: output + "/" + path, encoding: .utf8)
      }
    }
    #expect(found == files)
    let needed = files.keys.flatMap { path in
      path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }
    #expect(folders == Set(needed))
    #expect(try site.names(in: site.folder).filter { $0.hasPrefix(".") } == [])
  }

  private func inode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  // MARK: - Both ways

  @Test(arguments: Way.allCases)
  func outputIsWhatWasAdded(_ way: Way) throws {
    #expect(try counts(Self.old, way) == [6, 0, 0])
    try expect(Self.old)
    let folder = try inode(output)
    let same = try inode(output + "/a/same.html")
    #expect(try counts(Self.new, way) == [4, 2, 2])
    try expect(Self.new)
    #expect(try inode(output + "/a/same.html") == same)
    #expect(try (inode(output) == folder) == (way == .moves))
    #expect(try counts(Self.new, way) == [0, 6, 0])
  }

  @Test(arguments: Way.allCases)
  func fileTakesTheOutputPlaceOfAFolder(_ way: Way) throws {
    for files in [
      ["a/b.html": "1", "a/c": "2"], ["a": "3"], ["a/b.html": "4"], ["a/b.html/c": "5"],
    ] {
      try publish(files, way)
      try expect(files)
    }
  }

  /// Where a link leads stays as it is, and is no part of the site.
  @Test(arguments: Way.allCases)
  func linksInTheOutputAreNotFollowed(_ way: Way) throws {
    try publish(Self.old, way)
    let outside = site.folder + "/outside"
    for name in ["page.html", "same.html", "gone.html"] {
      try site.write(outside + "/" + name, Array("same".utf8))
    }
    let manager = FileManager.default
    for name in ["a", "same.html", "b/c/gone.html"] {
      try manager.removeItem(atPath: output + "/" + name)
    }
    for (name, target) in [
      "a": outside, "same.html": outside + "/same.html", "loop": "loop", "nowhere": "nothing",
      "b/c/gone.html": outside, "d": outside,
    ] {
      try manager.createSymbolicLink(atPath: output + "/" + name, withDestinationPath: target)
    }
    try publish(Self.new, way)
    try expect(Self.new)
    #expect(
      try site.names(in: outside).sorted() == ["gone.html", "page.html", "same.html"])
  }

  @Test(arguments: Way.allCases)
  func whatOthersLeftInTheOutputGoes(_ way: Way) throws {
    try publish(Self.old, way)
    let name = Array(output.utf8CString.dropLast()) + [0x2f, -1, -2, 0]
    close(open(name, O_CREAT | O_WRONLY, 0o600))
    mkdir(name.dropLast() + [0x66, 0], 0o700)
    mkfifo(output + "/pipe", 0o600)
    try site.makeFolder(output + "/empty/empty")
    try site.makeFolder(output + "/closed")
    try site.write(output + "/closed/file", [1])
    chmod(output + "/closed", 0o555)
    try publish(Self.new, way)
    try expect(Self.new)
    try publish(Self.new, way)
  }

  /// The disk tells two spellings of one letter apart; so do browsers.
  @Test(arguments: Way.allCases)
  func spellingsOfOneLetterAreTwoNames(_ way: Way) throws {
    let (one, two) = ("p/\u{304C}.html", "p/\u{304B}\u{3099}.html")
    for names in [[one], [two], [one, two], [two]] {
      let stage = try OutputStage(output: output, sources: [], limit: way.limit)
      for name in names { try stage.add(path: name, bytes: [1]) }
      _ = try stage.commit()
      let found = try site.names(in: output + "/p").map { Array($0.utf8) }
      #expect(Set(found) == Set(names.map { Array($0.utf8.dropFirst(2)) }))
    }
  }

  @Test(arguments: Way.allCases)
  func deepFoldersComeAndGo(_ way: Way) throws {
    let deep = String(repeating: "d/", count: 400) + "page.html"
    try publish(["a.html": "1", deep: "1"], way)
    try publish(["a.html": "1", deep: "2"], way)
    #expect(try String(contentsOfFile: output + "/" + deep, encoding: .utf8) == "2")
    try publish(["a.html": "1"], way)
    try expect(["a.html": "1"])
  }

  @Test(arguments: Way.allCases)
  func outputBehindALinkIsReplaced(_ way: Way) throws {
    let real = site.folder + "/real"
    try site.makeFolder(real)
    try FileManager.default.createSymbolicLink(
      atPath: output, withDestinationPath: real)
    try publish(Self.old, way)
    try publish(Self.new, way)
    #expect(try String(contentsOfFile: real + "/index.html", encoding: .utf8) == "new")
    #expect(try site.names(in: site.folder).sorted() == ["content", "output", "real"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: output) == real)
  }

  @Test func permissionsOfTheOutputStay() throws {
    try publish(Self.old)
    chmod(output, 0o2750)
    try publish(Self.new)
    let mode = try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int
    #expect(mode.map { $0 & 0o777 } == 0o750)
  }

  /// A site of a thousand files takes the moves by itself, where few of them change.
  @Test func littleOfALargeSiteIsMoved() throws {
    var files = ["index.html": "old"]
    for number in 0..<1100 { files["p/\(number % 10)/\(number).html"] = "\(number)" }
    func publish() throws -> Bool {
      let before = try? inode(output)
      let stage = try OutputStage(output: output, sources: [])
      for (path, text) in files { try stage.add(path: path, bytes: Array(text.utf8)) }
      _ = try stage.commit()
      return try inode(output) == before
    }
    _ = try publish()
    files["index.html"] = "new"
    #expect(try publish())
    files["p"] = nil
    for number in 0..<100 { files["p/\(number % 10)/\(number).html"] = "new" }
    #expect(try !publish(), "a twelfth of the site changed")
    try expect(files)
    files = files.filter { !$0.key.hasPrefix("p/9/") }
    files["p/9"] = "a file where a folder was"
    #expect(try !publish(), "no order of moves is right")
    try expect(files)
  }

  // MARK: - What a kill leaves

  /// The way is interrupted before each of its steps; the next build ends it.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8])
  func movesAreFinishedAfterAKill(_ steps: Int) throws {
    for next in [Self.new, Self.old, ["other.html": "3"]] {
      try publish([:])
      try publish(Self.old)
      try leaveMoves(after: steps)
      try publish(next, .moves)
      try expect(next)
    }
  }

  /// What is published by `old` on the way to `new`, after so many steps.
  private func leaveMoves(after steps: Int) throws {
    let manager = FileManager.default
    let coming = ["d/e/page.html", "f.html", "a/page.html", "index.html"]
    let going = ["b/c/gone.html", "gone.html"]
    try site.write(
      changes + "/.wikiguide-removals", Array((going.joined(separator: "\0") + "\0").utf8))
    for path in coming.dropFirst(steps) {
      try site.write(changes + "/" + path, Array((Self.new[path] ?? "").utf8))
    }
    for path in coming.prefix(steps) {
      try site.write(output + "/" + path, Array((Self.new[path] ?? "").utf8))
    }
    for path in going.prefix(max(0, steps - coming.count)) {
      try manager.removeItem(atPath: output + "/" + path)
    }
    if steps == 7 { try manager.removeItem(atPath: output + "/b") }
    if steps == 8 { try manager.removeItem(atPath: changes + "/.wikiguide-removals") }
    // A killed process leaves its lock's file too.
    try site.write(site.folder + "/.output.wikiguide-lock", [])
  }

  @Test func whatIsNoFolderOfMovesIsRemoved() throws {
    let outside = site.folder + "/outside"
    try site.write(outside + "/page.html", [1])
    try publish(Self.old)
    for name in ["changes", "stage"] {
      try FileManager.default.createSymbolicLink(
        atPath: site.folder + "/.output.wikiguide-" + name, withDestinationPath: outside)
    }
    try publish(Self.new)
    try expect(Self.new)
    #expect(try site.names(in: outside) == ["page.html"])
  }

  /// The list of what shall go may have been written by others.
  @Test func nothingOutsideIsRemoved() throws {
    try publish(Self.old)
    try site.write(site.folder + "/kept", [1])
    try site.write(site.folder + "/outside/kept", [1])
    try FileManager.default.createSymbolicLink(
      atPath: output + "/link", withDestinationPath: site.folder + "/outside")
    let list = ["../kept", "a/../../kept", "link/kept", site.folder + "/kept", "", "a//..", "."]
    try site.write(changes + "/.wikiguide-removals", Array(list.joined(separator: "\0").utf8))
    try publish(Self.new)
    try expect(Self.new)
    #expect(try site.names(in: site.folder + "/outside") == ["kept"])
    #expect(FileManager.default.fileExists(atPath: site.folder + "/kept"))
  }

  /// A build that may not write beside the output was killed; one that may comes after it.
  @Test func whatIsLeftWithinTheOutputIsFinished() throws {
    try publish(Self.old)
    try site.write(output + "/.wikiguide-changes/index.html", Array("new".utf8))
    try site.write(output + "/.wikiguide-stage/half.html", [])
    try site.write(output + "/.wikiguide-lock", [])
    var files = Self.old
    files["index.html"] = "new"
    #expect(try publish(files).written == 0)
    #expect(
      try site.names(in: output).filter { $0.hasPrefix(".") && $0 != ".wikiguide-site" } == [])
  }

  // MARK: - One at a time

  @Test func secondBuildIsRefused() throws {
    let first = try OutputStage(output: output, sources: [])
    let fault = #expect(throws: OutputFault.self) { try publish(Self.old) }
    #expect(fault?.description.contains("another build is writing") == true)
    first.discard()
    try publish(Self.old)
    let within = try #require(try FileSystem.lock(output + "/.wikiguide-lock"))
    #expect(throws: OutputFault.self) { try publish(Self.new) }
    FileSystem.unlock(output + "/.wikiguide-lock", within)
    try publish(Self.new)
    try expect(Self.new)
  }

  @Test(arguments: [
    ".wikiguide-stage/a", ".wikiguide-lock", ".wikiguide-changes", ".wikiguide-removals",
    ".wikiguide-site", "", "/a", "a//b", "a/../b", "..", "a/.", "a\0b",
    ".wikiguide-stage/\u{301}a", "../\u{301}a",
  ])
  func reservedNamesAreRefused(_ path: String) throws {
    let stage = try OutputStage(output: output, sources: [])
    defer { stage.discard() }
    #expect(throws: OutputFault.self) { try stage.add(path: path, bytes: []) }
  }

  @Test func nothingIsAddedTwiceOrLate() throws {
    try publish(Self.old)
    let stage = try OutputStage(output: output, sources: [])
    for path in ["same.html", "index.html", "another.html"] {
      try stage.add(path: path, bytes: Array("same".utf8))
      #expect(throws: OutputFault.self) { try stage.add(path: path, bytes: [1]) }
    }
    stage.discard()
    #expect(throws: OutputFault.self) { try stage.add(path: "late.html", bytes: []) }
    try expect(Self.old)
  }
}
