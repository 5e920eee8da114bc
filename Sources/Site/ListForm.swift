import Rendering

/// The form in which the compatibility list is exported.
package enum ListForm: String, Sendable, CaseIterable {
  case json, csv, markdown, html, caniuse, bcd
  case jsonLD = "json-ld"
  /// CSV for Excel; chosen by an option of its own.
  case excel

  /// Those that have a name of their own.
  package static let named = allCases.filter { $0 != .excel }

  func export(_ site: SiteRenderer) -> ListExport {
    let export =
      switch self {
      case .json: site.compatibility(format: .json)
      case .csv: site.compatibility(format: .csv)
      case .markdown: site.compatibility(format: .markdown)
      case .html: site.compatibility(format: .html)
      case .caniuse: site.compatibility(format: .caniuse)
      case .bcd: site.compatibility(format: .bcd)
      case .jsonLD: site.compatibility(format: .jsonLD)
      case .excel: site.compatibility(format: .csv, isForExcel: true)
      }
    return ListExport(bytes: export.bytes, leftOut: export.losses.text)
  }
}

/// A compatibility list in one form.
package struct ListExport: Sendable {
  package let bytes: [UInt8]
  /// What the form has no room for, in words; nil where nothing is lost.
  package let leftOut: String?
}
