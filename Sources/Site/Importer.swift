import SourceText

/// Writes a wiki out as plain files: readable names, UTF-8, attachments beside their pages.
///
/// Goes in: a request. Comes out: what was done. Run again, it brings over what changed. Files that
/// somebody edited since are left alone, and so is everything that no import wrote.
package struct Importer: Sendable {
  private let request: ImportRequest

  private let progress: WorkProgress

  package init(_ request: ImportRequest, progress: WorkProgress = WorkProgress()) {
    self.request = request
    self.progress = progress
  }

  package func run() throws(SiteFault) -> ImportReport {
    progress.begin(.readingPages)
    let source = try ImportSource(request)
    do throws(OutputFault) {
      var target = try ImportTarget(request.target, source: source.label)
      var report = ImportReport(source: source)
      var entries: [ImportManifest.Entry] = []
      progress.begin(.writing, total: source.files.count)
      for file in source.files {
        try put(file, into: &target, &report, &entries)
        progress.step()
      }
      try removeGone(from: &target, source, &report, &entries)
      try target.write(ImportManifest(entries))
      report.finish()
      return report
    } catch {
      throw error.siteFault
    }
  }

  private func put(
    _ file: ImportSource.File, into target: inout ImportTarget, _ report: inout ImportReport,
    _ entries: inout [ImportManifest.Entry]
  ) throws(OutputFault) {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      switch file.content {
      case .bytes(let content): bytes = content
      case .copy(let path): bytes = try FileSystem.read(path)
      case .excerpt(let excerpt): bytes = try excerpt.bytes()
      }
    } catch {
      report.add(unreadable: file, error)
      return
    }
    let digest = Digest.sha256(bytes)
    let entry = ImportManifest.Entry(
      digest: digest, path: file.path, source: file.origin, date: file.date)
    switch try target.state(of: file.path, digest: digest) {
    case .missing:
      try target.put(file.path, bytes)
      report.added.append(file.path)
    case .same: report.unchanged += 1
    case .imported:
      try target.put(file.path, bytes)
      report.changed.append(file.path)
    case .edited where request.isForced:
      try target.put(file.path, bytes)
      report.changed.append(file.path)
    case .edited(let known):
      report.add(edited: file.path)
      // The old entry stays, so that the file is known as edited the next time.
      if let known { entries.append(known) }
      return
    case .unsafe:
      report.add(unsafe: file.path)
      return
    }
    entries.append(entry)
  }

  /// What the source had and has no longer goes, unless somebody edited it; what other sources
  /// brought stays.
  private func removeGone(
    from target: inout ImportTarget, _ source: ImportSource, _ report: inout ImportReport,
    _ entries: inout [ImportManifest.Entry]
  ) throws(OutputFault) {
    let planned = Set(source.files.map(\.path))
    for entry in target.manifest.entries where !planned.contains(entry.path) {
      guard entry.source.hasPrefix(source.label + ": ") else {
        entries.append(entry)
        continue
      }
      switch try target.state(of: entry.path, digest: entry.digest) {
      case .missing: break
      case .same, .imported:
        try target.remove(entry.path)
        report.removed.append(entry.path)
      case .edited, .unsafe:
        report.add(keptThoughGone: entry.path)
        entries.append(entry)
      }
    }
  }
}
