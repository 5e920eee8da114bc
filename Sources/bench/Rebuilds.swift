import Foundation
import Site

/// Builds a site over and over in one process, each time with one page changed, and says how much memory
/// is in use: `bench rebuilds [COUNT [FOLDER]]`. Ends with 1 where it keeps growing.
struct Rebuilds {
  private let place: URL
  private var content: URL { place.appending(path: "content") }

  static func run(_ count: Int, of folder: String) throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "wikiguide-rebuilds-\(getpid())")
    defer { try? FileManager.default.removeItem(at: place) }
    let rebuilds = Rebuilds(place: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: URL(filePath: folder), to: rebuilds.content)
    guard try rebuilds.run(count) else { exit(1) }
  }

  /// Whether memory stays what it was after the first tenth.
  private func run(_ count: Int) throws -> Bool {
    var early: Int?
    var last = 0
    for number in 1...count {
      try build(number)
      guard Self.marks(count).contains(number) else { continue }
      last = Self.residentKilobytes()
      early = early ?? last
      print("\(number) rebuilds: \(last) kB are in use")
    }
    // A heap breathes a little.
    return last <= (early ?? last) * 21 / 20 + 2_048
  }

  private static func marks(_ count: Int) -> Set<Int> { [max(1, count / 10), count / 2, count] }

  private func build(_ number: Int) throws {
    try Data("*Rebuilt\n\(number) times\n".utf8).write(to: content.appending(path: "Rebuilt.txt"))
    _ = try SiteBuilder(content: content.path, asOf: "2026-01-01", version: "bench")
      .build(output: place.path + "/output", failOn: nil)
  }

  /// Where the system does not tell what is in use, what was in use at the most.
  private static func residentKilobytes() -> Int {
    let statistics = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    if let pages = statistics?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) {
      return pages * Int(getpagesize()) / 1024
    }
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss / 1024
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss
    #endif
  }
}
