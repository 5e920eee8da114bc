import SourceText

/// The wiki dialects that can be read. Whoever looks at a page asks its ``Document``, not its dialect;
/// only those who write new pages have to know it.
package enum Dialect: String, Sendable, CaseIterable {
  case pukiwiki, yukiwiki, pyukiwiki, mediawiki, dokuwiki, markdown

  /// Endings of the files that hold pages of this dialect.
  package var fileExtensions: [String] {
    switch self {
    case .pukiwiki: ["txt", "wiki", "puki", "pukiwiki"]
    case .yukiwiki: ["yuki", "yukiwiki"]
    case .pyukiwiki: ["pyuki", "pyukiwiki"]
    case .mediawiki: ["mediawiki", "mw"]
    case .dokuwiki: ["dokuwiki", "dw"]
    case .markdown: ["md", "markdown"]
    }
  }

  /// The dialect whose files have a path's ending; nil where several have it, or none.
  package static func ofFile(_ path: String) -> Dialect? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let candidates = allCases.filter { $0.fileExtensions.contains(ending) }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// The dialect that a page says it is written in, in a line `//wikiguide: dialect NAME` or
  /// `<!-- wikiguide: dialect NAME -->`.
  package static func stated(by file: SourceFile) -> Dialect? {
    // Every line of a site comes by here: most begin with neither mark, and their ends are not asked for.
    file.bytes.withUnsafeBufferPointer { bytes in
      var start = file.textStart
      while start < bytes.count {
        if bytes[start] == UInt8(ascii: "<") || bytes[start] == UInt8(ascii: "/"),
          let dialect = stated(in: file.line(around: start), of: file)
        {
          return dialect
        }
        while start < bytes.count, bytes[start] != UInt8(ascii: "\n") { start += 1 }
        start += 1
      }
      return nil
    }
  }

  private static func stated(in line: SourceRange, of file: SourceFile) -> Dialect? {
    let written = file.bytes[line.lower..<line.upper]
    let isComment = written.starts(with: "<!--".utf8)
    guard isComment || written.starts(with: "//wikiguide:".utf8) else { return nil }
    var text = file.text(line)[...]
    if isComment, let end = text.firstRange(of: "-->") { text = text[..<end.lowerBound] }
    text = text.dropFirst(isComment ? 4 : 2).drop(while: \.isWhitespace)
    guard text.hasPrefix("wikiguide:") else { return nil }
    let words = text.dropFirst("wikiguide:".count).split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0] == "dialect" else { return nil }
    return Dialect(rawValue: String(words[1]))
  }

  /// Reads a page. Never fails: broken text still makes a tree.
  package func parse(_ file: SourceFile, settings: WikiSettings = WikiSettings()) -> Document {
    var document =
      switch self {
      case .pukiwiki: PukiWikiParser.parse(file, settings: settings, variant: .pukiWiki)
      case .yukiwiki: PukiWikiParser.parse(file, settings: settings, variant: .yukiWiki)
      case .pyukiwiki: PukiWikiParser.parse(file, settings: settings, variant: .pyukiWiki)
      case .mediawiki: MediaWikiParser.parse(file)
      case .dokuwiki: DokuWikiParser.parse(file)
      case .markdown: MarkdownParser.parse(file)
      }
    document.dialect = self
    document.settings = settings
    return document
  }
}
