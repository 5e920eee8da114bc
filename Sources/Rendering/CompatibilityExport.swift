import CommonMark
import GuideModel

/// The compatibility list in a form to be put anywhere, with what the form has no room for.
package struct CompatibilityExport: Sendable {
  package let bytes: [UInt8]
  package let losses: CompatibilityLosses
}

/// The forms in which the list is given out.
package enum CompatibilityFormat: String, Sendable, CaseIterable {
  case json, csv, markdown, html, caniuse, bcd
  case jsonLD = "json-ld"
}

/// What a form of the list leaves out, counted by what it is.
package struct CompatibilityLosses: Sendable {
  /// In the order in which they are told; a count may be 0.
  private(set) var counts: [(name: String, count: Int)] = []

  /// - Parameter names: what may be lost, in the order in which it is told.
  init(_ names: [String] = []) { counts = names.map { ($0, 0) } }

  /// - Parameter name: what is lost, in the plural: `lines of evidence`.
  mutating func add(_ name: String, _ count: Int) {
    if let index = counts.firstIndex(where: { $0.name == name }) {
      counts[index].count += count
    } else {
      counts.append((name, count))
    }
  }

  /// `links to guides (3), lines of evidence (12)`; nil where nothing is lost.
  package var text: String? {
    let lost = counts.filter { $0.count > 0 }
    return lost.isEmpty ? nil : lost.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
  }
}

extension SiteRenderer {
  /// - Parameter isForExcel: whether spreadsheets open the file, which matters for CSV.
  package func compatibility(
    format: CompatibilityFormat, isForExcel: Bool = false
  ) -> CompatibilityExport {
    let list = compatibilityList
    let root = settings.baseURL ?? "../"
    let bytes: [UInt8]
    switch format {
    case .json:
      bytes = CompatibilityJSON(list, site: self).bytes()
    case .csv: bytes = CompatibilityCSV.bytes(list, site: self, isForExcel: isForExcel)
    case .markdown:
      var matrix = matrix(list, isGrouped: false, root: root)
      bytes = matrix.tree.markdown()
    case .html:
      let matrix = matrix(list, isGrouped: true, root: root)
      bytes = matrix.tree.html()
    case .caniuse: return CompatibilityLetters(list, site: self).export
    case .bcd: return CompatibilityBrowserData(list, site: self).export
    case .jsonLD: bytes = CompatibilityGraph(list, site: self).bytes
    }
    return CompatibilityExport(bytes: bytes, losses: CompatibilityLosses())
  }
}
