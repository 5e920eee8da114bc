import GuideModel
import Rendering
import Site
import SourceText
import Syntax

/// The page "what wikiguide understood": a page's source on the left, what was understood on the right,
/// each bound to the other by the stretches of source that facts are read from.
struct UnderstoodPage {
  private let page: PageReading
  private let moment: PreviewState.Moment
  private var file: SourceFile { page.document.file }

  private static let folder = PreviewSite.own + "understood/"

  init(_ page: PageReading, _ moment: PreviewState.Moment) {
    self.page = page
    self.moment = moment
  }

  /// Where it is served.
  static func address(of sourcePath: String) -> String {
    "/" + SitePath.encoded(folder + sourcePath)
  }

  /// The source page that a path of the preview is about; nil for other paths.
  static func source(of path: String) -> String? {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.utf8.count)) : nil
  }

  var html: [UInt8] {
    let findings = moment.judged?.findings(on: [page.path]) ?? []
    let groups = UnderstoodFacts(page).groups(findings: findings)
    let facts = groups.flatMap(\.facts)
    let address = moment.model?.address(ofPage: page.path).map { "/" + SitePath.encoded($0) } ?? "/"
    return PlainPage.html(
      title: "\(page.title): what wikiguide understood", kind: "understood",
      body: """
        <header>
        <h1>What wikiguide understood</h1>
        <p><code>\(HTMLText.escaped(page.path))</code> · \
        <a href="\(address)">The page</a></p>
        </header>
        <main>
        <section class="source" aria-label="Source" tabindex="0">
        <ol>
        \(source(facts.map(\.ranges)))</ol>
        </section>
        <section class="facts" aria-label="What was understood" tabindex="0">
        \(list(groups))</section>
        </main>
        <script src="/_wikiguide/understood.js" defer></script>
        """)
  }

  // MARK: - What was understood

  private func list(_ groups: [UnderstoodFacts.Group]) -> String {
    let lines = LineIndex(file)
    var number = 0
    var html = ""
    for group in groups {
      html += "<h2>\(group.title)</h2>\n<ul>\n"
      for fact in group.facts {
        html += "<li class=\"depth-\(fact.depth)\">"
        html += item(fact, number, lines) + "</li>\n"
        number += 1
      }
      html += "</ul>\n"
    }
    return html
  }

  private func item(_ fact: UnderstoodFacts.Fact, _ number: Int, _ lines: LineIndex) -> String {
    let words =
      "<span class=\"kind\">\(HTMLText.escaped(fact.kind))</span> "
      + HTMLText.escaped(fact.text.maskingPasswords)
    guard let first = fact.ranges.first else { return "<span class=\"fact\">\(words)</span>" }
    let line = lines.line(at: first.lower)
    return "<a class=\"fact\" href=\"#L\(line)\" data-fact=\"\(number)\">\(words) "
      + "<span class=\"line\">\(line)</span></a>"
  }

  // MARK: - Source

  /// The lines, each cut where a fact begins or ends.
  private func source(_ ranges: [[SourceRange]]) -> String {
    var html = ""
    let cuts = Set(ranges.joined().flatMap { [$0.lower, $0.upper] }).sorted()
    let events = ranges.enumerated().flatMap { number, ranges in
      ranges.filter { $0.lower < $0.upper }.map { (number: number, range: $0) }
    }.sorted { $0.range.lower < $1.range.lower }
    var open: [(number: Int, range: SourceRange)] = []
    var next = 0
    var nextCut = 0
    var start = file.textStart
    var number = 1
    while start < file.bytes.count {
      let line = file.line(around: start)
      html += "<li id=\"L\(number)\"><code>"
      var place = line.lower < file.textStart ? file.textStart : line.lower
      while place < line.upper {
        while nextCut < cuts.count, cuts[nextCut] <= place { nextCut += 1 }
        let end = nextCut < cuts.count ? min(cuts[nextCut], line.upper) : line.upper
        while next < events.count, events[next].range.lower <= place {
          open.append(events[next])
          next += 1
        }
        open.removeAll { $0.range.upper <= place }
        html += stretch(
          SourceRange(place, end), open.filter { $0.range.lower <= place }.map(\.number))
        place = end
      }
      html += "</code></li>\n"
      number += 1
      start = line.upper
      while start < file.bytes.count, file.bytes[start] != UInt8(ascii: "\n") { start += 1 }
      start += 1
    }
    return html
  }

  private func stretch(_ range: SourceRange, _ facts: [Int]) -> String {
    let text = HTMLText.escaped(FindingExcerpts.masked(file, range))
    guard !facts.isEmpty else { return text }
    let numbers = facts.map(String.init).joined(separator: " ")
    return "<span data-facts=\"\(numbers)\">\(text)</span>"
  }
}
