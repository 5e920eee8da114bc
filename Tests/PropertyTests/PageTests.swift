import CCMark
import CommonMark
import Foundation
import GuideModel
import Rendering
import SourceText
import Syntax
import TestSupport
import Testing

/// What holds for every page, whatever stands on it: shown for many that nobody would write.
@Suite struct PageTests {
  private static let seeds = 0..<150

  @Test(arguments: Dialect.allCases, seeds)
  func rangesLieInTheFile(_ dialect: Dialect, _ seed: Int) {
    let file = Self.file(seed)
    let whole = SourceRange(0, file.bytes.count)
    for range in TreeRanges.all(in: dialect.parse(file)) {
      #expect(whole.contains(range), "\(range) in seed \(seed)")
    }
  }

  @Test(arguments: Dialect.allCases, seeds)
  func printedPagesAreWellFormedAndRunNothing(_ dialect: Dialect, _ seed: Int) {
    let faults = PrintedSite(Self.file(seed), dialect: dialect).faults
    #expect(faults.isEmpty, "seed \(seed): \(faults.joined(separator: "\n"))")
  }

  /// Reading and printing are functions of the text alone.
  @Test(arguments: Dialect.allCases)
  func readingTwiceSaysTheSame(_ dialect: Dialect) {
    for seed in Self.seeds.prefix(40) {
      let file = Self.file(seed)
      #expect(DocumentDump.text(dialect.parse(file)) == DocumentDump.text(dialect.parse(file)))
      let printed = PrintedSite(file, dialect: dialect).files
      let again = PrintedSite(file, dialect: dialect).files
      #expect(printed.map(\.path) == again.map(\.path))
      #expect(printed.map(\.bytes) == again.map(\.bytes))
    }
  }

  /// What `format` has tidied is tidy.
  @Test(arguments: Dialect.allCases)
  func formattingTwiceChangesNothingMore(_ dialect: Dialect) {
    for seed in Self.seeds {
      let file = Self.file(seed)
      var bytes = file.bytes
      let edits = AnnotationLayout.edits(in: dialect.parse(file))
      for edit in edits.sorted(by: { $0.range.lower > $1.range.lower }) {
        bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
      }
      let tidy = SourceFile(path: "x.txt", text: String(decoding: bytes, as: UTF8.self))
      #expect(AnnotationLayout.edits(in: dialect.parse(tidy)).isEmpty, "seed \(seed)")
    }
  }

  /// What is printed as Markdown reads as what is printed as HTML.
  @Test(arguments: seeds)
  func markdownSaysWhatHTMLSays(_ seed: Int) {
    var tree = CommonMarkTree()
    Self.fill(&tree, seed)
    let html = String(decoding: tree.html(), as: UTF8.self)
    let markdown = String(decoding: tree.markdown(), as: UTF8.self)
    let printed = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT)
    defer { free(printed) }
    let again = printed.map { String(cString: $0) } ?? ""
    #expect(Self.words(again) == Self.words(html), "seed \(seed):\n\(markdown)")
  }

  private static func fill(_ tree: inout CommonMarkTree, _ seed: Int) {
    let lines = HostilePages.make(seed: seed).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    for (index, line) in lines.enumerated() {
      switch index % 5 {
      case 1: tree.open(.heading(level: 1 + index % 3))
      case 2: tree.open(.blockQuote)
      case 3: tree.open(.bulletList(isTight: true))
      default: break
      }
      if index % 5 == 3 { tree.open(.item) }
      if index % 5 != 1 { tree.open(.paragraph) }
      tree.add(text: "a ")
      if index % 3 == 0 { tree.open(.link(url: "https://a.example/?" + "\(index)", title: nil)) }
      tree.add(text: line)
      if index % 3 == 0 { tree.close() }
      tree.add(text: " b")
      if index % 5 != 1 { tree.close() }
      if index % 5 == 3 { tree.close() }
      if (1...3).contains(index % 5) { tree.close() }
    }
  }

  /// HTML without white space, in which printers differ.
  private static func words(_ html: String) -> String {
    String(html.filter { !$0.isWhitespace && $0 != "\u{FFFD}" })
  }

  private static func file(_ seed: Int) -> SourceFile {
    let text = HostilePages.make(seed: seed)
    return SourceFile(path: "x.txt", text: text.replacing("\0", with: ""))
  }
}
