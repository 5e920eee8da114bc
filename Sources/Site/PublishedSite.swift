import SourceText
import Validation

/// Checks a published site as its readers get it: templates and configuration add links that no page
/// of the wiki has.
struct PublishedSite: Sendable {
  /// As its user names it, in front of the paths that findings show.
  private let folder: String
  private let files: Set<String>
  private let pages: [PublishedPage]
  private let base: String

  /// Reads all HTML pages of a folder.
  /// - Parameter base: the path of the site's address, `/` or `/help/`.
  init(_ folder: String, base: String) throws(FileSystemError) {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.base = base
    var files: [String] = []
    try Self.collect(folder, "", into: &files)
    self.files = Set(files)
    let root = self.folder
    pages = Parallel.map(files.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }) { path in
      (try? FileSystem.read(root + "/" + path)).map { PublishedPage(path: path, bytes: $0) }
    }.compactMap { $0 }
  }

  private static func collect(
    _ root: String, _ folder: String, into files: inout [String]
  ) throws(FileSystemError) {
    for entry in try FileSystem.list(folder.isEmpty ? root : root + "/" + folder) {
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      switch entry.kind {
      case .file: files.append(path)
      case .folder: try collect(root, path, into: &files)
      case .symlink, .other: continue
      }
    }
  }

  var pageCount: Int { pages.count }
  var linkCount: Int { pages.reduce(0) { $0 + $1.links.count } }

  // MARK: - Findings

  /// A link that leads nowhere, and why.
  private struct Fault {
    let rule: Rule
    let message: String
    let help: String
  }

  /// One thing that is wrong, with all places that have it.
  private struct Case: Hashable {
    let message: String
    let isAround: Bool
  }

  /// What is wrong with the site's links and ids, and the files that the findings point into.
  /// - Parameters:
  ///   - sources: the files of the theme and the configuration, in which links of the template stand.
  ///   - severities: by rule; nil turns one off.
  func findings(
    sources: [SourceFile], severities: [String: Severity?]
  ) -> (diagnostics: [Diagnostic], files: [String: SourceFile]) {
    let ids = Dictionary(
      pages.map { ($0.path, $0.ids) }, uniquingKeysWith: { first, _ in first })
    let perPage = Parallel.map(pages) { page in
      page.links.compactMap { link in
        fault(of: link, on: page, ids: ids).map { (page: page.path, link: link, fault: $0) }
      }
    }
    var order: [Case] = []
    var found: [Case: [(page: String, link: PublishedPage.Link, fault: Fault)]] = [:]
    for one in perPage.joined() {
      let key = Case(message: one.fault.message, isAround: one.link.isAround)
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(one)
    }
    var diagnostics: [Diagnostic] = []
    var files: [String: SourceFile] = [:]
    for key in order {
      guard let places = found[key], let first = places.first,
        let severity = severities[first.fault.rule.name, default: first.fault.rule.severity]
      else { continue }
      let count = Set(places.map(\.page)).count
      let origin = key.isAround ? Self.origin(of: first.link.address, in: sources) : nil
      let place = origin ?? self.place(first.page, first.link.range, &files)
      var notes: [Diagnostic.Note] = []
      if origin == nil {
        notes = places.dropFirst().prefix(5).map {
          .init("here too", at: self.place($0.page, $0.link.range, &files))
        }
      }
      if count > 1 { notes.append(.init("it stands on \(count) pages")) }
      if key.isAround, origin == nil {
        notes.append(.init("it comes from the template, not from a page of the wiki"))
      }
      diagnostics.append(
        Diagnostic(
          rule: first.fault.rule.name, severity: severity, place: place,
          message: first.fault.message, notes: notes, help: first.fault.help,
          subject: first.link.address))
    }
    if let severity = severities[
      Rule.duplicateIDInOutput.name, default: Rule.duplicateIDInOutput.severity]
    {
      for page in pages {
        for (id, range) in page.repeatedIDs {
          diagnostics.append(
            Diagnostic(
              rule: Rule.duplicateIDInOutput.name, severity: severity,
              place: place(page.path, range, &files),
              message: "the id '\(id)' stands on this page already",
              help: "links to it always lead to the first of the two", subject: id))
        }
      }
    }
    return (diagnostics.sorted(), files)
  }

  private func fault(
    of link: PublishedPage.Link, on page: PublishedPage, ids: [String: Set<String>]
  ) -> Fault? {
    switch PublishedAddress(link.address, on: page.path, base: base) {
    case .elsewhere: return nil
    case .outside:
      return Fault(
        rule: .brokenLinkInOutput, message: "'\(link.address)' leads out of the site",
        help: "a site knows only its own files")
    case .file(var path, let fragment):
      if !files.contains(path) {
        guard files.contains(path + "/index.html") else {
          // What the template adds is named in another way on each page.
          let written = link.isAround ? "" : " for '\(link.address)'"
          return Fault(
            rule: .brokenLinkInOutput, message: "there is no file '\(path)'\(written)",
            help: NearestName.find(path, among: neighbours(of: path)).map {
              "did you mean '\($0)'?"
            } ?? "correct the address, or publish the file")
        }
        path += "/index.html"
      }
      guard let fragment, !fragment.isEmpty, fragment != "top", !fragment.hasPrefix(":~:"),
        let known = ids[path], !known.contains(fragment)
      else { return nil }
      return Fault(
        rule: .brokenAnchorInOutput, message: "'\(path)' has no place named '\(fragment)'",
        help: NearestName.find(fragment, among: known.sorted()).map { "did you mean '\($0)'?" }
          ?? "name one of its ids")
    }
  }

  /// Files of the same folder: what a wrong name most likely means.
  private func neighbours(of path: String) -> [String] {
    let folder = ContentDiscovery.folder(of: path)
    return files.filter { ContentDiscovery.folder(of: $0) == folder }.sorted()
  }

  /// Where the theme or the configuration names an address.
  private static func origin(of address: String, in sources: [SourceFile]) -> SourcePlace? {
    var written = address[...]
    while written.hasPrefix("../") { written = written.dropFirst(3) }
    if written.hasPrefix("/") { written = written.dropFirst() }
    guard written.count > 1 else { return nil }
    for form in [address, String(written)] {
      let bytes = Array(form.utf8)
      for file in sources {
        guard let found = file.bytes.firstRange(of: bytes) else { continue }
        return SourcePlace(file.path, SourceRange(found.lowerBound, found.upperBound))
      }
    }
    return nil
  }

  private func place(
    _ page: String, _ range: Range<Int>, _ files: inout [String: SourceFile]
  ) -> SourcePlace {
    let path = folder + "/" + page
    if files[path] == nil, let bytes = try? FileSystem.read(path) {
      files[path] = try? SourceFile(path: path, bytes: bytes)
    }
    return SourcePlace(
      path, files[path] == nil ? nil : SourceRange(range.lowerBound, range.upperBound))
  }
}
