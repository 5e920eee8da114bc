import GuideModel
import SourceText
import Syntax

/// Works out lines and quotes of evidence; a page's line index is made when first asked for.
struct SourceLines {
  private let pages: [String: PageReading]
  private var indexes: [String: LineIndex] = [:]

  /// - Parameter pages: by path.
  init(pages: [String: PageReading]) { self.pages = pages }

  func page(_ evidence: Evidence) -> PageReading? { pages[evidence.path] }

  /// The first and last line of evidence, from 1; nil for a page that is not there.
  mutating func lines(of evidence: Evidence) -> ClosedRange<Int>? {
    guard let page = pages[evidence.path] else { return nil }
    let index = indexes[evidence.path] ?? LineIndex(page.document.file)
    indexes[evidence.path] = index
    let first = index.line(at: evidence.range.lower)
    return first...max(first, index.line(at: max(evidence.range.lower, evidence.range.upper - 1)))
  }

  /// The whole lines on which evidence stands, as written.
  func quote(_ evidence: Evidence) -> String {
    guard let file = pages[evidence.path]?.document.file else { return "" }
    let start = file.line(around: evidence.range.lower)
    let end = file.line(around: max(evidence.range.lower, evidence.range.upper - 1))
    return file.text(start.union(end))
  }
}
