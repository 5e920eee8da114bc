import GuideModel
import SourceText
import Syntax
import TestSupport

/// Reads a page of one dialect and understands it: every range lies in the file.
enum ParserFuzzer {
  private static let reader = GuideReader(vocabulary: .standard)

  static func take(_ bytes: [UInt8], _ dialect: Dialect) {
    guard let selector = bytes.first else { return }
    let text = TextEncoding.utf8.decode(Array(bytes.dropFirst()))
    guard let file = try? SourceFile(path: "x.txt", text: text) else { return }
    let document = dialect.parse(file, settings: settings(selector))
    let whole = SourceRange(0, file.bytes.count)
    for range in TreeRanges.all(in: document) {
      guard whole.contains(range) else { fatalError("\(range) lies outside of \(whole)") }
    }
    if dialect == .markdown {
      for (range, node) in TreeNesting.misplaced(in: document) {
        fatalError("\(node) at \(range) has no place in its parent")
      }
    }
    precondition(!DocumentDump.text(document).isEmpty)
    if dialect != .markdown { _ = InterWikiTable(file).names }
    let reading = reader.read(document, name: "x")
    let steps = reading.guides.flatMap(\.procedures).flatMap(\.steps)
    let ranges =
      reading.remarks.map(\.range) + reading.guides.map(\.range) + steps.map(\.range)
      + steps.compactMap(\.labelRange) + steps.flatMap(\.references).map(\.range)
      + reading.statements.flatMap(\.evidence).map(\.range)
    for range in ranges where !whole.contains(range) {
      fatalError("\(range) lies outside of \(whole)")
    }
  }

  private static func settings(_ selector: UInt8) -> WikiSettings {
    var settings = WikiSettings()
    settings.pageNames = ["FrontPage", "SandBox", "設定", "Mail/Setup"]
    if selector & 4 != 0 { settings.autoLinks = AutoLinkNames(settings.pageNames, minimumBytes: 4) }
    settings.readsMultilinePlugins = selector & 8 == 0
    return settings
  }
}
