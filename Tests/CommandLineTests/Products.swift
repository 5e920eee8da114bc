import Foundation

/// Where the built programs lie.
enum Products {
  /// The folder of built programs, in which the tests lie too.
  static let folder: URL = {
    let test = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() } + [test]
    return places.first { FileManager.default.fileExists(atPath: $0.path + "/wikiguide") } ?? test
  }()
}
