/// What a page that was read turned out to hold.
struct PageFindings {
  let found: [String]
  let missing: [String]
  let isMissingCertain: Bool
  let title: String
  let heading: String
  let fingerprint: UInt64?

  init(_ page: PageReader) {
    // Documents that are no pages have their own kinds of places; nothing is said of those.
    found = page.isMarkup ? page.search.found : page.search.found + page.search.missing
    missing = page.isMarkup ? page.search.missing : []
    // A script may make the place when the page is shown, the more so on a page of few places.
    let isMadeByScript = page.scriptCount > 0 && page.search.idCount < Self.fewPlaces
    let looksLikeRoute = missing.contains { $0.hasPrefix("/") || $0.hasPrefix("!") }
    isMissingCertain = !isMadeByScript && !(page.scriptCount > 0 && looksLikeRoute)
    title = page.title
    heading = page.heading
    fingerprint = page.fingerprint.value
  }

  private static let fewPlaces = 10
}
