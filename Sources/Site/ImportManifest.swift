/// Where the files of a content folder were brought from: one line a file, sorted by path.
///
/// ```
/// line = SHA-256 of the file TAB path TAB source TAB date of the source, or "-" LINE END
/// ```
/// The digest tells an edited file from one that is as it was brought.
package struct ImportManifest: Sendable, Equatable {
  package static let name = "imported.tsv"

  package struct Entry: Sendable, Equatable {
    package let digest: String
    package let path: String
    package let source: String
    /// ISO 8601; nil where the source has none.
    package let date: String?
  }

  /// Sorted by path.
  package let entries: [Entry]
  private let byPath: [String: Entry]

  package init(_ entries: [Entry] = []) {
    byPath = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    self.entries = byPath.values.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  /// Reads a manifest; lines that are none are left out.
  package init(_ text: String) {
    self.init(
      text.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4, fields[0].utf8.count == 64 else { return nil }
        return Entry(
          digest: fields[0], path: fields[1], source: fields[2],
          date: fields[3] == "-" ? nil : fields[3])
      })
  }

  package var text: String {
    entries.map { entry in
      let source = entry.source.map { $0 == "\t" || $0.isNewline ? " " : String($0) }.joined()
      return "\(entry.digest)\t\(entry.path)\t\(source)\t\(entry.date ?? "-")\n"
    }.joined()
  }

  package subscript(path: String) -> Entry? { byPath[path] }
}
