import Foundation
import Site
import SourceText
import Testing

/// A whole site with four features and twelve clients, each in several spellings, on pages that
/// contradict each other, with curated data: what its list says in each form, to the byte.
///
/// `RECORD=1` rewrites the expected files, and the test fails all the same.
@Suite struct CompatibilitySiteTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Sites/many-features")

  private static let builder = SiteBuilder(
    content: folder.appending(path: "content").path, asOf: "2026-11-26", version: "test")

  private static let files: [(form: ListForm, name: String)] = [
    (.json, "expected.json"), (.csv, "expected.csv"), (.excel, "expected-excel.csv"),
    (.markdown, "expected.md"), (.caniuse, "expected-letters.txt"), (.bcd, "expected-bcd.json"),
    (.jsonLD, "expected-graph.json"),
  ]

  @Test(arguments: files.map(\.name))
  func listIsAsExpected(_ name: String) throws {
    let file = try #require(Self.files.first { $0.name == name })
    let bytes = try Self.builder.compatibility(form: file.form).list.bytes
    try expect(Data(bytes), name)
  }

  /// What is wrong with the site: contradictions between pages, and with curated data.
  @Test func findingsAreAsExpected() throws {
    let report = try Self.builder.check()
    let lines = report.diagnostics.map { finding in
      let line = report.sources[finding.place.path].flatMap { file in
        finding.place.range.map { ":\(LineIndex(file).line(at: $0.lower))" }
      }
      return "\(finding.place.path)\(line ?? ""): \(finding.rule): \(finding.message)\n"
    }
    try expect(Data(lines.joined().utf8), "expected-findings.txt")
  }

  @Test func sameBytesOnEveryRun() throws {
    for form in ListForm.allCases {
      let first = try Self.builder.compatibility(form: form).list.bytes
      #expect(try first == Self.builder.compatibility(form: form).list.bytes)
    }
  }

  private func expect(_ actual: Data, _ name: String) throws {
    let file = Self.folder.appending(path: name)
    let isSame = actual == (try? Data(contentsOf: file))
    if !isSame, ProcessInfo.processInfo.environment["RECORD"] == "1" { try actual.write(to: file) }
    #expect(isSame, "\(name) differs; RECORD=1 writes it")
  }
}
