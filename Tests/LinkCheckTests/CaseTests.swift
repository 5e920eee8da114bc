import Foundation
import LinkCheck
import Testing

/// Every bad behaviour of the server, against what `Cases.txt` says should come of it.
@Suite(.enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)), .serialized)
struct CaseTests {
  private struct Case {
    let written: String
    let expected: [String]
  }

  /// All at once, as in a real run: whoever is slow must not spoil it for the others.
  @Test func everyCaseGetsItsVerdict() throws {
    let server = try #require(BadServer.shared)
    let cases = try Self.cases()
    let clock = ContinuousClock()
    var results: [LinkResult] = []
    let time = try clock.measure {
      // Each alone in the plan: the same page with other fragments is another request.
      let requests = cases.enumerated().map { index, one in
        LinkRequest(url: Self.distinct(server.address(one.written), index))
      }
      results = try LinkChecker(server.policy).check(requests, now: testNow)
    }
    for (one, result) in zip(cases, results) {
      #expect(Self.found(result) == one.expected, "\(one.written)")
      #expect(result.milliseconds < 25_000, "\(one.written)")
      #expect(!"\(result)".contains("secret"), "\(one.written)")
    }
    #expect(time < .seconds(60))
  }

  /// The program itself is asked, in a process of its own: what other tests hold is not its memory.
  @Test func memoryStaysSmallWhateverTheServerSends() throws {
    let server = try #require(BadServer.shared)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "wikiguide-links-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let addresses = try Self.cases().enumerated().map { index, one in
      Self.distinct(server.address(one.written), index)
    }
    let page = addresses.filter { $0.hasPrefix("http") }.map { "-\($0)\n" }.joined()
    try page.write(to: folder.appending(path: "Links.txt"), atomically: false, encoding: .utf8)
    let ports = server.ports.values.map(String.init).joined(separator: ", ")
    try "links:\n  allow_private: ['127.0.0.0/8', '::1/128']\n  allow_ports: [\(ports)]\n"
      .write(to: folder.appending(path: "wikiguide.yml"), atomically: false, encoding: .utf8)
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [
      "links", folder.path, "--budget", "20", "--pause", "0", "--per-host", "16",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, Self.peakMemory(of: process.processIdentifier) ?? 0)
      Thread.sleep(forTimeInterval: 0.05)
    }
    // Dead links end the run with 1; anything else is another fault.
    #expect(process.terminationStatus == 1)
    #expect(peak < 100 << 20)
    let state = try String(
      contentsOf: folder.appending(path: ".wikiguide/links.tsv"), encoding: .utf8)
    #expect(state.split(separator: "\n").count > 60)
  }

  /// A query makes each case a page of its own; the server looks at paths only.
  private static func distinct(_ address: String, _ index: Int) -> String {
    guard address.hasPrefix("http"), !address.hasSuffix("//") else { return address }
    let parts = address.split(separator: "#", maxSplits: 1)
    return "\(parts[0])?\(index)" + (parts.count > 1 ? "#\(parts[1])" : "")
  }

  private static func found(_ result: LinkResult) -> [String] {
    let missing = result.missingFragments.map {
      ($0.isCertain ? "missing: " : "unsure: ") + $0.fragment
    }
    return [result.verdict.rawValue, result.reason.sentence] + missing
  }

  private static func cases() throws -> [Case] {
    try BadServer.text("Cases.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let columns = line.split(separator: "  ").map {
          $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
        return Case(written: columns[0], expected: Array(columns.dropFirst()))
      }
  }

  /// The most memory that a process ever held, in bytes; nil where the system does not say.
  private static func peakMemory(of process: Int32) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1_024 }
  }

  /// The built program, beside the tests.
  private static var program: URL {
    let test = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() } + [test]
    let folder = places.first { FileManager.default.fileExists(atPath: $0.path + "/wikiguide") }
    return (folder ?? test).appending(path: "wikiguide")
  }
}
