import GuideModel
import SourceText
import Syntax

/// Works out lines and quotes of evidence; a file's line index is made when first asked for.
struct SourceLines {
  private let pages: [String: PageReading]
  /// Those that are no pages.
  private let files: [String: SourceFile]
  private let longPages: LongPageLines
  private var indexes: [String: LineIndex] = [:]

  init(_ site: SiteRenderer) {
    pages = site.pagesByPath
    files = site.library.curated.files
    longPages = site.longPages
  }

  private func file(_ path: String) -> SourceFile? { pages[path]?.document.file ?? files[path] }

  func page(_ evidence: Evidence) -> PageReading? { pages[evidence.path] }

  /// The first and last line of evidence, from 1; nil for a file that is not there.
  mutating func lines(of evidence: Evidence) -> ClosedRange<Int>? {
    guard let file = file(evidence.path) else { return nil }
    let index = indexes[evidence.path] ?? longPages.index(of: file, at: evidence.path)
    indexes[evidence.path] = index
    let first = index.line(at: evidence.range.lower)
    return first...max(first, index.line(at: max(evidence.range.lower, evidence.range.upper - 1)))
  }

  /// The whole lines on which evidence stands, as written.
  func quote(_ evidence: Evidence) -> String {
    guard let file = file(evidence.path) else { return "" }
    let start = file.line(around: evidence.range.lower)
    let end = file.line(around: max(evidence.range.lower, evidence.range.upper - 1))
    return file.text(start.union(end))
  }
}
