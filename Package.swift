// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order in which data flows; a part sees only what it names.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Homebrew has version 4 of Mini-XML, under a name of its own.
#if os(macOS)
  let miniXML = "mxml4"
#else
  let miniXML = "mxml"
#endif

let package = Package(
  name: "wikiguide",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "wikiguide", targets: ["wikiguide"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .target(name: "SourceText", swiftSettings: strict),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CommonMark", dependencies: ["CCMark"], swiftSettings: strict),
    .target(
      name: "Syntax", dependencies: ["SourceText", "CommonMark"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "ImageFiles", dependencies: ["CZlib"], swiftSettings: strict),
    .target(
      name: "GuideModel", dependencies: ["SourceText", "Syntax", "ImageFiles"],
      swiftSettings: strict),
    .target(
      name: "Validation", dependencies: ["SourceText", "Syntax", "ImageFiles", "GuideModel"],
      swiftSettings: strict),
    .systemLibrary(
      name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .systemLibrary(
      name: "CMiniXML", pkgConfig: miniXML,
      providers: [.apt(["libmxml-dev"]), .brew(["libmxml"])]),
    .target(
      name: "MailSettings", dependencies: ["GuideModel", "CDigest", "CMiniXML"],
      swiftSettings: strict),
    .systemLibrary(
      name: "CYajl", pkgConfig: "yajl", providers: [.apt(["libyajl-dev"]), .brew(["yajl"])]),
    .target(name: "CompatibilityChanges", dependencies: ["CYajl"], swiftSettings: strict),
    .systemLibrary(
      name: "CUTF8Proc", pkgConfig: "libutf8proc",
      providers: [.apt(["libutf8proc-dev"]), .brew(["utf8proc"])]),
    .target(name: "CResources"),
    .target(
      name: "Rendering",
      dependencies: [
        "SourceText", "Syntax", "ImageFiles", "GuideModel", "MailSettings", "CommonMark",
        "CUTF8Proc", "CResources", "CompatibilityChanges",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: [
        "Theme/page.mustache", "Theme/style.css", "Theme/site.js", "Theme/matrix.js",
        "Theme/values.js", "Theme/icon.svg", "Theme/text-ja.txt", "Theme/text-en.txt",
        "schema-1.json", "changes-schema-1.json",
      ],
      swiftSettings: strict),
    .target(name: "WikiStore", dependencies: ["SourceText", "CZlib"], swiftSettings: strict),
    .target(name: "HTMLScan", swiftSettings: strict),
    .target(name: "CCurl"),
    .target(
      name: "LinkCheck", dependencies: ["CCurl", "CUTF8Proc", "HTMLScan"], swiftSettings: strict),
    .target(name: "CFileSystem"),
    .target(name: "CSHA256"),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc",
      providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .target(
      name: "Site",
      dependencies: [
        "SourceText", "Syntax", "ImageFiles", "GuideModel", "MailSettings", "Validation",
        "Rendering", "WikiStore", "CompatibilityChanges", "HTMLScan", "LinkCheck", "CFileSystem",
        "CDigest", "CMemory", "CSHA256", "CBrotli", "CZlib",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Findings", dependencies: ["SourceText", "CompatibilityChanges", "Rendering"],
      swiftSettings: strict),
    .target(name: "FileWatch", swiftSettings: strict),
    .target(
      name: "Inspection",
      dependencies: ["SourceText", "Syntax", "GuideModel", "Rendering", "CResources"],
      exclude: ["inspect-schema-1.json"], swiftSettings: strict),
    .target(
      name: "Preview",
      dependencies: [
        "SourceText", "Syntax", "GuideModel", "Validation", "Rendering", "Site", "FileWatch",
        "CResources",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      exclude: ["preview.js", "preview.css", "understood.js"], swiftSettings: strict),
    .target(name: "CArguments"),
    .target(name: "CMemory"),
    .executableTarget(
      name: "wikiguide",
      dependencies: [
        "CArguments", "CMemory", "SourceText", "Syntax", "GuideModel", "MailSettings", "Validation",
        "LinkCheck", "Site", "CompatibilityChanges", "Findings", "Inspection", "FileWatch",
        "Preview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Rainbow", package: "Rainbow"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bench",
      dependencies: [
        "SourceText", "Syntax", "GuideModel", "Validation", "Rendering", "WikiStore", "Site",
        "CompatibilityChanges",
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["SourceText", "Syntax", "GuideModel", "Rendering"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: strict),
    .testTarget(
      name: "SyntaxTests", dependencies: ["SourceText", "Syntax", "TestSupport"],
      exclude: ["Spec"], swiftSettings: strict),
    .testTarget(
      name: "ImageFilesTests", dependencies: ["CZlib", "ImageFiles"], swiftSettings: strict),
    .testTarget(
      name: "GuideModelTests", dependencies: ["SourceText", "Syntax", "GuideModel", "TestSupport"],
      exclude: ["Spec"], swiftSettings: strict),
    .testTarget(
      name: "ValidationTests", dependencies: ["SourceText", "Validation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "SourceText", "Syntax", "GuideModel", "CCMark", "CommonMark", "Rendering", "TestSupport",
      ],
      exclude: ["Spec"], swiftSettings: strict),
    .testTarget(
      name: "CompatibilityChangesTests", dependencies: ["CompatibilityChanges"],
      swiftSettings: strict),
    .testTarget(
      name: "WikiStoreTests", dependencies: ["SourceText", "WikiStore"], swiftSettings: strict),
    .testTarget(name: "HTMLScanTests", dependencies: ["HTMLScan"], swiftSettings: strict),
    .testTarget(
      name: "LinkCheckTests", dependencies: ["LinkCheck", "wikiguide"],
      exclude: ["BadServer.py", "Cases.txt"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteTests", dependencies: ["SourceText", "Validation", "LinkCheck", "Site"],
      exclude: ["Sites"],
      swiftSettings: strict),
    .testTarget(
      name: "FindingsTests", dependencies: ["SourceText", "Findings", "Site"],
      swiftSettings: strict),
    .testTarget(name: "PreviewTests", dependencies: ["Preview"], swiftSettings: strict),
    .testTarget(name: "FileWatchTests", dependencies: ["FileWatch"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["wikiguide", "Site", "TestSupport"],
      exclude: ["Spec"],
      swiftSettings: strict),
    .testTarget(
      name: "PropertyTests",
      dependencies: [
        "CCMark", "SourceText", "CommonMark", "Syntax", "GuideModel", "Rendering", "Site",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)

// The fuzzers want all parts compiled for them, into a folder of their own: Scripts/fuzz says so.
if Context.environment["WIKIGUIDE_FUZZERS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzzers",
      dependencies: [
        "SourceText", "Syntax", "ImageFiles", "GuideModel", "Rendering", "WikiStore", "HTMLScan",
        "CompatibilityChanges", "Site", "TestSupport",
      ],
      path: "Tests/Fuzzers", exclude: ["export.xml"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
