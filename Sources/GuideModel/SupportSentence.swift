/// Understands sentences that say no more than that clients work with features, or do not.
///
/// ```
/// sentence = [opener] group between group behind ["。" | "."]
/// group    = clients | features, joined by words such as と
/// ```
/// Only the full form counts. What asks, promises, supposes or goes on is not understood.
struct SupportSentence {
  struct Claim {
    let level: SupportLevel
    let clients: [ClientMention]
    let features: [Vocabulary.KnownFeature]
    /// The words that give the level.
    let words: Range<Int>
  }

  struct ClientMention {
    let id: String
    let name: String
    let kind: Client.Kind
    let versions: Versions
    let range: Range<Int>
  }

  /// The clients that the page lists, which nobody else may know.
  struct Listed {
    private let clients: [Client]
    private let spellings: [SpelledName]
    private let search: NameSearch

    init(_ clients: [Client]) {
      self.clients = clients
      spellings = clients.map { SpelledName($0.name) }
      search = NameSearch(spellings.lazy.map(\.key))
    }

    /// The first of them whose name begins at `start`, and where the name ends.
    func client(in bytes: [UInt8], at start: Int) -> (client: Client, end: Int)? {
      guard !clients.isEmpty,
        let index = search.first(
          in: bytes, at: start, gap: SpelledName.gap,
          accepts: { spellings[$0].end(in: bytes, at: start) != nil }),
        let end = spellings[index].end(in: bytes, at: start)
      else { return nil }
      return (clients[index], end)
    }
  }

  let text: FoldedText
  let lexicon: Lexicon
  let listed: Listed
  /// The words of a stretch as written.
  let words: (Range<Int>) -> String

  private static let comma = Array("、".utf8)

  private var bytes: [UInt8] { text.bytes }
  private var support: SupportLexicon { lexicon.support }

  func claim(_ sentence: Range<Int>) -> Claim? {
    let end = endOfWords(sentence)
    let start = skipOpener(sentence.lowerBound, end)
    if let (clients, behind, joiners) = clients(from: start, end) {
      for form in support.forms where form.first == .clients {
        for (word, next) in between(form, behind, end) {
          guard let (features, last, more) = features(from: next, end),
            let words = close(form, between: word, at: last, end),
            isClear(form.level, subjects: joiners, objects: more)
          else { continue }
          return Claim(level: form.level, clients: clients, features: features, words: words)
        }
      }
    }
    if let (features, behind, joiners) = features(from: start, end) {
      for form in support.forms where form.first == .features {
        for (word, next) in between(form, behind, end) {
          guard let (clients, last, more) = clients(from: next, end),
            let words = close(form, between: word, at: last, end),
            isClear(form.level, subjects: joiners, objects: more)
          else { continue }
          return Claim(level: form.level, clients: clients, features: features, words: words)
        }
      }
    }
    return nil
  }

  /// "A or B supports it" leaves open which; "does not support A and B" may be true of one of them.
  private func isClear(_ level: SupportLevel, subjects: [[UInt8]], objects: [[UInt8]]) -> Bool {
    func has(_ word: String, _ joiners: [[UInt8]]) -> Bool {
      joiners.contains { String(decoding: $0, as: UTF8.self).contains(word) }
    }
    if level == .unsupported { return !has("and", objects) && !has("or", subjects) }
    return !has("or", subjects) && !has("or", objects)
  }

  // MARK: - Words

  private func between(
    _ form: SupportLexicon.Form, _ start: Int, _ end: Int
  ) -> [(word: Range<Int>, next: Int)] {
    let index = skip(start, end)
    return form.between.compactMap { word in
      guard stands(word, at: index, end) else { return nil }
      let behind = index + word.count
      return (index..<behind, skip(behind, end))
    }
  }

  /// The words for the level, where the sentence ends with what the form demands.
  private func close(
    _ form: SupportLexicon.Form, between: Range<Int>, at start: Int, _ end: Int
  ) -> Range<Int>? {
    let index = skip(start, end)
    for word in form.behind where index + word.count == end && stands(word, at: index, end) {
      return word.isEmpty ? between : index..<end
    }
    return nil
  }

  private func stands(_ word: [UInt8], at index: Int, _ end: Int) -> Bool {
    guard SupportLexicon.stands(word, in: bytes, at: index, end: end) else { return false }
    let behind = index + word.count
    guard let last = word.last, FoldedText.isLetter(last), behind < end else { return true }
    return !FoldedText.isLetter(bytes[behind])
  }

  private func skipOpener(_ start: Int, _ end: Int) -> Int {
    guard
      let opener = SupportLexicon.first(support.openers, in: bytes, at: start, end: end)
    else { return start }
    var index = start + opener.count
    if SupportLexicon.stands(Self.comma, in: bytes, at: index, end: end) {
      index += Self.comma.count
    }
    return skip(index, end)
  }

  /// The end without a full stop; a question ends in its mark, which no form has.
  private func endOfWords(_ sentence: Range<Int>) -> Int {
    var end = sentence.upperBound
    if end - 3 > sentence.lowerBound, Sentences.isFullStop(bytes, at: end - 3) {
      end -= 3
    } else if end > sentence.lowerBound, bytes[end - 1] == UInt8(ascii: ".") {
      end -= 1
    }
    while end > sentence.lowerBound, Wording.isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  private func skip(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, Wording.isBlank(bytes[index]) { index += 1 }
    return index
  }

  // MARK: - Groups

  private func clients(
    from start: Int, _ end: Int
  ) -> (clients: [ClientMention], end: Int, joiners: [[UInt8]])? {
    guard var mention = mention(at: start, end) else { return nil }
    var found = mention.clients
    var joiners: [[UInt8]] = []
    while let (joiner, next) = joiner(mention.end, end), let following = self.mention(at: next, end)
    {
      mention = following
      joiners.append(joiner)
      found += following.clients
    }
    return (found, mention.end, joiners)
  }

  private func mention(at start: Int, _ end: Int) -> (clients: [ClientMention], end: Int)? {
    guard start < end else { return nil }
    let known = lexicon.client(in: bytes, at: start).map { known in
      (id: known.client.id, name: known.client.name, kind: known.client.kind, end: known.end)
    }
    let found =
      known
      ?? listed.client(in: bytes, at: start).map { client, end in
        (id: client.id, name: client.name, kind: client.kind, end: end)
      }
    guard let found else { return nil }
    let versions = lexicon.versions(behindNameIn: bytes, at: found.end)
    let last = min(versions?.end ?? found.end, end)
    let written = words(start..<last)
    let scopes = versions?.scopes ?? [.unspecified]
    let clients = scopes.map { scope in
      ClientMention(
        id: found.id, name: found.name, kind: found.kind,
        versions: scope == .unspecified ? .unspecified : Versions(scope, asWritten: written),
        range: start..<last)
    }
    return (clients, last)
  }

  private func features(
    from start: Int, _ end: Int
  ) -> (features: [Vocabulary.KnownFeature], end: Int, joiners: [[UInt8]])? {
    guard start < end, var (feature, last) = lexicon.feature(in: bytes, at: start), last <= end
    else { return nil }
    var found = [feature]
    var joiners: [[UInt8]] = []
    while let (joiner, next) = joiner(last, end), next < end,
      let following = lexicon.feature(in: bytes, at: next)
    {
      (feature, last) = following
      joiners.append(joiner)
      found.append(feature)
    }
    return (found, last, joiners)
  }

  private func joiner(_ start: Int, _ end: Int) -> ([UInt8], next: Int)? {
    for index in [start, skip(start, end)] {
      if let joiner = SupportLexicon.first(support.joiners, in: bytes, at: index, end: end) {
        return (joiner, skip(index + joiner.count, end))
      }
    }
    return nil
  }
}
