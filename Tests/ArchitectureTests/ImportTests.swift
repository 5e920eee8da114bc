import Foundation
import Testing

/// Who may know whom: the table of the design, held against the `import` lines.
@Suite struct ImportTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let allowed: [String: Set<String>] = [
    "SourceText": ["Glibc", "Darwin"],
    "CommonMark": ["CCMark"],
    "Syntax": ["SourceText", "CommonMark"],
    "ImageFiles": ["CZlib"],
    "GuideModel": ["SourceText", "Syntax", "ImageFiles", "Synchronization"],
    "MailSettings": ["GuideModel", "CDigest", "CMiniXML"],
    "Validation": ["SourceText", "Syntax", "ImageFiles", "GuideModel", "Synchronization"],
    "CompatibilityChanges": ["CYajl"],
    "Rendering": [
      "SourceText", "Syntax", "ImageFiles", "GuideModel", "MailSettings", "CommonMark", "CUTF8Proc",
      "CResources", "Mustache", "Synchronization", "CompatibilityChanges",
    ],
    "WikiStore": ["SourceText", "CZlib"],
    "HTMLScan": [],
    "LinkCheck": [
      "HTMLScan", "CCurl", "CUTF8Proc", "Glibc", "Darwin", "Dispatch", "Synchronization",
    ],
    "Site": [
      "SourceText", "Syntax", "ImageFiles", "GuideModel", "MailSettings", "Validation", "Rendering",
      "WikiStore", "HTMLScan", "LinkCheck", "CFileSystem", "CDigest", "CMemory", "CSHA256",
      "CBrotli", "CZlib", "Yams", "Glibc",
      "Darwin", "Dispatch",
      "Synchronization", "CompatibilityChanges",
    ],
    "Findings": ["SourceText", "Rendering", "CompatibilityChanges"],
    "FileWatch": ["Glibc", "Darwin"],
    "Inspection": ["SourceText", "Syntax", "GuideModel", "Rendering", "CResources"],
    "Preview": [
      "SourceText", "Syntax", "GuideModel", "Validation", "Rendering", "Site", "FileWatch",
      "CResources", "FlyingFox", "FlyingSocks", "Foundation", "Dispatch", "Synchronization",
      "Glibc", "Darwin",
    ],
    "wikiguide": [
      "SourceText", "Syntax", "GuideModel", "MailSettings", "Validation", "LinkCheck", "Site",
      "Findings", "Inspection", "FileWatch", "Preview", "ArgumentParser", "CMemory",
      "Synchronization", "Dispatch", "CArguments", "Rainbow", "CompatibilityChanges", "Glibc",
      "Darwin", "Foundation",
    ],
    "bench": [
      "SourceText", "Syntax", "GuideModel", "Validation", "Rendering", "WikiStore", "Site",
      "CompatibilityChanges", "Foundation",
    ],
  ]

  /// Parts that hold no Swift.
  private static let foreign: Set<String> = [
    "CCMark", "CFileSystem", "CDigest", "CSHA256", "CZlib", "CBrotli", "CUTF8Proc",
    "CArguments", "CCurl", "CMemory", "CResources", "CMiniXML", "CYajl",
  ]

  @Test(arguments: allowed.keys.sorted())
  func importsAreAllowed(_ part: String) throws {
    let allowed = try #require(Self.allowed[part])
    for (file, module) in try Self.imports(of: part) where !allowed.contains(module) {
      Issue.record("\(part)/\(file) imports \(module), which the design does not allow")
    }
  }

  @Test func everyPartIsInTheTable() throws {
    let sources = Self.package.appending(path: "Sources")
    let parts = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { !$0.hasPrefix(".") }
    for part in parts where !Self.foreign.contains(part) {
      #expect(Self.allowed[part] != nil, "\(part) is not in the table")
    }
  }

  /// The doors of the design: one file each that knows a foreign thing.
  @Test func foreignThingsHaveOneDoor() throws {
    let files = try Self.imports(of: "Site").filter { $0.module == "Yams" }.map(\.file)
    #expect(Set(files) == ["SiteConfiguration.swift"])
    let servers = try Self.imports(of: "wikiguide").filter { $0.module == "FlyingFox" }
    #expect(servers.isEmpty)
    let parsers = try Self.imports(of: "CompatibilityChanges").map(\.file)
    #expect(Set(parsers) == ["JSONReader.swift", "JSONTree.swift"])
  }

  private static func imports(of part: String) throws -> [(file: String, module: String)] {
    let folder = package.appending(path: "Sources/\(part)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var imports: [(String, String)] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "package" }
        guard words.first == "import", let module = words.dropFirst().first else { continue }
        imports.append((file.lastPathComponent, String(module)))
      }
    }
    return imports
  }
}
