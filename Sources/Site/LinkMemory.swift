import LinkCheck
import SourceText
import Validation

/// What is remembered of the addresses outside of a site: a file beside its pages, kept with them.
struct LinkMemory: Sendable {
  let state: LinkState
  /// The file; nil where there is none yet.
  let file: SourceFile?
  let diagnostics: [Diagnostic]

  /// Where it stands unless its user says otherwise: hidden from the wiki, beside the pages.
  static let path = ".wikiguide/links.tsv"
  static let rule = "unreadable-link-state"

  init(state: LinkState = LinkState()) {
    self.state = state
    file = nil
    diagnostics = []
  }

  private init(_ state: LinkState, _ file: SourceFile?, _ diagnostics: [Diagnostic]) {
    self.state = state
    self.file = file
    self.diagnostics = diagnostics
  }

  /// Reads the file; one that is not there is nothing remembered.
  /// - Parameter shownPath: what findings call it.
  init(_ systemPath: String, shownPath: String) throws(FileSystemError) {
    guard try FileSystem.kindFollowingLinks(systemPath) == .file else {
      self.init()
      return
    }
    let bytes = try FileSystem.read(systemPath)
    do throws(SourceText.SourceFault) {
      let file = try SourceFile(path: shownPath, bytes: bytes)
      let (state, findings) = Self.read(file)
      self.init(state, file, findings)
    } catch {
      self.init(LinkState(), nil, [error.diagnostic(path: shownPath)])
    }
  }

  private static func read(_ file: SourceFile) -> (LinkState, [Diagnostic]) {
    do throws(LinkStateError) {
      let (state, problems) = try LinkState.read(String(decoding: file.bytes, as: UTF8.self))
      return (
        state,
        problems.map { problem in
          Diagnostic(
            rule: rule, severity: .warning,
            place: SourcePlace(file.path, file.range(ofLine: problem.line)),
            message: problem.sentence, help: "'wikiguide links' writes the file anew")
        }
      )
    } catch {
      let finding = Diagnostic(
        rule: rule, severity: .warning, place: SourcePlace(file.path, file.range(ofLine: 1)),
        message: error.description, help: "take the file away; 'wikiguide links' writes it anew")
      return (LinkState(), [finding])
    }
  }

  /// The moment up to which the file knows: for all that reads it without asking the clock.
  var lastCheck: Int { state.records.values.map(\.checked).max() ?? 0 }

  /// What is known of a site's addresses, by address as pages name it.
  /// - Parameters:
  ///   - now: in seconds since 1970.
  ///   - archives: where dead pages are kept, by address in its normal form.
  func known(
    _ external: ExternalLinks, now: Int, policy: LinkPolicy = LinkPolicy(),
    archives: [String: String] = [:]
  ) -> [String: KnownLink] {
    var known: [String: KnownLink] = [:]
    for link in external.links {
      if let secure = Self.secureForm(of: link.address),
        state[Self.normalForm(of: secure)]?.verdict == .alive
      {
        known[secure] = known[secure] ?? KnownLink(standing: .alive, reason: "answers")
      }
      let normal = Self.normalForm(of: link.address)
      guard let record = state[normal],
        let standing = Self.standing(record, now: now, policy)
      else { continue }
      known[link.address] = KnownLink(
        standing: standing, reason: record.reason, finalAddress: record.finalURL,
        isMovedForGood: record.isPermanentlyMoved,
        missingFragments: record.fragments.filter { $0.presence == .missing }.map(\.fragment),
        archive: archives[normal])
    }
    return known
  }

  /// The form in which an address is asked for and remembered; as written where it has none.
  static func normalForm(of address: String) -> String {
    (try? LinkAddress(address))?.text ?? address
  }

  /// `https://…` for `http://…` on the usual port; nil for other addresses.
  static func secureForm(of address: String) -> String? {
    guard address.hasPrefix("http://"), let read = try? LinkAddress(address), read.port == 80 else {
      return nil
    }
    return "https" + address.dropFirst(4)
  }

  /// Nil where nothing is to be said yet.
  private static func standing(
    _ record: LinkRecord, now: Int, _ policy: LinkPolicy
  ) -> KnownLink.Standing? {
    switch LinkStanding(record, now: now, policy: policy) {
    case .alive: .alive
    case .failing(let since): .dead(since: UTCTime(since).dayText, isFailing: true)
    case .deadInGrace(let since, _): .dead(since: UTCTime(since).dayText, isFailing: false)
    case .unsure(let since, isWorthWarning: true):
      .unconfirmed(since: UTCTime(since).dayText)
    case .unsure: nil
    }
  }
}

extension SourceFile {
  /// A line by its number, from 1; the end of the file where it has fewer.
  func range(ofLine number: Int) -> SourceRange {
    var start = 0
    for _ in 1..<max(1, number) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        return SourceRange(bytes.count, bytes.count)
      }
      start = end + 1
    }
    return line(around: start)
  }
}
