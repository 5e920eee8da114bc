/// Makes releases of a site: builds over the newest one and, where anything changed, publishes what
/// came as the next.
///
/// Whether something changed is told by the newest release, live or not. So a release that was taken
/// back is not published again until the content says something else.
package struct ReleasePublisher: Sendable {
  private let content: String
  private let folder: ReleaseFolder
  private let version: String
  private let progress: WorkProgress

  /// What there is to do for a release, in this order. After each step the folder is in a state from
  /// which the next run goes on.
  package enum Step: Sendable, CaseIterable {
    /// Ends or clears what a killed run left.
    case recover
    /// Begins with the newest release's files.
    case copy
    /// Builds the site over them.
    case build
    /// Writes down what the release is.
    case record
    /// Says that it is to be live.
    case announce
    /// Gives it its name.
    case name
    /// Makes it live.
    case exchange
    /// Removes old releases.
    case prune
  }

  package enum Outcome: Sendable {
    case published(ReleaseName, BuildReport)
    /// Nothing is new.
    case unchanged(live: ReleaseName, newest: ReleaseName, BuildReport)
    /// Findings forbid it.
    case refused(live: ReleaseName?, BuildReport)
  }

  /// The dates that a release may bear.
  package struct Dates: Sendable {
    /// Of a release with something new.
    let new: String
    /// Whether the date alone makes a release new.
    let isChosen: Bool

    /// - Parameter isChosen: whether the user named the date; otherwise it is that of the day.
    package init(_ new: String, isChosen: Bool) {
      self.new = new
      self.isChosen = isChosen
    }
  }

  package init(
    content: String, folder: ReleaseFolder, version: String,
    progress: WorkProgress = WorkProgress()
  ) {
    self.content = content
    self.folder = folder
    self.version = version
    self.progress = progress
  }

  private var siteInTheMaking: String { "\(folder.work)/next/\(ReleaseFolder.site)" }

  /// Publishes a release, where there is something new.
  /// - Parameters:
  ///   - keep: how many releases stay besides the newest.
  ///   - stop: a step after which everything is left as it is, as if the run had been killed there.
  /// - Returns: nil where it stopped.
  package func publish(
    _ dates: Dates, keep: Int, stoppingAfter stop: Step? = nil,
    unless isForbidden: (BuildReport) -> Bool
  ) throws(SiteFault) -> Outcome? {
    do throws(OutputFault) {
      try withLock { () throws(OutputFault) in try folder.recover() }
      if stop == .recover { return nil }
      let newest = try onDisk { () throws(FileSystemError) in try folder.names().last }
      try copy(newest)
      if stop == .copy { return nil }
      let (report, asOf) = try build(dates, over: newest, unless: isForbidden)
      guard report.publication != nil else { return try refused(report) }
      if let newest, isUnchanged(report) {
        try clear()
        return .unchanged(live: try folder.live() ?? newest, newest: newest, report)
      }
      if stop == .build { return nil }
      let digest = try record(ReleaseRecord(asOf: asOf, report))
      if stop == .record { return nil }
      let name = try withLock { () throws(OutputFault) in
        try finish(digest, keep: keep, stoppingAfter: stop)
      }
      return name.map { .published($0, report) }
    } catch {
      throw error.siteFault
    }
  }

  // MARK: - Steps

  private func copy(_ newest: ReleaseName?) throws(OutputFault) {
    try onDisk { () throws(FileSystemError) in
      try FileSystem.makeFolders(folder.work + "/next")
      if let newest { try FileSystem.mirror(folder.site(of: newest), as: siteInTheMaking) }
    }
  }

  /// With the date of the newest release, the same content makes the same site. Only where it does not,
  /// the site is built again with the new date.
  private func build(
    _ dates: Dates, over newest: ReleaseName?, unless isForbidden: (BuildReport) -> Bool
  ) throws(OutputFault) -> (report: BuildReport, asOf: String) {
    let oldDate = dates.isChosen ? nil : newest.flatMap { folder.record(of: $0)?.asOf }
    let asOf = oldDate ?? dates.new
    let report = try build(asOf, unless: isForbidden)
    guard asOf != dates.new, report.publication != nil, !isUnchanged(report) else {
      return (report, asOf)
    }
    try clear()
    try copy(newest)
    return (try build(dates.new, unless: isForbidden), dates.new)
  }

  private func build(
    _ asOf: String, unless isForbidden: (BuildReport) -> Bool
  ) throws(OutputFault) -> BuildReport {
    let builder = SiteBuilder(
      content: content, asOf: asOf, version: version, progress: progress)
    do throws(SiteFault) {
      return try builder.build(output: siteInTheMaking, unless: isForbidden)
    } catch {
      try clear()
      throw .built(error)
    }
  }

  /// - Returns: the digest of all files of the release.
  private func record(_ record: ReleaseRecord) throws(OutputFault) -> String {
    try onDisk { () throws(FileSystemError) in
      try FileSystem.writeNew(
        "\(folder.work)/next/\(ReleaseRecord.file)", Array(record.text.utf8))
      let digest = try Self.digest(of: siteInTheMaking)
      try FileSystem.settle(folder.work)
      return digest
    }
  }

  /// From the announcement on, under the lock.
  /// - Returns: nil where it stopped.
  private func finish(
    _ digest: String, keep: Int, stoppingAfter stop: Step?
  ) throws(OutputFault) -> ReleaseName? {
    let isStopped = try onDisk { () throws(FileSystemError) in
      let number = (try folder.names().last?.number ?? 0) + 1
      let name = ReleaseName(number: number, digest: digest)
      try FileSystem.makeFolders(folder.releases)
      try folder.announce(name)
      if stop == .announce { return nil as ReleaseName? }
      try FileSystem.rename(folder.work + "/next", to: folder.folder(of: name))
      if stop == .name { return nil }
      try folder.exchange()
      return name
    }
    guard let name = isStopped, stop != .exchange else { return nil }
    try folder.prune(keep: keep)
    try clear()
    return name
  }

  // MARK: - Parts of steps

  private func isUnchanged(_ report: BuildReport) -> Bool {
    report.publication.map { $0.written == 0 && $0.removed == 0 } ?? false
  }

  private func refused(_ report: BuildReport) throws(OutputFault) -> Outcome {
    try clear()
    return .refused(live: try folder.live(), report)
  }

  private func clear() throws(OutputFault) {
    try onDisk { () throws(FileSystemError) in try FileSystem.removeTree(folder.work) }
  }

  private func withLock<Result>(
    _ work: () throws(OutputFault) -> Result
  ) throws(OutputFault) -> Result {
    let lock = try folder.lockPatiently()
    defer { withExtendedLifetime(lock) {} }
    return try work()
  }

  /// The digest of the digests of all files with their paths, in order.
  private static func digest(of site: String) throws(FileSystemError) -> String {
    let files = try OutputTree(of: OpenFolder(site)).files
    let paths = (0..<files.count).map(files.path)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let lines = Parallel.map(paths) { path in
      ((try? FileSystem.read(site + "/" + path)).map(Digest.sha256) ?? "") + " " + path + "\n"
    }
    return Digest.sha256(Array(lines.joined().utf8))
  }
}
