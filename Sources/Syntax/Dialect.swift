import SourceText

/// The wiki dialects that can be read. Nothing outside this module depends on which one a page has.
package enum Dialect: String, Sendable, CaseIterable {
  case pukiwiki, yukiwiki, pyukiwiki, markdown

  /// Endings of the files that hold pages of this dialect.
  package var fileExtensions: [String] {
    switch self {
    case .pukiwiki: ["txt", "wiki", "puki", "pukiwiki"]
    case .yukiwiki: ["yuki", "yukiwiki"]
    case .pyukiwiki: ["pyuki", "pyukiwiki"]
    case .markdown: ["md", "markdown"]
    }
  }

  /// The dialect whose files have a path's ending; nil where several have it, or none.
  package static func ofFile(_ path: String) -> Dialect? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let candidates = allCases.filter { $0.fileExtensions.contains(ending) }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// The dialect that a page says it is written in, in a line `//wikiguide: dialect NAME`
  /// or `<!-- wikiguide: dialect NAME -->`.
  package static func stated(by file: SourceFile) -> Dialect? {
    let mark = Array("//wikiguide:".utf8)
    var start = file.textStart
    while start < file.bytes.count {
      let line = file.line(around: start)
      let written = file.bytes[line.lower..<line.upper]
      if written.starts(with: mark) || written.starts(with: "<!-- wikiguide:".utf8) {
        let words = file.text(line).drop { $0 != ":" }.dropFirst()
          .split(whereSeparator: \.isWhitespace)
        if words.count == 2 || words.count == 3 && words[2] == "-->", words[0] == "dialect",
          let dialect = Dialect(rawValue: String(words[1]))
        {
          return dialect
        }
      }
      start = line.upper
      while start < file.bytes.count, file.bytes[start] != UInt8(ascii: "\n") { start += 1 }
      start += 1
    }
    return nil
  }

  /// Reads a page. Never fails: broken text still makes a tree.
  package func parse(_ file: SourceFile, settings: WikiSettings = WikiSettings()) -> Document {
    var document =
      switch self {
      case .pukiwiki: PukiWikiParser.parse(file, settings: settings, variant: .pukiWiki)
      case .yukiwiki: PukiWikiParser.parse(file, settings: settings, variant: .yukiWiki)
      case .pyukiwiki: PukiWikiParser.parse(file, settings: settings, variant: .pyukiWiki)
      case .markdown: MarkdownParser.parse(file)
      }
    document.dialect = self
    document.isNamedByFirstLine = self != .markdown
    document.needsBlankBehindNumbers = self == .markdown
    return document
  }
}
