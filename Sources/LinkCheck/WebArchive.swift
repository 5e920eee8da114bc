/// The addresses under which the Wayback Machine keeps pages that are gone elsewhere.
package enum WebArchive {
  /// The snapshot nearest to a day: the last on which the page was good, so that it is not one of the
  /// error that came after. `day` is `YYYY-MM-DD`.
  package static func snapshot(of url: String, day: String, base: String = address) -> String {
    "\(base)/web/\(day.filter(\.isNumber))/\(url)"
  }

  /// The same for a moment in seconds since 1970.
  package static func snapshot(of url: String, at seconds: Int, base: String = address) -> String {
    snapshot(of: url, day: UTCTime(seconds).dayText, base: base)
  }

  /// Where a reader can look for snapshots; right without anybody having asked.
  package static func search(for url: String) -> String { "\(address)/web/*/\(url)" }

  package static let address = "https://web.archive.org"

  /// Whether there is a snapshot.
  package enum Answer: Sendable, Equatable {
    case snapshot(String)
    case none
    case unknown(LinkReason)
  }
}

extension LinkChecker {
  /// Asks the archive for snapshots, one for each request and in their order. A snapshot that is
  /// there is answered with a redirect to it, which is read and not followed.
  package func archived(
    _ requests: [(url: String, day: String)], now: Int, base: String = WebArchive.address,
    isCancelled: @escaping () -> Bool = { false }
  ) throws(LinkCheckError) -> [WebArchive.Answer] {
    guard !policy.isOffline else { return requests.map { _ in .unknown(.offline) } }
    let addresses = requests.map { request in
      try? LinkAddress(WebArchive.snapshot(of: request.url, day: request.day, base: base))
    }
    let jobs = addresses.compactMap { $0.map { LinkJob($0, purpose: .archive) } }
    let run = try run(jobs, now: now, isCancelled: isCancelled)
    var done = run.jobs[...]
    return addresses.map { address in
      guard address != nil, let job = done.popFirst() else {
        return .unknown(.invalid("it cannot be asked for"))
      }
      return Self.answer(of: job)
    }
  }

  private static func answer(of job: LinkJob) -> WebArchive.Answer {
    guard let outcome = job.outcome else { return .unknown(.interrupted) }
    if outcome.status == 404 { return .none }
    guard let location = outcome.location else { return .unknown(outcome.reason) }
    let text = String(decoding: location, as: UTF8.self)
    let words = text.split(separator: "/web/", maxSplits: 1)
    guard words.count == 2, words[1].first?.isNumber == true else {
      return .unknown(outcome.reason)
    }
    return .snapshot(text)
  }
}
