import GuideModel

/// The compatibility list as CSV after RFC 4180: one row for each feature, client and version.
enum CompatibilityCSV {
  static let columns = [
    "feature", "client_id", "client", "version", "level", "distribution", "requires", "notes",
    "homepage", "guide", "verified_on", "source", "line", "archive_lookup",
  ]

  static func bytes(_ list: CompatibilityList, site: SiteRenderer) -> [UInt8] {
    var lines = SourceLines(pages: site.pagesByPath)
    var text = CSVText.record(columns)
    for row in list.rows { text += CSVText.record(fields(row, site: site, lines: &lines)) }
    return Array(text.utf8)
  }

  private static func fields(
    _ row: CompatibilityList.Row, site: SiteRenderer, lines: inout SourceLines
  ) -> [String] {
    let link = row.client.links.first
    let place = row.evidence.first
    let line = place.flatMap { lines.lines(of: $0) }.map { String($0.lowerBound) }
    let guide = row.guide.map {
      (site.settings.baseURL ?? "")
        + AddressText.encoded(path: site.clientAddresses.path(of: $0, site.main))
    }
    return [
      row.feature.id, row.client.id, row.client.name, row.version ?? "",
      row.level?.rawValue ?? "unknown", row.client.distribution.model.rawValue,
      row.requirements.map(\.excerpt.text).joined(separator: " / "), row.note?.text ?? "",
      link?.url ?? "", guide ?? "", "", place?.path ?? "", line ?? "",
      link.map { CompatibilityJSON.archiveLookup($0.url) } ?? "",
    ]
  }
}
