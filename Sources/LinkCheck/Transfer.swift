/// One request to one server, and what is known of the answer so far.
///
/// libcurl calls it with each line and each piece as they arrive; it says when there is enough. A
/// class, because libcurl keeps a pointer to it; it never leaves the thread of its run.
final class Transfer {
  let address: LinkAddress
  let wish: PageWish
  private let policy: LinkPolicy
  /// Whether the connection goes to a proxy: then it is the proxy that looks at addresses.
  let isProxied: Bool

  private(set) var header = AnswerHeader()
  private var headerEnded: ContinuousClock.Instant?
  private var page: PageReader?
  /// What the page holds, once it has ended and where it was read.
  private(set) var findings: PageFindings?
  private(set) var bodySize = 0
  /// Why we ended it ourselves.
  private(set) var ending: Ending?
  private(set) var refusedAddress: IPAddress?
  private(set) var socketCount = 0

  /// Reasons to stop before the answer ends.
  enum Ending { case enough, headerTooLong, unpacksWithoutEnd, tooLong }

  init(_ address: LinkAddress, wish: PageWish, policy: LinkPolicy) {
    self.address = address
    self.wish = wish
    self.policy = policy
    isProxied = policy.proxies.proxy(for: address) != nil
  }

  /// Whether a socket may be opened to an address. Of several, the next one is then tried.
  func mayConnect(to address: IPAddress?) -> Bool {
    guard let address else { return false }
    guard isProxied || policy.allows(address) else {
      refusedAddress = refusedAddress ?? address
      return false
    }
    socketCount += 1
    return true
  }

  /// Takes a line of the header; false to stop.
  func takeHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    header.take(line)
    guard header.size <= policy.headerBytes else { return stop(.headerTooLong) }
    guard header.isComplete else { return true }
    headerEnded = .now
    guard wish.needsBody(of: header) else {
      // Letting a short page come is cheaper than another connection.
      return isShort ? true : stop(.enough)
    }
    page = PageReader(
      contentType: header["content-type"], fragments: wish.fragments, keepsWords: wish.keepsWords)
    return true
  }

  /// Takes a piece of the body, unpacked; `received` are the bytes that came before unpacking.
  func takeBody(_ piece: UnsafeBufferPointer<UInt8>, received: Int) -> Bool {
    bodySize += piece.count
    guard page != nil else { return bodySize <= Self.shortBody ? true : stop(.enough) }
    if header.isCompressed {
      if received > policy.compressedBytes { return stop(.tooLong) }
      // Below this, a good ratio is the mark of a page that repeats itself.
      let isSuspicious = bodySize > policy.bodyBytes / 4
      if isSuspicious, bodySize / max(received, 1) > policy.unpackingRatio {
        return stop(.unpacksWithoutEnd)
      }
    }
    page?.take(piece)
    if page?.hasEnough == true, !mayBeWall || page?.hasTitle == true { return stop(.enough) }
    return bodySize <= policy.bodyBytes ? true : stop(.tooLong)
  }

  /// Whether only the rest of a page is awaited that nobody reads, and for too long.
  func dawdles(_ now: ContinuousClock.Instant) -> Bool {
    guard page == nil, header.isComplete, let headerEnded else { return false }
    return now - headerEnded >= .seconds(1)
  }

  /// Says that no more will come.
  func finish() {
    page?.finish()
    findings = page.map(PageFindings.init)
  }

  /// The guard against programs that a page's title names.
  var wallInTitle: String? { findings.flatMap { BotWall.name(title: $0.title) } }

  /// Whether the page is read for the name of a guard alone; its title comes early or not at all.
  private var mayBeWall: Bool {
    bodySize < Self.shortBody && !(200..<300).contains(header.status)
  }

  /// Whether an answer of which nothing is read has so little left that it may come.
  private var isShort: Bool { header.contentLength.map { $0 <= Self.shortBody } ?? false }

  private func stop(_ ending: Ending) -> Bool {
    self.ending = ending
    return false
  }

  private static let shortBody = 16_384
}

/// What a page is read for.
struct PageWish: Sendable {
  var fragments: [String] = []
  /// Whether its words say that it is not there.
  var keepsWords = false
  /// Whether the server was told by what the page is known, so that it may say "unchanged".
  var mayBeUnchanged = false

  func needsBody(of header: AnswerHeader) -> Bool {
    if (200..<300).contains(header.status) { return keepsWords || !fragments.isEmpty }
    return BotWall.isInBody(header)
  }
}
