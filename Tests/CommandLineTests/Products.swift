import Foundation

/// Where the built programs lie.
enum Products {
  /// The folder of built programs, in which the tests lie too.
  static let folder: URL = {
    let test = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() } + [test]
    return places.first { FileManager.default.fileExists(atPath: $0.path + "/wikiguide") } ?? test
  }()

  /// What a program that was built with a sanitizer is not to speak of, as variables of its environment.
  static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }
}
