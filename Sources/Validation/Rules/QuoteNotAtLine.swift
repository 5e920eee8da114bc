import GuideModel
import SourceText
import Syntax

extension Rule {
  static let quoteNotAtLine = Rule(
    name: "quote-not-at-line", severity: .warning,
    summary: "a curated fact cites a line of a page, and its words do not stand there",
    explanation: """
      The page went on, and nobody can check the fact by its source any more. It is asked of \
      sources such as `Page.txt#L12 "words"` or `Page#L12-L14 「words」`, where the page is one of \
      the site; without words, only whether the page has the line. Correct the line, or look \
      whether the fact is still true.
      """,
    wrong: Example(
      "a line that moved",
      pages: [
        ("Mail.txt", "*Mail\nNew words.\nSylpheed is shareware.\n"),
        ("clients.yml", "sylpheed:\n  source: Mail.txt#L2 \"is shareware\"\n"),
      ],
      facts: { $0.references = cited("Mail.txt#L2 \"is shareware\"") }),
    right: Example(
      "the line itself",
      pages: [
        ("Mail.txt", "*Mail\nNew words.\nSylpheed is shareware.\n"),
        ("clients.yml", "sylpheed:\n  source: Mail.txt#L3 \"is shareware\"\n"),
      ],
      facts: { $0.references = cited("Mail.txt#L3 \"is shareware\"") }),
    siteCheck: { index in
      let citations = index.facts.references.sorted { $0.key < $1.key }
        .compactMap { evidence, text in Citation(text).map { (evidence, $0) } }
      guard !citations.isEmpty else { return [] }
      var seen: Set<Citation> = []
      var lines = PageLines(index.library)
      return citations.compactMap { evidence, citation in
        guard seen.insert(citation).inserted, let page = lines.page(named: citation.page) else {
          return nil
        }
        let found = lines.place(of: citation, on: page)
        guard !found.isThere else { return nil }
        let subject = "'\(citation.page)#L\(citation.first)'"
        return (
          evidence.path,
          Finding(
            range: evidence.range,
            message: citation.quote.map { "'\($0)' does not stand at \(subject)" }
              ?? "\(subject) is behind the page's last line",
            help: found.elsewhere.map { "the words stand on line \($0) now" }
              ?? "look whether the fact is still true, and cite the new line",
            subject: citation.page)
        )
      }
    })

  private static func cited(_ text: String) -> [Evidence: String] {
    [Evidence(path: "clients.yml", range: SourceRange(0, 8)): text]
  }
}

/// A source that names lines of a page and perhaps words on them: `Page.txt#L12-L14 "words"`.
private struct Citation: Hashable {
  /// The page's path or name.
  let page: String
  let first: Int
  let last: Int
  let quote: String?

  /// Nil for all other texts.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(.+?)#L([0-9]{1,7})(?:-L?([0-9]{1,7}))?(?:\s+(.+))?/),
      let first = Int(match.2)
    else { return nil }
    page = String(match.1)
    self.first = first
    last = max(first, match.3.flatMap { Int($0) } ?? first)
    quote = match.4.map { words in
      let marks = "\"“”'「」『』"
      return String(
        words.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    }
  }
}

/// The lines of cited pages, each page folded once.
private struct PageLines {
  private let library: GuideLibrary
  private let byName: [String: PageReading]
  private var folded: [String: [FoldedText]] = [:]

  init(_ library: GuideLibrary) {
    self.library = library
    byName = Dictionary(
      library.pages.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func page(named name: String) -> PageReading? { library.page(at: name) ?? byName[name] }

  /// Whether the cited lines have the words, and the first line that has them where they do not.
  mutating func place(
    of citation: Citation, on page: PageReading
  ) -> (isThere: Bool, elsewhere: Int?) {
    let lines = lines(of: page)
    guard (1...max(1, lines.count)).contains(citation.first) else {
      return (false, citation.quote.flatMap { line(with: $0, in: lines) })
    }
    guard let quote = citation.quote else { return (true, nil) }
    let phrase = Phrase(quote)
    let cited = lines[(citation.first - 1)..<min(citation.last, lines.count)]
    if cited.contains(where: { $0.find(phrase) != nil }) { return (true, nil) }
    return (false, line(with: quote, in: lines))
  }

  private func line(with quote: String, in lines: [FoldedText]) -> Int? {
    let phrase = Phrase(quote)
    return lines.firstIndex { $0.find(phrase) != nil }.map { $0 + 1 }
  }

  private mutating func lines(of page: PageReading) -> [FoldedText] {
    if let known = folded[page.path] { return known }
    let file = page.document.file
    var lines: [FoldedText] = []
    var start = file.textStart
    while start < file.bytes.count {
      let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      lines.append(FoldedText(SourceRange(start, end), in: file))
      start = end + 1
    }
    folded[page.path] = lines
    return lines
  }
}
