import GuideModel
import SourceText

/// What a build keeps of itself, so that the next one sees that there is nothing to do: how the files of
/// the content and of the output looked, and what was found.
///
/// It lies in a folder of the user's, never in the output or the content, and holds for one output. What
/// somebody changed, or another version of the program wrote, is as good as none.
package struct BuildMemory: Sendable {
  private let file: String
  private let key: String

  private static let ending = ".build"
  /// How many memories are kept.
  private static let most = 50

  /// - Parameters:
  ///   - folder: where memories lie, such as `~/.cache/wikiguide`.
  ///   - program: which program it is, of which version, asked to do what.
  package init(folder: String, program: String) {
    self.init(file: folder, key: program)
  }

  private init(file: String, key: String) {
    self.file = file
    self.key = key
  }

  /// Now, in nanoseconds since 1970, as files tell it: what is changed later has a later time. Nil where
  /// memories cannot be kept.
  var moment: Int? {
    let path = "\(file)/.moment"
    do throws(FileSystemError) {
      try FileSystem.makeFolders(file)
      try FileSystem.removeTree(path)
      try FileSystem.writeNew(path, [])
    } catch {
      return nil
    }
    return FileStamps.change(of: path)
  }

  /// The same for one output.
  func of(_ output: String, content: String, asOf: String) -> BuildMemory {
    BuildMemory(
      file: "\(file)/\(Digest.sha256(Array(output.utf8)))" + Self.ending,
      key: [key, output, content, asOf].joined(separator: "\n"))
  }

  /// How the files looked that a build reads.
  struct Inputs: Sendable {
    fileprivate let stamps: [FileStamps]

    /// - Returns: nil where nobody can say by looking at folders alone.
    init?(_ sources: SiteSources) {
      guard sources.discovery.isFolder else { return nil }
      let stamps = ([sources.discovery.root] + sources.wikis.map(\.folder)).map {
        FileStamps(everythingIn: $0)
      }
      guard !stamps.contains(where: { $0 == nil }) else { return nil }
      self.stamps = stamps.compactMap { $0 }
    }
  }

  /// What the last build found, if it would find the same now, and the site is as it left it.
  /// - Parameter output: the output's folder as its user names it.
  func recall(_ sources: SiteSources, _ inputs: Inputs, output name: String) -> BuildReport? {
    guard let bytes = try? FileSystem.read(file) else { return nil }
    var reader = PackedRecordReader(bytes)
    guard reader.text() == key else { return nil }
    let roots = inputs.stamps.map(\.root)
    let known = reader.values { reader in reader.values { $0.part() } }
    let root = reader.text()
    let output = FileStamps(root: root, stretches: reader.values { $0.part() })
    guard reader.isWhole, known == inputs.stamps.map(\.stretches), !roots.contains(root),
      output.stillHold
    else { return nil }
    let report = reader.report(sources, output: name)
    return reader.isWhole ? report : nil
  }

  /// Keeps what a build found. What cannot be kept is not: the next build does its work again.
  /// - Parameters:
  ///   - output: the files of the site as it was published.
  ///   - begun: a ``moment`` before the first file was read. What was changed later may have been read
  ///     too early.
  func keep(_ report: BuildReport, _ inputs: Inputs, output: FileStamps, begun: Int) {
    guard inputs.stamps.allSatisfy({ $0.latestChange < begun }) else { return forget() }
    var record = PackedRecord()
    record.add(key)
    record.add(inputs.stamps) { record, stamps in
      record.add(stamps.stretches) { $0.add($1) }
    }
    record.add(output.root)
    record.add(output.stretches) { $0.add($1) }
    record.add(report)
    do throws(FileSystemError) {
      try FileSystem.removeTree(file)
      try FileSystem.writeNew(file, record.bytes)
      try dropOldest()
    } catch {
      forget()
    }
  }

  private func forget() { try? FileSystem.removeTree(file) }

  /// Memories of outputs that nobody builds any more go.
  private func dropOldest() throws(FileSystemError) {
    guard let slash = file.lastIndex(of: "/") else { return }
    let folder = String(file[..<slash])
    let memories = try FileSystem.list(folder).filter { $0.name.hasSuffix(Self.ending) }
      .sorted { ($0.modified, $0.name) > ($1.modified, $1.name) }
    for memory in memories.dropFirst(Self.most) {
      try FileSystem.removeTree(folder + "/" + memory.name)
    }
  }
}

extension PackedRecord {
  fileprivate mutating func add(_ report: BuildReport) {
    for number in [report.allowed, report.pages, report.clients, report.guides, report.steps] {
      add(number)
    }
    add((report.publication?.written ?? 0) + (report.publication?.unchanged ?? 0))
    add(report.unreadFiles) { $0.add($1) }
    add(report.diagnostics) { $0.add($1) }
  }
}

extension PackedRecordReader {
  /// A report of a build that changed nothing.
  fileprivate mutating func report(_ sources: SiteSources, output: String) -> BuildReport {
    let allowed = number()
    let (pages, clients, guides, steps) = (number(), number(), number(), number())
    let files = number()
    let unread = values { $0.text() }
    let diagnostics = values { $0.diagnostic() }
    var report = BuildReport(
      diagnostics: diagnostics, sources: sources.files(of: diagnostics), pages: pages,
      clients: clients, guides: guides, steps: steps, unreadFiles: unread,
      publication: BuildReport.Publication(
        output: output, written: 0, unchanged: files, removed: 0))
    report.allowed = allowed
    report.rewriter = PageRewriter(
      sources.discovery, encoding: sources.configuration.wiki.encoding.encoding)
    return report
  }
}

extension SiteSources {
  /// The files that findings point into, by path.
  fileprivate func files(of diagnostics: [Diagnostic]) -> [String: SourceFile] {
    var paths: Set<String> = []
    for finding in diagnostics {
      paths.insert(finding.place.path)
      for note in finding.notes { if let place = note.place { paths.insert(place.path) } }
    }
    let links = try? SiteMemory().withLinks(of: discovery).links.file
    let others =
      [configurationFile, providerFile, links].compactMap { $0 } + textFiles + curated.files.values
    var files = Dictionary(
      others.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let pages = pages.filter { paths.contains($0.path) }
    for file in Parallel.map(pages, { try? $0.file() }) {
      if let file { files[file.path] = file }
    }
    return files
  }
}
