import ArgumentParser
import FileWatch
import Site
import SourceText

/// `wikiguide watch`: publishes a site anew whenever its wiki changes.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Publish again whenever the wiki changes, for servers.",
    discussion: """
      Web servers publish what 'current' in the folder leads to. Each change of the wiki makes a \
      release beside the one before, whose files it shares where they are the same; then the link is \
      exchanged in one step. Where findings reach --fail-on or the configuration is broken, the live \
      release stays. 'wikiguide rollback' makes an earlier release live; it stays until the content \
      changes.

      One line an event goes to standard error. With --once, the exit code tells how it went.

      Examples:
        wikiguide watch --source content --publish /srv/help
        wikiguide watch --source /var/www/pukiwiki --publish /srv/help --keep 10
        wikiguide watch --source /mnt/wiki --publish /srv/help --poll 60
        wikiguide watch --source content --publish /srv/help --once --quiet
      """)

  @Option(
    help: ArgumentHelp("A folder of wiki pages, or a wiki's own folder.", valueName: "dir"))
  var source: String

  @Option(
    help: ArgumentHelp("The folder to publish in: new, empty, or used so before.", valueName: "dir")
  )
  var publish: String

  @Option(help: ArgumentHelp("How many earlier releases stay.", valueName: "n"))
  var keep = 5

  @Flag(help: "Look once, publish if something changed, and end.")
  var once = false

  @Option(
    help: ArgumentHelp(
      "How many seconds nothing must change before the site is built.", valueName: "seconds"))
  var debounce = 1.0

  @Option(
    help: ArgumentHelp(
      "Look for changes every so many seconds, where the file system tells of none.",
      valueName: "seconds"))
  var poll: Double?

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var limit: FailOnOption
  @OptionGroup var talk: ProgressOptions

  func validate() throws {
    guard keep >= 0, keep <= 10_000 else {
      throw ValidationError("--keep is a number from 0 to 10000")
    }
    guard debounce >= 0, debounce <= 3600, poll.map({ $0 >= 0.1 && $0 <= 86_400 }) ?? true else {
      throw ValidationError(
        "--debounce takes 0 to 3600 seconds, --poll at least 0.1 and at most a day")
    }
  }

  func run() throws {
    Interruption.beginWaking()
    let folder = try RunReporter.run { () throws(SiteFault) in
      try ReleaseFolder.opened(publish, for: source)
    }
    let lock = try RunReporter.run { () throws(SiteFault) in try folder.watching() }
    defer { withExtendedLifetime(lock) {} }
    let attempt = ReleaseAttempt(
      source: source, folder: folder, keep: keep, asOf: asOf, failOn: limit.failOn, talk: talk)
    guard !once else { return try attempt.once() }
    try watch(attempt)
  }

  /// Until a signal ends it.
  private func watch(_ attempt: ReleaseAttempt) throws {
    guard let signal = Interruption.wake else {
      RunReporter.reportFault("the system has no file descriptors left")
      throw ExitCode.diskFailure
    }
    var places: [String] = []
    var watch: FolderWatch?
    var hasFailed = false
    while !Interruption.hasCome {
      let found = WatchedPlaces.of(source)
      if watch == nil || found != places {
        places = found
        // Made before the site is built, so that no change falls between the two.
        watch = FolderWatch(
          places, method: poll == nil ? .events : .polling, signal: signal,
          pollingInterval: Int((poll ?? 0.5) * 1000))
        attempt.say("watching \(places.map { "'\($0)'" }.joined(separator: ", "))")
      }
      hasFailed = attempt.run(afterFailure: hasFailed)
      if WatchedPlaces.of(source) != places { continue }
      let quiet = max(12, Int(debounce * 1000))
      guard watch?.changes(quiet: quiet, limit: quiet * 10) != nil else { break }
    }
    attempt.say("stopped")
  }
}
