/// Finds the file that a wrong path most likely means.
struct NearestPath: Sendable {
  private let byFoldedPath: [String: String]
  private let byFoldedFileName: [String: String]
  private let index: NameIndex

  /// - Parameter paths: sorted; of files with the same name, the first is offered.
  init(_ paths: [String]) {
    byFoldedPath = Dictionary(
      paths.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    byFoldedFileName = Dictionary(
      paths.map { (Self.fileName($0.lowercased()), $0) },
      uniquingKeysWith: { first, _ in first })
    index = NameIndex(paths)
  }

  /// The same path in other letter case, else the same file name in another folder, else the path
  /// that is nearest in spelling.
  func find(_ path: String) -> String? {
    let folded = path.lowercased()
    return byFoldedPath[folded] ?? byFoldedFileName[Self.fileName(folded)]
      ?? index.nearest(to: path)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
