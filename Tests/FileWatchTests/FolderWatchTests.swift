import Foundation
import Testing

@testable import FileWatch

/// What is told of changes on a real disk; both ways of finding out.
@Suite final class FolderWatchTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "/watch-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/content/inner", withIntermediateDirectories: true)
    try write("content/page.txt", "one")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test(arguments: [FolderWatch.Method.events, .polling])
  func aWrittenFileIsToldOfOnce(_ method: FolderWatch.Method) throws {
    let watch = try watching(["content"], method)
    try write("content/page.txt", "another")
    #expect(told(watch) == ["content/page.txt"])
    #expect(watch.changes(patience: 700) == nil)
  }

  /// As careful editors save: beside, then moved into its place.
  @Test(arguments: [FolderWatch.Method.events, .polling])
  func aFileMovedIntoPlaceIsToldOf(_ method: FolderWatch.Method) throws {
    let watch = try watching(["content"], method)
    try write("content/.page.txt.swp", "another")
    try write("content/page.txt~", "another")
    rename(path("content/page.txt~"), path("content/page.txt"))
    #expect(told(watch) == ["content/page.txt"])
  }

  @Test func aFileWrittenInPiecesIsToldOfWhenItIsClosed() throws {
    let watch = try watching(["content"])
    let file = try #require(fopen(path("content/page.txt"), "w"))
    fputs("half", file)
    fflush(file)
    Thread.detachNewThread { [file = SendableFile(file)] in
      usleep(80_000)
      fclose(file.pointer)
    }
    let start = ContinuousClock.now
    #expect(told(watch) == ["content/page.txt"])
    #expect(start.duration(to: .now) >= .milliseconds(60))
    #expect(watch.changes(patience: 60) == nil)
  }

  @Test(arguments: [FolderWatch.Method.events, .polling])
  func newFoldersAreWatchedAsDeepAsTheyAre(_ method: FolderWatch.Method) throws {
    let watch = try watching(["content"], method)
    try makeFolder("content/new/deep/deeper")
    try write("content/new/deep/deeper/page.txt", "new")
    #expect(told(watch).contains("content/new/deep/deeper/page.txt"))
    try write("content/new/deep/deeper/page.txt", "changed")
    #expect(told(watch) == ["content/new/deep/deeper/page.txt"])
  }

  @Test func aMovedFolderIsWatchedUnderItsNewName() throws {
    try write("content/inner/page.txt", "one")
    let watch = try watching(["content"])
    rename(path("content/inner"), path("content/outer"))
    #expect(
      told(watch) == ["content/inner", "content/outer", "content/outer/page.txt"])
    try write("content/outer/page.txt", "two")
    #expect(told(watch) == ["content/outer/page.txt"])
  }

  @Test(arguments: [FolderWatch.Method.events, .polling])
  func aFolderMayGoAndComeBack(_ method: FolderWatch.Method) throws {
    let watch = try watching(["content"], method)
    try FileManager.default.removeItem(atPath: path("content"))
    #expect(!told(watch).isEmpty)
    while watch.changes(patience: 600) != nil {}
    try makeFolder("content")
    try write("content/page.txt", "back")
    #expect(!told(watch).isEmpty)
    while watch.changes(patience: 600) != nil {}
    try write("content/page.txt", "again")
    #expect(told(watch) == ["content/page.txt"])
  }

  @Test func aFolderPutInThePlaceOfAnotherIsWatched() throws {
    let watch = try watching(["content"])
    try makeFolder("next")
    rename(path("content"), path("last"))
    rename(path("next"), path("content"))
    #expect(told(watch) == ["content"])
    try write("content/page.txt", "again")
    #expect(told(watch) == ["content/page.txt"])
  }

  @Test(arguments: [FolderWatch.Method.events, .polling])
  func aSingleFileIsWatchedAlone(_ method: FolderWatch.Method) throws {
    let watch = try watching(["content/page.txt", "content/later.yml"], method)
    try write("content/other.txt", "not meant")
    #expect(watch.changes(patience: 60) == nil)
    try write("content/page.txt", "meant")
    #expect(told(watch) == ["content/page.txt"])
    try write("content/later.yml", "meant")
    #expect(told(watch) == ["content/later.yml"])
    try FileManager.default.removeItem(atPath: path("content/page.txt"))
    #expect(told(watch) == ["content/page.txt"])
  }

  @Test func hiddenFilesAndFoldersAreNotSeen() throws {
    let watch = try watching(["content"])
    try makeFolder("content/.git")
    try write("content/.git/index", "hidden")
    #expect(watch.changes(patience: 60) == nil)
  }

  @Test func manyWritesMakeFewBursts() throws {
    let watch = try watching(["content"])
    let place = path("content")
    Thread.detachNewThread {
      for number in 0..<1000 {
        try? "\(number)".write(
          toFile: place + "/page\(number % 10).txt", atomically: false, encoding: .utf8)
      }
    }
    var paths: Set<String> = []
    var bursts = 0
    while let changes = watch.changes(patience: 500) {
      paths.formUnion(changes.paths)
      bursts += 1
    }
    #expect(paths.count == 10)
    #expect(bursts < 100)
  }

  @Test func theSignalEndsTheWaiting() throws {
    let signal = try #require(WakeSignal())
    let watch = FolderWatch([path("content")], signal: signal)
    Thread.detachNewThread {
      usleep(20_000)
      signal.give()
    }
    #expect(watch.changes() == nil)
  }

  /// A queue that overflowed knows no names; whoever asks must look at everything.
  @Test func anOverflowIsSaid() throws {
    var burst = Burst(quiet: 0, limit: 0)
    burst.take("page.txt", writing: .goesOn)
    burst.takeUnknown()
    #expect(burst.isOver)
    #expect(!burst.changes.isComplete)
  }

  // MARK: Steps of the above

  private struct SendableFile: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<FILE>
    init(_ pointer: UnsafeMutablePointer<FILE>) { self.pointer = pointer }
  }

  private func path(_ name: String) -> String { folder + "/" + name }

  private func watching(
    _ names: [String], _ method: FolderWatch.Method = .events
  ) throws -> FolderWatch {
    FolderWatch(names.map(path), method: method, signal: try #require(WakeSignal()))
  }

  private func told(_ watch: FolderWatch) -> [String] {
    (watch.changes(patience: 3000)?.paths ?? []).map { String($0.dropFirst(folder.count + 1)) }
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }
}
