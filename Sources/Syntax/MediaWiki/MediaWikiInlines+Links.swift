import SourceText

/// Links to pages, files and addresses.
extension MediaWikiInlines {
  /// `[[target#place|label]]` with the letters behind it, `[[File:…|…]]`, `[[Category:…]]`.
  @_lifetime(self: copy self)
  mutating func link(
    _ range: SourceRange, end: Int, depth: Int, allowsLinks: Bool
  ) -> (Inline?, Int)? {
    let parts = parts(of: SourceRange(range.lower + 2, range.upper - 2))
    var target = trimmed(parts[0], in: bytes)
    let hasColon = !target.isEmpty && bytes[target.lower] == UInt8(ascii: ":")
    if hasColon { target = trimmed(SourceRange(target.lower + 1, target.upper), in: bytes) }
    guard isTarget(target) else { return nil }
    if !hasColon, BareAddress.behindScheme(at: target.lower, in: bytes, end: target.upper) != nil {
      return addressInPageBrackets(target, parts, range: range, depth: depth)
    }
    let (kind, name) = namespace(of: target)
    switch kind {
    case .file where !hasColon:
      return (picture(name, Array(parts.dropFirst()), range: range, depth: depth), range.upper)
    case .category where !hasColon:
      var plugin = Plugin(
        name: SourceRange(target.lower, max(target.lower, name.lower - 1)), arguments: name,
        range: range)
      plugin.isForWikiOnly = true
      return (.plugin(plugin), range.upper)
    default: break
    }
    var label = plain(shown(target))
    if parts.count > 1 {
      let written = trimmed(SourceRange(parts[1].lower, range.upper - 2), in: bytes)
      let read = read(written, depth: depth + 1, allowsLinks: false)
      if !read.isEmpty { label = read }
    }
    let trail = SourceRange(range.upper, endOfTrail(from: range.upper, end: end))
    if !trail.isEmpty { label.append(.text(trail)) }
    let link = Link(
      target: self.target(kind, target, name), label: label, targetRange: target,
      range: SourceRange(range.lower, trail.upper))
    return (.link(link), trail.upper)
  }

  /// `[[address|label]]`, which the wiki takes for `[`, a link and `]`: with a bar, a link is meant.
  @_lifetime(self: copy self)
  private mutating func addressInPageBrackets(
    _ address: SourceRange, _ parts: [SourceRange], range: SourceRange, depth: Int
  ) -> (Inline?, Int)? {
    guard parts.count > 1,
      BareAddress.end(at: address.lower, in: bytes, end: range.upper) == address.upper
    else { return nil }
    let label = read(
      trimmed(SourceRange(parts[1].lower, range.upper - 2), in: bytes), depth: depth + 1,
      allowsLinks: false)
    let link = Link(
      target: .url(address), label: label.isEmpty ? [.text(address)] : label, targetRange: address,
      range: range)
    return (.link(link), range.upper)
  }

  private func target(
    _ kind: MediaWikiNamespace.Kind, _ target: SourceRange, _ name: SourceRange
  ) -> Link.Target {
    switch kind {
    case .file, .media: return .attachment(name: name, page: nil)
    case .otherWiki:
      return .interWiki(wiki: SourceRange(target.lower, name.lower - 1), name: name)
    case .category, .page: break
    }
    guard let hash = find(UInt8(ascii: "#"), from: target.lower, in: bytes, end: target.upper)
    else {
      return .page(target, anchor: nil)
    }
    let anchor = SourceRange(hash + 1, target.upper)
    let page = trimmed(SourceRange(target.lower, hash), in: bytes)
    if page.isEmpty { return .anchor(anchor) }
    return .page(page, anchor: anchor.isEmpty ? nil : anchor)
  }

  /// Whether no sign stands in a target that none may hold.
  private func isTarget(_ range: SourceRange) -> Bool {
    for index in range.lower..<range.upper {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\n"):
        return false
      default: break
      }
    }
    return !range.isEmpty
  }

  /// What a target's prefix says it is, and the name behind the prefix.
  func namespace(of target: SourceRange) -> (MediaWikiNamespace.Kind, SourceRange) {
    guard let colon = find(UInt8(ascii: ":"), from: target.lower, in: bytes, end: target.upper),
      colon - target.lower <= 60
    else { return (.page, target) }
    let prefix = foldedText(trimmed(SourceRange(target.lower, colon), in: bytes), in: bytes)
    let kind = MediaWikiNamespace.kind(of: String(prefix.map { $0 == "_" ? " " : $0 }))
    let name = trimmed(SourceRange(colon + 1, target.upper), in: bytes)
    guard !name.isEmpty else { return (.page, target) }
    return (kind, name)
  }

  /// `[[/Sub/]]` and `[[../Sub/]]` show the name without slashes.
  private func shown(_ written: SourceRange) -> SourceRange {
    var target = written
    if target.upper - 1 > target.lower, bytes[target.upper - 1] == UInt8(ascii: "/") {
      while matches("../", at: target.lower, in: bytes, end: target.upper - 1) {
        target = SourceRange(target.lower + 3, target.upper)
      }
      if target.lower > written.lower { return SourceRange(target.lower, target.upper - 1) }
    }
    guard target.count > 2, bytes[target.lower] == UInt8(ascii: "/"),
      bytes[target.upper - 1] == UInt8(ascii: "/")
    else { return target }
    return SourceRange(target.lower + 1, target.upper - 1)
  }

  /// Small letters right behind a link belong to its label.
  private func endOfTrail(from start: Int, end: Int) -> Int {
    var index = start
    while index < end, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) { index += 1 }
    return index
  }

  /// What stands between bars, those in links and templates inside left alone.
  func parts(of range: SourceRange) -> [SourceRange] {
    var parts: [SourceRange] = []
    var start = range.lower
    var index = start
    while index < range.upper {
      if bytes[index] == UInt8(ascii: "|") {
        parts.append(SourceRange(start, index))
        start = index + 1
      }
      index = behind(index, end: range.upper)
    }
    parts.append(SourceRange(start, range.upper))
    return parts
  }

  /// What stands before the first of them.
  func firstPart(of range: SourceRange) -> SourceRange {
    var index = range.lower
    while index < range.upper, bytes[index] != UInt8(ascii: "|") {
      index = behind(index, end: range.upper)
    }
    return SourceRange(range.lower, index)
  }

  /// The next offset, that behind a link, template or verbatim element where one begins.
  func behind(_ index: Int, end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
      guard let close = pairs.end(at: index), close <= end else { return index + 1 }
      return close
    default: return index + 1
    }
  }

  // MARK: - Addresses

  /// `[address label]`, `[address]`, `[mailto:a@b.c label]`.
  @_lifetime(self: copy self)
  mutating func external(at start: Int, end: Int, depth: Int) -> (Inline?, Int)? {
    guard !endlessAddresses.contains(start),
      let target = bracketedTarget(from: start + 1, end: end),
      let close = endOfLabel(from: target.range.upper, of: start, end: end)
    else { return nil }
    let stop = target.range.upper
    let wide = matches("\u{3000}", at: stop, in: bytes, end: close) ? stop + 3 : stop
    let written = trimmed(SourceRange(wide, close), in: bytes)
    var label = read(written, depth: depth + 1, allowsLinks: false)
    if label.isEmpty { label = [.text(target.range)] }
    let link = Link(
      target: target.target, label: label, targetRange: target.range,
      range: SourceRange(start, close + 1))
    return (.link(link), close + 1)
  }

  /// The address that begins at an offset and goes on to a blank or a bracket.
  private func bracketedTarget(
    from start: Int, end: Int
  ) -> (target: Link.Target, range: SourceRange)? {
    let isMail = matchesInAnyCase("mailto:", at: start, in: bytes, end: end)
    guard isMail || BareAddress.behindScheme(at: start, in: bytes, end: end) != nil else {
      return nil
    }
    var stop = start + (isMail ? 7 : 0)
    while stop < end, bytes[stop] > 0x20, bytes[stop] != UInt8(ascii: "]"),
      !matches("\u{3000}", at: stop, in: bytes, end: end)
    {
      if isMail, !BareAddress.mayStandInMail(bytes[stop]) { return nil }
      stop += 1
    }
    let range = SourceRange(start, stop)
    guard isMail else { return (.url(range), range) }
    let mail = SourceRange(start + 7, stop)
    return BareAddress.isMail(mail, in: bytes) ? (.mail(mail), range) : nil
  }

  /// The bracket that ends an address's label on its line. Where there is none, there is none either for
  /// the brackets that were passed, which need not look.
  @_lifetime(self: copy self)
  private mutating func endOfLabel(from start: Int, of bracket: Int, end: Int) -> Int? {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "]"), bytes[index] != UInt8(ascii: "\n") {
      index = behind(index, end: end)
    }
    if index < end, bytes[index] == UInt8(ascii: "]") { return index }
    var passed = bracket
    while passed < index {
      if bytes[passed] == UInt8(ascii: "[") { endlessAddresses.insert(passed) }
      passed = passed < start ? passed + 1 : behind(passed, end: end)
    }
    return nil
  }

  /// An address in running text.
  func address(at start: Int, end: Int) -> (Inline?, Int)? {
    if matches("mailto:", at: start, in: bytes, end: end) {
      var stop = start + 7
      while stop < end, isWord(bytes[stop]) || "@.-+".utf8.contains(bytes[stop]) { stop += 1 }
      while stop > start, bytes[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
      let mail = SourceRange(min(start + 7, stop), stop)
      guard BareAddress.isMail(mail, in: bytes) else { return nil }
      let range = SourceRange(start, stop)
      return (
        .link(Link(target: .mail(mail), label: [.text(range)], targetRange: range, range: range)),
        stop
      )
    }
    guard let stop = BareAddress.end(at: start, in: bytes, end: end) else { return nil }
    let range = SourceRange(start, stop)
    return (
      .link(Link(target: .url(range), label: [.text(range)], targetRange: range, range: range)),
      stop
    )
  }
}
