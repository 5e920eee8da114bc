import GuideModel

/// The compatibility list as CSV after RFC 4180: one row for each feature, client and version.
enum CompatibilityCSV {
  static let columns = [
    "feature", "client_id", "client", "version", "level", "distribution", "requires", "notes",
    "homepage", "guide", "verified_on", "source", "line", "archive_lookup",
  ]

  /// - Parameter isForExcel: with the mark by which Excel knows UTF-8, and no cell is a formula.
  static func bytes(
    _ list: CompatibilityList, site: SiteRenderer, isForExcel: Bool = false
  ) -> [UInt8] {
    var lines = SourceLines(site)
    var text = (isForExcel ? "\u{FEFF}" : "") + CSVText.record(columns)
    for row in list.rows {
      let fields = fields(row, site: site, lines: &lines)
      text += CSVText.record(isForExcel ? fields.map(CSVText.withoutFormula) : fields)
    }
    return Array(text.utf8)
  }

  private static func fields(
    _ row: CompatibilityList.Row, site: SiteRenderer, lines: inout SourceLines
  ) -> [String] {
    let link = row.client.links.first
    let place = row.evidence.first
    let line = place.flatMap { lines.lines(of: $0) }.map { String($0.lowerBound) }
    return [
      row.feature.id, row.client.id, row.client.name, version(row.versions),
      row.level?.rawValue ?? "unknown", row.client.distribution.model.rawValue,
      row.requirements.map(\.excerpt.text).joined(separator: " / "),
      row.notes.map(\.text).joined(separator: " / "), link?.url ?? "",
      row.guide.map { site.address(of: $0) } ?? "", row.verification?.on.text ?? "",
      place?.path ?? "", line ?? "", link.map { CompatibilityJSON.archiveLookup($0.url) } ?? "",
    ]
  }

  /// Empty where none is named, which is not the same as all.
  private static func version(_ versions: Versions) -> String {
    versions.scope == .all ? "all" : versions.shown ?? ""
  }
}
