/// Reads which versions some folded text names: 「6以降」, `5.5-6.0`, `2013/2016/2019`, `8 or later`.
///
/// ```
/// versions = all | [from | through] element {joiner element}
/// element  = [prefix] number [range [prefix] number | or-later | or-earlier]
/// ```
struct VersionReader: Sendable {
  /// What was read, and where it ends.
  struct Found {
    /// Versions named one by one are one scope, each range is another; never empty.
    var scopes: [Versions.Scope]
    let end: Int
  }

  private enum Element {
    case one(String)
    case range(from: String?, through: String?)
  }

  private let words: SupportWords.VersionWords
  private let prefixes: [[UInt8]]
  private let all: [[UInt8]]
  private let orLater: [[UInt8]]
  private let orEarlier: [[UInt8]]
  private let from: [[UInt8]]
  private let through: [[UInt8]]
  private let ranges: [[UInt8]]
  private let joiners: [[UInt8]]
  private let counters: [[UInt8]]
  private let noBounds: [[UInt8]]

  init(_ words: SupportWords.VersionWords) {
    func folded(_ words: [String]) -> [[UInt8]] {
      words.map { FoldedText($0).bytes }.sorted { $0.count > $1.count }
    }
    self.words = words
    prefixes = folded(words.prefixes)
    all = folded(words.all)
    orLater = folded(words.orLater)
    orEarlier = folded(words.orEarlier)
    from = folded(words.from)
    through = folded(words.through)
    ranges = folded(words.ranges)
    joiners = folded(words.joiners)
    counters = folded(words.counters)
    noBounds = folded(words.noBounds)
  }

  /// The versions named at `start`, perhaps behind white space or in brackets.
  func read(_ bytes: [UInt8], from start: Int) -> Found? {
    let index = skipBlanks(bytes, start)
    if index < bytes.count, bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "[") {
      let close = bytes[index] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
      guard let found = plain(bytes, from: index + 1) else { return nil }
      let end = skipBlanks(bytes, found.end)
      guard end < bytes.count, bytes[end] == close else { return nil }
      return Found(scopes: found.scopes, end: end + 1)
    }
    return plain(bytes, from: index)
  }

  /// The versions that a whole stretch names.
  func whole(_ bytes: [UInt8], _ range: Range<Int>) -> [Versions.Scope]? {
    let stretch = Array(bytes[range])
    guard let found = read(stretch, from: 0), skipBlanks(stretch, found.end) == stretch.count else {
      return nil
    }
    return found.scopes
  }

  /// The versions at the end of a name that nobody knows, and where the name itself ends. The 32 of
  /// `FooMail32` may well belong to the name; a bound behind it shows that it does not.
  func trailing(_ bytes: [UInt8]) -> (nameEnd: Int, scopes: [Versions.Scope])? {
    for index in bytes.indices.dropFirst() {
      let isApart = bytes[index] == UInt8(ascii: " ")
      let isAttached = FoldedText.isDigit(bytes[index]) && !FoldedText.isDigit(bytes[index - 1])
      guard isApart || isAttached, let found = read(bytes, from: index),
        skipBlanks(bytes, found.end) == bytes.count
      else { continue }
      if !isApart, case .listed = found.scopes[0] { continue }
      return (index, found.scopes)
    }
    return nil
  }

  // MARK: - Grammar

  private func plain(_ bytes: [UInt8], from start: Int) -> Found? {
    if let end = match(all, bytes, start) { return Found(scopes: [.all], end: end) }
    if let behind = match(from, bytes, start), let (element, end) = element(bytes, behind) {
      return found([bounded(element, isLower: true)], end)
    }
    if let behind = match(through, bytes, start), let (element, end) = element(bytes, behind) {
      return found([bounded(element, isLower: false)], end)
    }
    guard var (next, end) = element(bytes, start) else { return nil }
    var elements = [next]
    while let behind = match(joiners, bytes, skipBlanks(bytes, end)),
      let following = element(bytes, behind)
    {
      (next, end) = following
      elements.append(next)
    }
    return found(elements, end)
  }

  private func bounded(_ element: Element, isLower: Bool) -> Element {
    guard case .one(let version) = element else { return element }
    return isLower
      ? .range(from: version, through: nil) : .range(from: nil, through: version)
  }

  private func found(_ elements: [Element], _ end: Int) -> Found {
    var listed: [String] = []
    var scopes: [Versions.Scope] = []
    for element in elements {
      switch element {
      case .one(let version): if !listed.contains(version) { listed.append(version) }
      case .range(let from, let through): scopes.append(.range(from: from, through: through))
      }
    }
    return Found(scopes: (listed.isEmpty ? [] : [.listed(listed)]) + scopes, end: end)
  }

  private func element(_ bytes: [UInt8], _ start: Int) -> (Element, end: Int)? {
    guard let (first, end) = number(bytes, start) else { return nil }
    let behind = skipBlanks(bytes, end)
    // 2026-11 is a month.
    if behind == end, end < bytes.count, "-/".utf8.contains(bytes[end]),
      let (second, _) = number(bytes, end + 1), Self.isYear(first), second.utf8.count < 3
    {
      return nil
    }
    if let next = match(ranges, bytes, behind), let (last, end) = number(bytes, next) {
      return Self.isOrdered(first, last)
        ? (.range(from: first, through: last), end) : (.range(from: last, through: first), end)
    }
    guard match(noBounds, bytes, behind) == nil else { return (.one(first), end) }
    if let end = match(orLater, bytes, behind) { return (.range(from: first, through: nil), end) }
    if let end = match(orEarlier, bytes, behind) {
      return (.range(from: nil, through: first), end)
    }
    return (.one(first), end)
  }

  /// Digits with dots, perhaps behind a word such as `Ver.`; no amount, no part of a name.
  private func number(_ bytes: [UInt8], _ start: Int) -> (text: String, end: Int)? {
    var index = skipBlanks(bytes, start)
    for word in prefixes where bytes[index...].starts(with: word) {
      let behind = index + word.count
      guard behind < bytes.count, !FoldedText.isLetter(bytes[behind]) else { continue }
      index = skipBlanks(bytes, behind)
      break
    }
    let first = index
    while index < bytes.count, FoldedText.isDigit(bytes[index]) || isInnerDot(bytes, index) {
      let isWildcard = bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == UInt8(ascii: "x")
      index += isWildcard ? 2 : 1
    }
    guard index > first, FoldedText.isDigit(bytes[first]),
      !counters.contains(where: { bytes[index...].starts(with: $0) })
    else { return nil }
    let text = String(decoding: bytes[first..<index], as: UTF8.self)
    return words.names.contains(text) ? nil : (text, index)
  }

  private func isInnerDot(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return false }
    return FoldedText.isDigit(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "x")
  }

  /// Where a word ends that stands at `start`; words of letters must be whole.
  private func match(_ words: [[UInt8]], _ bytes: [UInt8], _ start: Int) -> Int? {
    for word in words where start + word.count <= bytes.count {
      guard bytes[start..<(start + word.count)].elementsEqual(word) else { continue }
      let end = start + word.count
      if FoldedText.isLetter(word[0]), start > 0, FoldedText.isLetter(bytes[start - 1]) { continue }
      if FoldedText.isLetter(word[word.count - 1]), end < bytes.count,
        FoldedText.isLetter(bytes[end])
      {
        continue
      }
      return end
    }
    return nil
  }

  private func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, Wording.isBlank(bytes[index]) { index += 1 }
    return index
  }

  private static func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
  }

  private static func isOrdered(_ first: String, _ last: String) -> Bool {
    let (left, right) = (first.split(separator: "."), last.split(separator: "."))
    for (left, right) in zip(left, right) where left != right {
      return (Int(left) ?? .max) < (Int(right) ?? .max)
    }
    return left.count <= right.count
  }
}
