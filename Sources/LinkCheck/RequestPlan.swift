/// Which addresses are asked for, and which request each answer is for.
///
/// Requests for one page are one job, however the address was written and whatever place in the
/// page each wants.
struct RequestPlan {
  private(set) var jobs: [LinkJob] = []
  private var entries: [Entry] = []

  private enum Entry {
    case job(Int, fragments: [String])
    case refused(LinkResult)
  }

  init(_ requests: [LinkRequest]) {
    var known: [String: Int] = [:]
    for request in requests {
      entries.append(Self.entry(request, &jobs, &known))
    }
  }

  private static func entry(
    _ request: LinkRequest, _ jobs: inout [LinkJob], _ known: inout [String: Int]
  ) -> Entry {
    let address: LinkAddress
    do throws(LinkAddress.Fault) {
      address = try LinkAddress(request.url)
    } catch {
      let reason: LinkReason =
        switch error {
        case .otherScheme(let scheme): .otherScheme(scheme)
        case .invalid(let why): .invalid(why)
        }
      let url = withoutCredentials(request.url)
      return .refused(LinkResult(url: url, verdict: reason.verdict, reason: reason))
    }
    let url = address.text
    guard !address.hadCredentials else {
      return .refused(LinkResult(url: url, verdict: .notChecked, reason: .holdsCredentials))
    }
    var fragments = request.fragments
    if let fragment = address.fragment, !fragments.contains(fragment) { fragments.append(fragment) }
    guard let index = known[url] else {
      var job = LinkJob(address, purpose: .link, fragments: fragments)
      job.validators.etag = request.previous?.etag
      job.validators.lastModified = request.previous?.lastModified
      known[url] = jobs.count
      jobs.append(job)
      return .job(jobs.count - 1, fragments: fragments)
    }
    jobs[index].fragments += fragments.filter { !jobs[index].fragments.contains($0) }
    return .job(index, fragments: fragments)
  }

  /// An address that cannot be asked for, its name and password left out. What else it holds stays,
  /// so that it can be found where it is written.
  private static func withoutCredentials(_ written: String) -> String {
    guard let slashes = written.firstRange(of: "//") else { return written }
    let rest = written[slashes.upperBound...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return written }
    return written[..<slashes.upperBound] + "***" + written[at...]
  }

  /// The results in the order of the requests, from the jobs of a run. Behind the jobs of this plan
  /// stand those that asked for pages that cannot exist; without any jobs, nothing was asked.
  func results(_ done: [LinkJob], policy: LinkPolicy) -> [LinkResult] {
    let missingPages = MissingPages(done.dropFirst(jobs.count))
    return entries.map { entry in
      switch entry {
      case .refused(let result): return result
      case .job(let index, let fragments):
        guard index < done.count else {
          let url = jobs[index].start.text
          return LinkResult(url: url, verdict: .notChecked, reason: .offline)
        }
        return LinkResult(done[index], fragments: fragments, missingPages: missingPages)
      }
    }
  }
}
