import Foundation
import Site
import Testing

/// The schema of the compatibility list never changes without a new version: the documentation holds
/// the digest of the schema of each version.
@Suite struct SchemaHistoryTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func schemaIsThatOfTheNewestVersion() throws {
    let page = try String(
      contentsOf: Self.package.appending(
        path: "Sources/wikiguide/wikiguide.docc/CompatibilityList.md"), encoding: .utf8)
    let versions = page.matches(of: /\n\| ([0-9.]+) \|.*\| `([0-9a-f]{64})` \|/)
    let newest = try #require(versions.last)
    let schema = try Data(
      contentsOf: Self.package.appending(path: "Sources/Rendering/schema-1.json"))
    #expect(
      Digest.sha256(Array(schema)) == String(newest.output.2),
      "the schema changed: give it a new version in CompatibilityList.md and CompatibilityJSON")
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.build()
    #expect(
      try site.outputText("compatibility/compatibility.json").contains(
        "\"schema_version\": \"\(newest.output.1)\""))
    #expect(
      try Data(contentsOf: URL(filePath: site.output + "/compatibility/schema-1.json")) == schema)
    #expect(Set(versions.map { String($0.output.2) }).count == versions.count)
  }
}
