import SourceText

/// Which replacements are carried out on which files.
///
/// Of two that overlap, the first of the file is chosen, and the other is left for a later run, which
/// sees the text as it is then. Two findings that ask for the same are both mended by one edit.
package struct FixPlan: Sendable {
  /// By path, in the order of the paths.
  package private(set) var files: [File] = []
  /// How many findings are left for a later run.
  package private(set) var overlapping = 0

  package struct File: Sendable, Equatable {
    package let path: String
    /// Sorted; no two overlap.
    package fileprivate(set) var edits: [TextEdit]
    /// How many findings the edits mend.
    package fileprivate(set) var findings: Int
  }

  /// - Parameters:
  ///   - includesUnsure: whether replacements are carried out that somebody should look at first.
  ///   - isEditable: whether a file may be edited at all.
  package init(
    _ diagnostics: [Diagnostic], includesUnsure: Bool, isEditable: (String) -> Bool
  ) {
    var byPath: [String: [TextEdit]] = [:]
    for diagnostic in diagnostics {
      guard let suggestion = diagnostic.suggestion,
        includesUnsure || suggestion.certainty == .safe, isEditable(diagnostic.place.path)
      else { continue }
      byPath[diagnostic.place.path, default: []].append(
        TextEdit(suggestion.range, replacement: suggestion.replacement))
    }
    for path in byPath.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      add(path, byPath[path] ?? [])
    }
  }

  private mutating func add(_ path: String, _ edits: [TextEdit]) {
    var file = File(path: path, edits: [], findings: 0)
    let sorted = edits.enumerated().sorted {
      ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
    }.map(\.element)
    for edit in sorted {
      guard let last = file.edits.last else {
        file.edits = [edit]
        file.findings = 1
        continue
      }
      if edit == last {
        file.findings += 1
      } else if edit.range.lower >= last.range.upper, edit.range != last.range {
        file.edits.append(edit)
        file.findings += 1
      } else {
        overlapping += 1
      }
    }
    files.append(file)
  }
}
