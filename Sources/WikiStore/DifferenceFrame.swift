import SourceText

/// What stands around the lines of a captured difference view: tools, names, titles, notices.
struct DifferenceFrame {
  let pageName: String
  let subject: String?
  let title: String
  /// The lines of the revisions.
  let lines: [SourceRange]
  /// Whether the words around can be those of a difference view alone.
  let isSure: Bool

  static func find(in file: SourceFile) -> DifferenceFrame? {
    let page = CapturedLines(file)
    return yukiWiki(page) ?? pukiWiki(page)
  }

  /// Words that wikis use for differences.
  private static let differenceWords = [
    "差分", "変更点", "差異", "違い", "比較", "更新内容", "変更箇所", "diff", "change", "compar", "revision",
  ]

  private static func speaksOfDifferences(_ text: String) -> Bool {
    let folded = text.lowercased()
    return differenceWords.contains { folded.contains($0) }
  }

  // MARK: - YukiWiki

  /// A row of tools, `Name - subject`, a title, perhaps notices, then the lines, of which the first
  /// is the subject.
  private static func yukiWiki(_ page: CapturedLines) -> DifferenceFrame? {
    let filled = page.filled
    guard let row = filled.prefix(4).firstIndex(where: { page.isRowOfTools($0) }),
      row + 3 < filled.count, let (name, subject) = page.nameAndSubject(filled[row + 1])
    else { return nil }
    // A page that is simply shown has its subject right behind its name.
    let title = page.text(filled[row + 2])
    guard title != subject, !page.isWikiMarkup(filled[row + 2]) else { return nil }
    guard
      let start = filled[(row + 3)...].prefix(6).first(where: { page.text($0) == subject })
        ?? changedSubject(in: page, behind: row + 2, subject: subject)
    else { return nil }
    return DifferenceFrame(
      pageName: name, subject: subject, title: title, lines: page.lines(from: start),
      isSure: speaksOfDifferences(title))
  }

  /// The subject itself was changed: the old one stands first.
  private static func changedSubject(
    in page: CapturedLines, behind title: Int, subject: String
  ) -> Int? {
    let filled = page.filled
    let near = filled[(title + 1)...].prefix(6)
    guard let place = near.firstIndex(where: { page.text($0) == subject }), place > title + 1 else {
      return nil
    }
    return filled[place - 1]
  }

  // MARK: - PukiWiki

  /// `Name の変更点` and two notices about colours.
  private static func pukiWiki(_ page: CapturedLines) -> DifferenceFrame? {
    let filled = page.filled
    let top = filled.prefix(16)
    guard let title = top.firstIndex(where: { pageName(inTitle: page.text($0)) != nil }),
      let name = pageName(inTitle: page.text(filled[title])),
      let notice = filled.prefix(80).lastIndex(where: { isNotice(page.text($0)) })
    else { return nil }
    var start = notice + 1
    // `Name へ行く。` and `Name の差分を削除` close the notices.
    while start < filled.count, start <= notice + 2, isClosing(page.text(filled[start]), name) {
      start += 1
    }
    guard start < filled.count else { return nil }
    return DifferenceFrame(
      pageName: name, subject: nil, title: page.text(filled[title]),
      lines: page.lines(from: filled[start]), isSure: true)
  }

  private static func pageName(inTitle text: String) -> String? {
    for ending in ["の変更点", "の差分"] where text.hasSuffix(ending) {
      let name = text.dropLast(ending.count).split(separator: " ").joined(separator: " ")
      return name.isEmpty ? nil : name
    }
    for beginning in ["Diff of ", "Difference of "] where text.hasPrefix(beginning) {
      return text.dropFirst(beginning.count).split(separator: " ").joined(separator: " ")
    }
    return nil
  }

  private static func isNotice(_ text: String) -> Bool {
    let isJapanese =
      (text.contains("追加された行") || text.contains("削除された行")) && text.contains("色")
    let folded = text.lowercased()
    return isJapanese
      || (folded.contains("added line") || folded.contains("deleted line"))
        && folded.contains("color")
  }

  private static func isClosing(_ text: String, _ name: String) -> Bool {
    text == "\(name) へ行く。" || text == "\(name)へ行く。" || text == "Go to \(name)."
      || text == "\(name) の差分を削除" || text == "Deleting diff of \(name)"
      || text == "Deleting diff of  \(name)"
  }
}

/// The lines of a text that was copied from a browser.
struct CapturedLines {
  private let file: SourceFile
  private let all: [SourceRange]
  /// The indices of lines that hold more than white space.
  let filled: [Int]

  init(_ file: SourceFile) {
    self.file = file
    let start = file.textStart
    let bytes = Array(file.bytes[start...])
    let all = Lines(bytes).map { line, _ in
      SourceRange(line.lowerBound + start, line.upperBound + start)
    }
    self.all = all
    filled = all.indices.filter { index in
      file.bytes[all[index].lower..<all[index].upper].contains { $0 > UInt8(ascii: " ") }
    }
  }

  func text(_ index: Int) -> String {
    let text = file.text(all[index])
    var trimmed = Substring(text)
    while let first = trimmed.first, first.isWhitespace { trimmed.removeFirst() }
    while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
    return String(trimmed)
  }

  /// All lines from one on, but for what the browser leaves at the end: empty lines, and what wikis
  /// write below a page.
  func lines(from start: Int) -> [SourceRange] {
    var end = all.count
    for index in filled where index > start && isFooter(text(index)) {
      end = index
      break
    }
    if let last = filled.last(where: { $0 < end }) { end = max(start, last + 1) }
    return Array(all[start..<end])
  }

  func isRowOfTools(_ index: Int) -> Bool {
    let text = text(index)
    let parts = text.split(separator: " | ", omittingEmptySubsequences: false)
    return parts.count >= 4 && !text.hasPrefix("|") && parts.allSatisfy { $0.count <= 40 }
  }

  /// `Name - subject`, where a name holds no spaces around a hyphen.
  func nameAndSubject(_ index: Int) -> (name: String, subject: String)? {
    let parts = text(index).split(separator: " - ", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].count <= 100 else { return nil }
    return (parts[0], parts[1])
  }

  func isWikiMarkup(_ index: Int) -> Bool {
    text(index).first.map { "*-+:>|,#".contains($0) } == true
  }

  private func isFooter(_ text: String) -> Bool {
    text.hasPrefix("Last-modified: ") || text.hasPrefix("Site admin: ")
      || text.hasPrefix("Modified by ")
  }
}
