import ArgumentParser
import LinkCheck
import Site
import SourceText

/// `wikiguide links`: asks the network for the addresses outside of a site, and remembers what came.
struct LinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links", abstract: "Ask which addresses outside of the site work.",
    discussion: """
      Meant to run on a schedule. What came is kept in '.wikiguide/links.tsv' beside the pages, a \
      line an address, so that it can be kept with them; 'build' and 'check' read it and warn. An \
      address that was good fails the run only after three failed checks over seven days, one that \
      never was good at once; one that cannot be told to be dead never does. Ctrl-C ends the run and \
      keeps what is known so far.

      Addresses of private networks are not asked unless the configuration or --allow-private says \
      so.

      Examples:
        wikiguide links
        wikiguide links wiki --all --suggest-archive
        wikiguide links wiki --allow-private 10.1.0.0/16
        wikiguide links wiki --offline
      """)

  @Argument(help: "A folder of wiki pages, or one page.", completion: .pages)
  var content = "content"

  @Option(
    help: ArgumentHelp(
      "The file that remembers. (default: .wikiguide/links.tsv in the content)",
      valueName: "file"))
  var state: String?

  @Flag(help: "Ask for all addresses, also for those that it is too early for.")
  var all = false

  @Flag(help: "Ask for nothing; say what is remembered.")
  var offline = false

  @Flag(help: "For dead addresses, look whether the Wayback Machine has a copy.")
  var suggestArchive = false

  @Flag(
    name: .customLong("soft-404"),
    help: "Look for pages that say that they do not exist: one more request a host.")
  var softNotFound = false

  @Option(
    name: .customLong("allow-private"),
    help: ArgumentHelp("A private network that may be asked.", valueName: "network"))
  var allowPrivate: [String] = []

  @Option(
    name: .customLong("allow-port"),
    help: ArgumentHelp("A port that may be asked beside 80, 443, 8080 and 8443.", valueName: "n"))
  var allowPorts: [Int] = []

  @Option(help: ArgumentHelp("The most seconds that the run may take.", valueName: "seconds"))
  var budget = 600

  @Option(help: ArgumentHelp("The most connections at once.", valueName: "n"))
  var connections = 32

  @Option(
    name: .customLong("per-host"),
    help: ArgumentHelp("The most connections to one host at once.", valueName: "n"))
  var perHost = 2

  @Option(help: ArgumentHelp("The pause between requests to one host.", valueName: "milliseconds"))
  var pause = 250

  @OptionGroup var limit: FailOnOption
  @OptionGroup var findings: FindingsOptions
  @OptionGroup var talk: ProgressOptions

  func validate() throws {
    guard budget > 0, connections > 0, perHost > 0, pause >= 0 else {
      throw ValidationError("times and numbers of connections are more than 0")
    }
    guard allowPorts.allSatisfy((1...65_535).contains) else {
      throw ValidationError("a port is a number from 1 to 65535")
    }
    for network in allowPrivate where AddressBlock(network) == nil {
      throw ValidationError(
        "'\(network.escapingControls)' is no network; write it as 10.1.0.0/16")
    }
  }

  func run() throws {
    let shown = try FindingsRun(findings, content: content, failOn: limit.failOn)
    let display = ProgressDisplay(talk)
    let run = try shown.run { () throws(SiteFault) in
      try display.during { () throws(SiteFault) in
        try LinkRun(content: content, state: state, progress: display.progress)
      }
    }
    let policy = try policy(run)
    let now = StandardStreams.secondsSinceEpoch
    let checker = LinkChecker(policy)
    let requests = offline ? [] : run.requests(now: now, all: all)
    let results = offline ? [] : try ask(checker, requests, now: now, display)
    var outcome = run.outcome(results, now: now, policy: policy)
    if suggestArchive, !outcome.dead.isEmpty {
      let archives = try archives(outcome.dead, checker, now: now)
      outcome = run.outcome(results, now: now, policy: policy, archives: archives)
    }
    if !offline {
      try RunReporter.run { () throws(SiteFault) in try run.save(outcome.state) }
    }
    let judged = shown.judge(outcome.report)
    try shown.show(
      judged,
      summary: talk.closing(
        LinksSummary.text(outcome.counts, isOffline: offline), after: display.duration),
      mends: "check --fix", isQuiet: talk.quiet)
    if Interruption.hasCome { StandardStreams.reportLine("ended early; what is known is kept") }
    try RunReporter.fail(judged.report, on: limit.failOn)
  }

  private func policy(_ run: LinkRun) throws -> LinkPolicy {
    var policy = try RunReporter.run { () throws(SiteFault) in
      try run.policy(environment: StandardStreams.environment)
    }
    policy.isOffline = offline
    policy.checksSoftNotFound = policy.checksSoftNotFound || softNotFound
    policy.allowedPrivate += allowPrivate.compactMap(AddressBlock.init)
    policy.allowedPorts.formUnion(allowPorts)
    policy.runTime = .seconds(budget)
    policy.connections = connections
    policy.connectionsPerHost = perHost
    policy.pausePerHost = .milliseconds(pause)
    return policy
  }

  private func ask(
    _ checker: LinkChecker, _ requests: [LinkRequest], now: Int, _ display: ProgressDisplay
  ) throws -> [LinkResult] {
    Interruption.begin()
    do throws(LinkCheckError) {
      return try display.during { () throws(LinkCheckError) in
        display.progress.begin(.askingAddresses, total: requests.count)
        return try checker.check(
          requests, now: now,
          progress: {
            display.progress.update(
              done: $0.done, total: $0.total, remark: LinksSummary.remark($0))
          },
          isCancelled: { Interruption.hasCome })
      }
    } catch {
      RunReporter.reportFault(error.description)
      throw ExitCode.diskFailure
    }
  }

  /// Where dead pages are kept, by address; where that cannot be asked, where to look.
  private func archives(
    _ dead: [(address: String, day: String?)], _ checker: LinkChecker, now: Int
  ) throws -> [String: String] {
    var archives: [String: String] = [:]
    for (address, _) in dead {
      archives[address] = WebArchive.search(for: address) + " (not looked up)"
    }
    guard !offline else { return archives }
    let dated = dead.compactMap { one in one.day.map { (url: one.address, day: $0) } }
    do throws(LinkCheckError) {
      let answers = try checker.archived(dated, now: now, isCancelled: { Interruption.hasCome })
      for (request, answer) in zip(dated, answers) {
        switch answer {
        case .snapshot(let address): archives[request.url] = address
        case .none: archives[request.url] = nil
        case .unknown: break
        }
      }
    } catch {
      RunReporter.reportFault(error.description)
      throw ExitCode.diskFailure
    }
    return archives
  }
}
