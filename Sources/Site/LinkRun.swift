import GuideModel
import LinkCheck
import Rendering
import SourceText
import Validation

/// The addresses outside of a site: which are to be asked for, and what became of them.
package struct LinkRun: Sendable {
  /// The file that remembers them.
  package let statePath: String
  package let settings: SiteConfiguration.Links
  private let site: SiteContent
  private let external: ExternalLinks
  private let memory: LinkMemory
  private let excluded: Set<String>

  /// How many addresses there are, by what is known of them now: the parts add up to `total`.
  package struct Counts: Sendable, Equatable {
    package var total = 0
    package var alive = 0
    package var dead = 0
    package var unsure = 0
    /// By reason, in the order of their numbers.
    package var notChecked: [(reason: String, count: Int)] = []
    /// How many of all were asked for in this run.
    package var asked = 0

    package static func == (left: Counts, right: Counts) -> Bool {
      (left.total, left.alive, left.dead, left.unsure, left.asked)
        == (right.total, right.alive, right.dead, right.unsure, right.asked)
        && left.notChecked.map(\.reason) == right.notChecked.map(\.reason)
        && left.notChecked.map(\.count) == right.notChecked.map(\.count)
    }
  }

  /// Reads a site and what is remembered of its addresses.
  /// - Parameter state: the file that remembers; nil for the usual place.
  package init(
    content: String, state: String?, progress: WorkProgress = WorkProgress()
  ) throws(SiteFault) {
    progress.begin(.findingFiles)
    let sources = try SiteSources.open(content)
    if let state {
      statePath = state
    } else {
      guard sources.configurationFile != nil || sources.wikis.isEmpty else {
        throw .usage(
          "'\(content)' is a wiki's own folder, in which nothing is written; "
            + "name the file that remembers with --state")
      }
      statePath = sources.discovery.systemPath(LinkMemory.path)
    }
    site = try SiteContent.read(sources, memory: SiteMemory(), progress: progress)
    external = ExternalLinks(site.library, site.images)
    do throws(FileSystemError) {
      memory = try LinkMemory(statePath, shownPath: state ?? LinkMemory.path)
    } catch {
      throw .disk(error.description)
    }
    settings = site.configuration.links
    let patterns = settings.exclude.map(NamePattern.init)
    excluded = Set(
      external.links.map(\.address).filter { address in
        patterns.contains { $0.matches(address) }
      })
  }

  /// Who may be asked, and how, by the site's configuration.
  /// - Parameter environment: holds the secrets that the configuration names, and the proxies.
  package func policy(environment: [String: String]) throws(SiteFault) -> LinkPolicy {
    var policy = LinkPolicy()
    policy.contact = settings.contact ?? site.configuration.baseURL
    policy.checksSoftNotFound = settings.checksSoftNotFound
    policy.allowedPorts.formUnion(settings.allowPorts)
    policy.proxies = ProxySettings(environment: environment)
    for text in settings.allowPrivate {
      guard let block = AddressBlock(text) else {
        throw .usage("'\(text)' is no network; write it as '10.1.0.0/16'")
      }
      policy.allowedPrivate.append(block)
    }
    for credential in settings.credentials {
      // A missing secret is no fault: the host is then asked as everybody may.
      guard let password = environment[credential.passwordVariable] else { continue }
      let user = credential.userVariable.flatMap { environment[$0] }
      policy.credentials[credential.host] =
        user.map { .password(user: $0, password: password) }
        ?? .header(name: "Authorization", value: password)
    }
    return policy
  }

  /// The addresses that it is time to ask for, in a fixed order.
  /// - Parameters:
  ///   - now: in seconds since 1970.
  ///   - all: whether time does not matter.
  package func requests(now: Int, all: Bool) -> [LinkRequest] {
    func request(_ address: String, _ fragments: [String]) -> LinkRequest? {
      let record = memory.state[LinkMemory.normalForm(of: address)]
      guard all || record?.isDue(fragments: fragments, now: now) != false else { return nil }
      return LinkRequest(url: address, fragments: fragments, previous: record)
    }
    let named = external.links.filter { !excluded.contains($0.address) }
    return named.compactMap { request($0.address, $0.fragments) }
      + secureForms.compactMap { request($0, []) }
  }

  /// The addresses over http as they would be over https, where no page names them so: what answers
  /// there can be written instead.
  private var secureForms: [String] {
    let named = Set(external.links.map(\.address))
    return external.links.compactMap { link in
      guard !excluded.contains(link.address) else { return nil }
      return LinkMemory.secureForm(of: link.address).flatMap { named.contains($0) ? nil : $0 }
    }
  }

  // MARK: - Afterwards

  /// What a run leaves behind.
  package struct Outcome: Sendable {
    /// The new text of the file that remembers.
    package let state: String
    package let report: BuildReport
    package let counts: Counts
    /// Addresses that are dead, with the day on which each was good last, or on which its page was
    /// changed; nil where neither is known.
    package let dead: [(address: String, day: String?)]
  }

  /// - Parameters:
  ///   - results: those of `requests`, in the same order.
  ///   - archives: where dead pages are kept, by address in its normal form.
  package func outcome(
    _ results: [LinkResult], now: Int, policy: LinkPolicy, archives: [String: String] = [:]
  ) -> Outcome {
    let used = (external.links.map(\.address) + secureForms).map(LinkMemory.normalForm)
    let named = Set(external.links.map { LinkMemory.normalForm(of: $0.address) })
    let state = memory.state.updated(with: results, used: used, now: now, policy: policy)
    let memory = LinkMemory(state: state)
    let known = memory.known(external, now: now, policy: policy, archives: archives)
    let reasons = Dictionary(
      results.filter { $0.verdict == .notChecked }.map { ($0.url, $0.reason.sentence) },
      uniquingKeysWith: { first, _ in first })
    return Outcome(
      state: state.text, report: report(known),
      counts: counts(
        state, reasons, isOffline: policy.isOffline,

        asked: results.count { $0.verdict != .notChecked && named.contains($0.url) }),
      dead: dead(state))
  }

  private func counts(
    _ state: LinkState, _ reasons: [String: String], isOffline: Bool, asked: Int
  ) -> Counts {
    var counts = Counts()
    var notChecked: [String: Int] = [:]
    counts.total = external.links.count
    counts.asked = asked
    for link in external.links {
      let normal = LinkMemory.normalForm(of: link.address)
      if excluded.contains(link.address) {
        notChecked["left out by the configuration", default: 0] += 1
      } else if let record = state[normal] {
        switch record.verdict {
        case .alive: counts.alive += 1
        case .dead: counts.dead += 1
        case .unsure: counts.unsure += 1
        case .notChecked: notChecked[record.reason, default: 0] += 1
        }
      } else {
        notChecked[
          reasons[normal] ?? (isOffline ? "never asked for" : "not reached"), default: 0] += 1
      }
    }
    counts.notChecked = notChecked.map { (reason: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    return counts
  }

  private func dead(_ state: LinkState) -> [(address: String, day: String?)] {
    external.links.compactMap { link in
      let normal = LinkMemory.normalForm(of: link.address)
      guard let record = state[normal], record.verdict == .dead else { return nil }
      let path = link.places[0].place.path
      let day =
        record.lastGood.map { UTCTime($0).dayText } ?? site.histories[path]?.changed?.day
      return (normal, day)
    }
  }

  private static let rules: Set<String> = [
    Rule.deadLink.name, Rule.unconfirmedLink.name, Rule.movedLink.name,
    Rule.brokenRemoteAnchor.name, LinkMemory.rule,
  ]

  /// A link that fails the run is an error here, where a build only warns.
  private func report(_ known: [String: KnownLink]) -> BuildReport {
    let index = SiteIndex(
      library: site.library, images: site.images, knownUnreadNames: [], knownLinks: known)
    let severities = site.configuration.severities
    let found = Validator(index: index, severities: severities).findings { Parallel.map($0, $1) }
    let failing = Set(
      known.compactMap { address, link -> String? in
        guard case .dead(_, isFailing: true) = link.standing else { return nil }
        return address
      })
    var report = site.report()
    report.diagnostics = (memory.diagnostics + found.diagnostics)
      .filter { Self.rules.contains($0.rule) }
      .map { finding in
        var finding = finding
        if finding.rule == Rule.deadLink.name, severities[finding.rule] == nil,
          finding.subject.map(failing.contains) == true
        {
          finding.severity = .error
        }
        return finding
      }.sorted()
    report.allowed = 0
    if let file = memory.file { report.sources[file.path] = file }
    return report
  }

  /// Puts what is remembered in its place; the file is whole at every moment.
  package func save(_ state: String) throws(SiteFault) {
    do throws(FileSystemError) {
      if let slash = statePath.lastSlash, slash > statePath.startIndex {
        try FileSystem.makeFolders(String(statePath[..<slash]))
      }
      try FileSystem.replace(statePath, Array(state.utf8))
    } catch {
      throw .disk(error.description)
    }
  }
}
