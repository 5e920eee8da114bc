import SourceText

/// What stands in double brackets, and media in double braces.
extension DokuWikiInlines {
  /// ```
  /// link = "[[" (page ["#" section] | "#" section | address | mail | wiki ">" name | "\\" share)
  ///        ["|" (label | media)] "]]"
  /// ```
  @_lifetime(self: copy self)
  mutating func link(_ range: SourceRange, depth: Int) -> (Inline?, Int)? {
    let inner = SourceRange(range.lower + 2, range.upper - 2)
    let bar = find(UInt8(ascii: "|"), from: inner.lower, in: bytes, end: inner.upper)
    let written = trimmed(SourceRange(inner.lower, bar ?? inner.upper), in: bytes)
    guard !written.isEmpty else { return nil }
    var label: [Inline] = []
    if let bar { label = self.label(trimmed(SourceRange(bar + 1, inner.upper), in: bytes)) }
    if matches("\\\\", at: written.lower, in: bytes, end: written.upper) {
      return (share(written, label, range: range), range.upper)
    }
    let target = target(written)
    if label.isEmpty { label = [.text(shown(written, target))] }
    return (
      .link(Link(target: target, label: label, targetRange: written, range: range)), range.upper
    )
  }

  /// A label is plain text, or a picture.
  private func label(_ range: SourceRange) -> [Inline] {
    guard !range.isEmpty else { return [] }
    if matches("{{", at: range.lower, in: bytes, end: range.upper), range.count > 4,
      matches("}}", at: range.upper - 2, in: bytes, end: range.upper),
      let (inline, _) = media(range, allowsLinks: false), let inline
    {
      return [inline]
    }
    return [.text(range)]
  }

  /// A folder on a Windows server, which no browser opens: its name is shown behind the label.
  private func share(_ target: SourceRange, _ label: [Inline], range: SourceRange) -> Inline {
    let name = Inline.styled(.code, [.text(target)], target)
    guard !label.isEmpty else { return name }
    let gap = Inline.character(" ", SourceRange(target.upper, target.upper))
    return .styled(.plain, label + [gap, name], range)
  }

  private func target(_ written: SourceRange) -> Link.Target {
    if BareAddress.behindScheme(at: written.lower, in: bytes, end: written.upper) != nil {
      return .url(written)
    }
    if BareAddress.isMail(written, in: bytes) { return .mail(written) }
    if matchesInAnyCase("mailto:", at: written.lower, in: bytes, end: written.upper) {
      return .mail(SourceRange(written.lower + 7, written.upper))
    }
    if let mark = find(UInt8(ascii: ">"), from: written.lower, in: bytes, end: written.upper),
      mark > written.lower, mark + 1 < written.upper
    {
      return .interWiki(
        wiki: SourceRange(written.lower, mark), name: SourceRange(mark + 1, written.upper))
    }
    guard let hash = find(UInt8(ascii: "#"), from: written.lower, in: bytes, end: written.upper)
    else { return .page(written, anchor: nil) }
    let section = SourceRange(hash + 1, written.upper)
    let page = trimmed(SourceRange(written.lower, hash), in: bytes)
    if page.isEmpty { return .anchor(section) }
    return .page(page, anchor: section.isEmpty ? nil : section)
  }

  /// What a link without a label shows: of pages the name without its namespace, or the section.
  private func shown(_ written: SourceRange, _ target: Link.Target) -> SourceRange {
    switch target {
    case .page(_, let section?): return section
    case .anchor(let section) where !section.isEmpty: return section
    case .page(let page, anchor: nil):
      var start = page.upper
      while start > page.lower, bytes[start - 1] != UInt8(ascii: ":") { start -= 1 }
      return start < page.upper ? SourceRange(start, page.upper) : page
    case .interWiki(_, let name): return name
    default: return written
    }
  }

  // MARK: - Media

  /// ```
  /// media = "{{" [" "] (file | address) ["?" word { "&" word }] [" "] ["|" title] "}}"
  /// word  = width ["x" height] | "left" | "right" | "center" | "nolink" | "linkonly" | "nocache" | …
  /// ```
  func media(_ range: SourceRange, allowsLinks: Bool) -> (Inline?, Int)? {
    let inner = SourceRange(range.lower + 2, range.upper - 2)
    if let plugin = plugin(inner, range: range) { return (plugin, range.upper) }
    let bar = find(UInt8(ascii: "|"), from: inner.lower, in: bytes, end: inner.upper)
    let written = SourceRange(inner.lower, bar ?? inner.upper)
    let source = trimmed(written, in: bytes)
    guard !source.isEmpty, !isPlaceholder(inner) else { return nil }
    let title = bar.map { trimmed(SourceRange($0 + 1, inner.upper), in: bytes) }
    let words = words(behind: source)
    let file = SourceRange(source.lower, words.map { $0.lower - 1 } ?? source.upper)
    guard !file.isEmpty else { return nil }
    let isAddress = BareAddress.behindScheme(at: file.lower, in: bytes, end: file.upper) != nil
    var image = Image(
      source: file, description: title?.isEmpty == false ? title : nil, range: range)
    image.holder = isAddress ? .none : .thisPage
    image.isLinked = allowsLinks
    var isOnlyLink = false
    if let words { take(words, &image, &isOnlyLink) }
    guard BareAddress.isPicture(file, in: bytes), !isOnlyLink else {
      guard allowsLinks else { return (.text(image.description ?? file), range.upper) }
      let target: Link.Target = isAddress ? .url(file) : .attachment(name: file, page: nil)
      let label = image.description ?? withoutNamespace(file)
      return (
        .link(Link(target: target, label: [.text(label)], targetRange: file, range: range)),
        range.upper
      )
    }
    if image.alignment == nil { align(&image, written, source) }
    return (.image(image), range.upper)
  }

  /// Space before the name moves a picture to the right, space behind it to the left.
  private func align(_ image: inout Image, _ written: SourceRange, _ source: SourceRange) {
    switch (source.lower > written.lower, source.upper < written.upper) {
    case (true, true): image.alignment = .center
    case (true, false): image.alignment = .right
    case (false, true): image.alignment = .left
    case (false, false): return
    }
    image.isFloating = image.alignment != .center
  }

  private func withoutNamespace(_ file: SourceRange) -> SourceRange {
    var start = file.upper
    while start > file.lower, bytes[start - 1] != UInt8(ascii: ":"),
      bytes[start - 1] != UInt8(ascii: "/")
    {
      start -= 1
    }
    return start < file.upper ? SourceRange(start, file.upper) : file
  }

  /// The words behind the last `?`, where they are words to the wiki.
  private func words(behind source: SourceRange) -> SourceRange? {
    var mark = source.upper - 1
    while mark > source.lower, bytes[mark] != UInt8(ascii: "?") { mark -= 1 }
    guard mark > source.lower else { return nil }
    return SourceRange(mark + 1, source.upper)
  }

  private func take(_ words: SourceRange, _ image: inout Image, _ isOnlyLink: inout Bool) {
    var start = words.lower
    while start <= words.upper {
      let end = find(UInt8(ascii: "&"), from: start, in: bytes, end: words.upper) ?? words.upper
      let word = SourceRange(start, end)
      if spells(word, "nolink", in: bytes) {
        image.isLinked = false
      } else if spells(word, "linkonly", in: bytes) {
        isOnlyLink = true
      } else if let alignment = Alignment(rawValue: foldedText(word, in: bytes)) {
        image.alignment = alignment
        image.isFloating = alignment != .center
      } else if let size = size(word) {
        image.size = size
      }
      start = end + 1
    }
  }

  /// `200` or `200x100`: room for the picture, which keeps its shape. Of two sides the width counts.
  private func size(_ word: SourceRange) -> Image.Size? {
    guard let cross = find(UInt8(ascii: "x"), from: word.lower, in: bytes, end: word.upper) else {
      return number(word, in: bytes).flatMap { $0 > 0 ? .pixels(width: $0, height: 0) : nil }
    }
    guard let width = number(SourceRange(word.lower, cross), in: bytes),
      let height = number(SourceRange(cross + 1, word.upper), in: bytes)
    else { return nil }
    if width == 0 { return height > 0 ? .pixels(width: 0, height: height) : nil }
    return .pixels(width: width, height: 0)
  }

  /// `{{section>page#place}}` and whatever else plugins make of braces.
  private func plugin(_ inner: SourceRange, range: SourceRange) -> Inline? {
    var nameEnd = inner.lower
    while nameEnd < inner.upper, isWord(bytes[nameEnd]) || bytes[nameEnd] == UInt8(ascii: "-") {
      nameEnd += 1
    }
    guard nameEnd > inner.lower, nameEnd < inner.upper, bytes[nameEnd] == UInt8(ascii: ">") else {
      return nil
    }
    let name = SourceRange(inner.lower, nameEnd)
    var plugin = Plugin(
      name: name, arguments: SourceRange(nameEnd + 1, inner.upper), range: range)
    if spells(name, "section", in: bytes) || spells(name, "page", in: bytes) {
      // What stands on another page is at least led to.
      var end = inner.upper
      for mark in "&|?".utf8 {
        end = find(mark, from: nameEnd + 1, in: bytes, end: end) ?? end
      }
      let written = trimmed(SourceRange(nameEnd + 1, end), in: bytes)
      if !written.isEmpty {
        let target = target(written)
        plugin.content = [
          .link(
            Link(
              target: target, label: [.text(shown(written, target))], targetRange: written,
              range: range))
        ]
      }
    }
    return .plugin(plugin)
  }

  /// `incoming.host`: a name of the site's own, which later parts know, and no file of a wiki.
  private func isPlaceholder(_ inner: SourceRange) -> Bool {
    guard let ending = BareAddress.ending(of: inner, in: bytes) ?? longEnding(of: inner) else {
      return false
    }
    for index in inner.lower..<inner.upper {
      let byte = bytes[index]
      guard isWord(byte) || byte == UInt8(ascii: "."), folded(byte) == byte else { return false }
    }
    return !Self.fileEndings.contains(ending)
  }

  private func longEnding(of inner: SourceRange) -> String? {
    guard let dot = find(UInt8(ascii: "."), from: inner.lower, in: bytes, end: inner.upper) else {
      return nil
    }
    return text(SourceRange(dot + 1, inner.upper), in: bytes)
  }

  /// Files that the wiki takes as it comes.
  private static let fileEndings: Set<String> = [
    "jpg", "jpeg", "gif", "png", "webp", "ico", "svg", "avif", "mp3", "ogg", "wav", "webm", "ogv",
    "mp4", "vtt", "tgz", "tar", "gz", "bz2", "zip", "rar", "7z", "cpio", "rpm", "deb", "doc",
    "docx",
    "xls", "xlsx", "ppt", "pptx", "rtf", "pdf", "ps", "swf", "odt", "ods", "odp", "odg", "odc",
    "odf", "odi", "eml", "txt", "conf", "sql", "csv", "mobileconfig", "md", "json", "xml", "exe",
  ]
}
