import SourceText
import Syntax

/// Finds sentences that state support among the paragraphs of a page.
extension PageUnderstanding {
  mutating func readSentences() {
    let listed = SupportSentence.Listed(clients.filter { $0.kind == .unknown })
    for section in sections where !section.directives.contains(.ignore) {
      switch section.kind {
      case .references: continue
      case .explanation, .clientList, .setup, .operation, .troubleshooting, nil: break
      }
      for block in section.blocks { readSentences(of: block, listed: listed) }
    }
  }

  private mutating func readSentences(of block: Block, listed: SupportSentence.Listed) {
    switch block {
    case .paragraph(let paragraph):
      // Most paragraphs hold no such verb: they are not looked at more closely.
      let range = paragraph.range
      guard lexicon.support.verbs.finds(in: file.bytes, range.lower..<range.upper) else { return }
      readSentences(of: paragraph, listed: listed)
    case .list(let list) where !list.isOrdered:
      for item in list.items
      where StepLabel.read(item, in: file) == nil {
        for block in item.blocks { readSentences(of: block, listed: listed) }
      }
    case .aligned(let aligned):
      for block in aligned.blocks { readSentences(of: block, listed: listed) }
    default: break
    }
  }

  private mutating func readSentences(
    of paragraph: Paragraph, listed: SupportSentence.Listed
  ) {
    let text = FoldedText(paragraph.content, in: file)
    let file = self.file
    let reader = SupportSentence(text: text, lexicon: lexicon, listed: listed) {
      file.text(text.sourceRange($0))
    }
    for sentence in Sentences.whole(text) {
      let range = text.sourceRange(sentence)
      guard let claim = reader.claim(sentence) else {
        remarkDoubt(range)
        continue
      }
      guard !paragraph.content.contains(where: \.isStruck) else {
        remarks.append(Remark(range: range, text: "words are struck out: nothing is claimed"))
        continue
      }
      add(claim, text: text, at: range)
    }
  }

  /// A sentence that has all that a claim needs, in no form that is understood.
  private mutating func remarkDoubt(_ range: SourceRange) {
    guard lexicon.support.verbs.finds(in: file.bytes, range.lower..<range.upper) else { return }
    let words = FoldedText(range, in: file)
    guard lexicon.feature(in: words) != nil, let (client, _) = lexicon.client(in: words) else {
      return
    }
    remarks.append(
      Remark(
        range: range,
        text: "a sentence about \(client.name) in no form that is understood: nothing is claimed"))
  }

  private mutating func add(_ claim: SupportSentence.Claim, text: FoldedText, at range: SourceRange)
  {
    let place = evidence(range)
    let words = Excerpt(file.text(text.sourceRange(claim.words)), evidence: place)
    for feature in claim.features {
      if !features.contains(where: { $0.id == feature.id }) {
        addKnown(feature, section: nil, at: range)
      }
      for client in claim.clients
      where !isKnown(claim.level, of: client, for: feature.id, at: range) {
        if !hasClient(client.id) {
          clients.append(
            Client(
              id: client.id, name: client.name,
              asWritten: [file.text(text.sourceRange(client.range))], kind: client.kind,
              evidence: [place]))
        }
        statements.append(
          SupportStatement(
            clientID: client.id, featureID: feature.id, level: claim.level, levelAsWritten: words,
            basis: .stated, versions: client.versions,
            verification: verificationOfPage(for: claim.level), evidence: [place]))
        remarks.append(
          Remark(
            range: range,
            text: "sentence: \(client.name) has \(claim.level.rawValue) support for \(feature.name)"
          ))
      }
    }
  }

  /// Prose often says again what a list or table of the page has said already.
  private mutating func isKnown(
    _ level: SupportLevel, of client: SupportSentence.ClientMention, for feature: String,
    at range: SourceRange
  ) -> Bool {
    let isKnown = said.has(level, of: client, for: feature, in: statements)
    if isKnown {
      remarks.append(Remark(range: range, text: "says again what was said of \(client.name)"))
    }
    return isKnown
  }
}

/// What the statements of a page say: asked for each sentence of a page that may have many of both.
struct SaidLevels {
  private struct Key: Hashable {
    let client: String
    let feature: String
    let level: SupportLevel
    /// Nil for any.
    let scope: Versions.Scope?
  }

  private var keys: Set<Key> = []
  private var countedStatements = 0

  /// - Parameter statements: the same as at the last time, or more.
  mutating func has(
    _ level: SupportLevel, of client: SupportSentence.ClientMention, for feature: String,
    in statements: [SupportStatement]
  ) -> Bool {
    for said in statements[countedStatements...] {
      guard let level = said.level else { continue }
      for scope in [nil, said.versions.scope] {
        keys.insert(
          Key(client: said.clientID, feature: said.featureID, level: level, scope: scope))
      }
    }
    countedStatements = statements.count
    let scope = client.versions == .unspecified ? nil : client.versions.scope
    return keys.contains(Key(client: client.id, feature: feature, level: level, scope: scope))
  }
}

extension Inline {
  /// Whether something in it is struck out.
  fileprivate var isStruck: Bool {
    switch self {
    case .styled(.strike, _, _): true
    case .styled(_, let content, _), .ruby(let content, _, _): content.contains(where: \.isStruck)
    case .link(let link): link.label.contains(where: \.isStruck)
    case .text, .character, .lineBreak, .softBreak, .image, .footnote, .anchor, .plugin: false
    }
  }
}

extension Sentences {
  /// The sentences of a paragraph, which may go on over the ends of lines: what stands at the
  /// beginning of a line may be the rest of a condition.
  static func whole(_ text: FoldedText) -> [Range<Int>] {
    let bytes = text.bytes
    var result: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      var first = start
      while first < end, Wording.isBlank(bytes[first]) { first += 1 }
      if first < end { result.append(first..<end) }
      start = end
    }
    while index < bytes.count {
      if isFullStop(bytes, at: index) {
        index += 3
        close(at: index)
      } else if bytes[index] == UInt8(ascii: "?")
        // The ! of a name is followed by its sentence.
        || bytes[index] == UInt8(ascii: "!") && index + 1 == bytes.count
      {
        index += 1
        close(at: index)
      } else if bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count,
        Wording.isBlank(bytes[index + 1])
      {
        index += 1
        close(at: index)
      } else {
        index += 1
      }
    }
    close(at: bytes.count)
    return result
  }
}
