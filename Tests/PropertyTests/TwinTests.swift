import Foundation
import GuideModel
import Rendering
import SourceText
import Syntax
import TestSupport
import Testing

/// The Markdown of a page, read again, says what its HTML says: each letter with its marks, each cell
/// of a table in its row and column.
@Suite struct TwinTests {
  private static let reader = GuideReader(vocabulary: .standard)

  @Test(arguments: Dialect.allCases)
  func markdownReadAgainSaysTheSame(_ dialect: Dialect) {
    let seeds = ProcessInfo.processInfo.environment["SEEDS"].flatMap { Int($0) } ?? 100
    for seed in 0..<seeds {
      let source = MarkedPages.make(seed: seed, dialect: dialect)
      let page = Self.printed(source, dialect)
      let again = Self.printed(page.markdown, .markdown)
      let (said, read) = (MarkedText.of(page.html), MarkedText.of(again.html))
      guard said != read else { continue }
      Issue.record(
        """
        seed \(seed):
        \(source)-- is printed as --
        \(page.markdown)-- says --
        \(said)-- and is read as --
        \(read)
        """)
    }
  }

  private static func printed(_ text: String, _ dialect: Dialect) -> (
    html: String, markdown: String
  ) {
    let file = SourceFile(path: "x." + dialect.fileExtensions[0], text: text)
    let printed = BlocksAlone.printed(reader.read(dialect.parse(file), name: "x"))
    return (
      String(decoding: printed.html, as: UTF8.self),
      String(decoding: printed.markdown, as: UTF8.self)
    )
  }
}
