import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unexplainedLevel = Rule(
    name: "unexplained-level", severity: .warning,
    summary: "a client works by hand or partly, and no word says how or how far",
    explanation: """
      "Partly" alone helps nobody to choose: say in a few words what must be done by hand, or what \
      does not work. Words of a heading or an item over the clients count, words in the cell \
      behind the mark, a footnote, and a legend that explains the mark. It is said once for each \
      mark of a page.
      """,
    wrong: Example(
      "a bare mark",
      "**対応メールソフト\n|メールソフト|対応状況|h\n|Thunderbird|△|\n|Sylpheed|○|\n"),
    right: Example(
      "a legend",
      "**対応メールソフト\n|メールソフト|対応状況|h\n|Thunderbird|△|\n|Sylpheed|○|\n\n△:先に受信が必要です。\n"),
    siteCheck: { index in
      var silent: [SilentLevel: [SupportStatement]] = [:]
      for statement in index.facts.statements where isUnexplained(statement) {
        let isCurated = statement.basis == .curated || statement.basis == .tested
        let key = SilentLevel(
          path: statement.path, words: statement.levelAsWritten.text,
          clientID: isCurated ? statement.clientID : nil)
        silent[key, default: []].append(statement)
      }
      return silent.compactMap { key, statements in
        let page = index.library.page(at: key.path)
        guard page.map({ !Legend.explains(key.words, in: $0.document.file) }) ?? true else {
          return nil
        }
        return finding(statements, words: key.words, index).map { (key.path, $0) }
      }
    })

  private static func isUnexplained(_ statement: SupportStatement) -> Bool {
    switch statement.level {
    case .manual?, .partial?: break
    case .native?, .unsupported?, .untested?, nil: return false
    }
    return statement.notes.isEmpty && statement.basis != .heading
      && Legend.isBare(statement.levelAsWritten.text)
  }

  private static func finding(
    _ statements: [SupportStatement], words: String, _ index: SiteIndex
  ) -> Finding? {
    guard let first = statements.first, let level = first.level,
      let evidence = first.evidence.first
    else { return nil }
    let name = index.clientName(first.clientID)
    let others = statements.dropFirst().prefix(100).compactMap { other in
      other.evidence.first.map {
        Diagnostic.Note(
          "'\(index.clientName(other.clientID))' too", at: index.place(of: other.clientID, at: $0))
      }
    }
    return Finding(
      range: first.levelAsWritten.evidence.range.contains(evidence.range) && !words.isEmpty
        ? index.library.page(at: evidence.path)?.document.file.place(
          of: words, in: first.levelAsWritten.evidence.range) ?? evidence.range : evidence.range,
      message: words.isEmpty || words == level.rawValue
        ? "'\(name)' has \(level.rawValue) support, and no word says what that means"
        : "'\(words)' says that '\(name)' has \(level.rawValue) support, and no word says what "
          + "that means",
      notes: others,
      help: level == .manual
        ? "say what is done by hand, in the row or in a legend"
        : "say what does not work, in the row or in a legend", subject: words)
  }
}

/// Statements on one page for whose level the same bare words stand; of a curated file, each alone.
private struct SilentLevel: Hashable {
  let path: String
  let words: String
  let clientID: String?
}

/// Marks and words for levels, and what a page says that they mean.
private enum Legend {
  private static let levelWords = Set(
    Vocabulary.standard.levels.values.joined().map { FoldedText($0).bytes }
      + SupportLevel.allCases.map { FoldedText($0.rawValue).bytes })

  /// Whether a text is a word or mark for a level and nothing else.
  static func isBare(_ words: String) -> Bool {
    words.isEmpty || levelWords.contains(FoldedText(words).bytes)
  }

  /// Whether the page says somewhere what the words mean: `△:…`, `"by hand" means …`, or a line
  /// that begins with them and goes on.
  static func explains(_ words: String, in file: SourceFile) -> Bool {
    guard !words.isEmpty else { return false }
    let phrase = Phrase(words)
    let text = FoldedText(SourceRange(file.textStart, file.bytes.count), in: file)
    var start = 0
    while let found = text.find(phrase, from: start) {
      let behind = withoutQuotes(text.bytes[found.upperBound...])
      if signs.contains(where: { behind.starts(with: $0) }) { return true }
      let before = text.bytes[..<found.lowerBound].reversed().first { !itemMarks.contains($0) }
      let isLineStart = before == nil || before == UInt8(ascii: "\n")
      if isLineStart, behind.first.map({ $0 != UInt8(ascii: "\n") }) ?? false { return true }
      start = found.upperBound
    }
    return false
  }

  private static func withoutQuotes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let quote = quotes.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(quote.count)
    }
    return rest
  }

  private static let quotes = [" ", "\"", "'", "”", "」", "』"].map { Array($0.utf8) }
  private static let itemMarks = Array("-+* \"'".utf8)
  private static let signs = [":", "=", "…", "は", "とは", "―", "→", "means"].map { Array($0.utf8) }
}
