import SourceText

/// Pictures and other files of the wiki.
extension MediaWikiInlines {
  /// Whether a link is a picture, which may stand in another link's label.
  func isImage(at start: Int) -> Bool {
    guard let close = pairs.end(at: start) else { return false }
    let target = trimmed(firstPart(of: SourceRange(start + 2, close - 2)), in: bytes)
    if case .file = namespace(of: target).0 { return true }
    return false
  }

  /// What the words behind a file's name say.
  private struct Options {
    var caption: SourceRange?
    var description: SourceRange?
    var link: SourceRange?
    var hasLink = false
    var size: Image.Size?
    var alignment: Alignment?
    var isFramed = false
  }

  /// ```
  /// File:name { "|" ("thumb" | "frame" | … | size "px" | "alt=" text | "link=" target | caption) }
  /// ```
  @_lifetime(self: copy self)
  mutating func picture(
    _ name: SourceRange, _ words: [SourceRange], range: SourceRange, depth: Int,
    isFramed: Bool = false
  ) -> Inline {
    var options = Options()
    options.isFramed = isFramed
    for word in words { take(trimmed(word, in: bytes), &options) }
    guard BareAddress.isPicture(name, in: bytes) else {
      let label =
        options.caption.map { read($0, depth: depth + 1, allowsLinks: false) } ?? [.text(name)]
      return .link(
        Link(
          target: .attachment(name: name, page: nil), label: label.isEmpty ? [.text(name)] : label,
          targetRange: name, range: range))
    }
    let description = options.description ?? options.caption
    var image = Image(
      source: name, description: description?.isEmpty == false ? description : nil, range: range)
    image.holder = .thisPage
    image.size = options.size
    image.alignment = options.alignment
    image.isFloating = options.alignment == .left || options.alignment == .right
    image.isLinked = !options.hasLink
    let shown = shown(image, options, depth: depth)
    guard let caption = options.caption, saysMore(caption, options) else { return shown }
    let written = read(caption, depth: depth + 1)
    return .styled(.plain, [shown, .styled(.smaller, written, caption)], range)
  }

  /// Whether a caption has to be read beside the picture: where it is not the description alone.
  private func saysMore(_ caption: SourceRange, _ options: Options) -> Bool {
    guard options.isFramed, !caption.isEmpty else { return false }
    if options.description != nil { return true }
    for index in caption.lower..<caption.upper {
      if "[{<'".utf8.contains(bytes[index]) { return true }
    }
    return false
  }

  private func shown(_ image: Image, _ options: Options, depth: Int) -> Inline {
    guard options.hasLink, let link = options.link, !link.isEmpty else { return .image(image) }
    let target: Link.Target =
      BareAddress.behindScheme(at: link.lower, in: bytes, end: link.upper) == nil
      ? .page(link, anchor: nil) : .url(link)
    return .link(
      Link(target: target, label: [.image(image)], targetRange: link, range: image.range))
  }

  private func take(_ word: SourceRange, _ options: inout Options) {
    guard !word.isEmpty else { return }
    if let value = value(of: word, "alt=") ?? value(of: word, "代替文=") {
      options.description = value
    } else if let value = value(of: word, "link=") ?? value(of: word, "リンク=") {
      options.link = value
      options.hasLink = true
    } else if let size = size(word) {
      options.size = size
    } else if takes(word, &options) {
      return
    } else if value(of: word, "thumb=") ?? value(of: word, "thumbnail=") != nil {
      options.isFramed = true
    } else if Self.quiet.contains(where: { prefix in text(word, in: bytes).hasPrefix(prefix) }) {
      return
    } else {
      options.caption = word
    }
  }

  private static let quiet = [
    "class=", "lang=", "page=", "ページ=", "upright", "右上", "start=", "end=",
  ]

  private func takes(_ word: SourceRange, _ options: inout Options) -> Bool {
    guard word.count <= 40 else { return false }
    switch foldedText(word, in: bytes) {
    case "thumb", "thumbnail", "サムネイル", "frame", "framed", "enframed", "フレーム":
      options.isFramed = true
    case "left", "左": options.alignment = .left
    case "right", "右": options.alignment = .right
    case "center", "centre", "中央": options.alignment = .center
    case "none", "なし", "frameless", "フレームなし", "border", "境界", "baseline", "sub", "super", "sup",
      "top", "text-top", "middle", "bottom", "text-bottom", "下付き", "上付き", "上端", "中心", "下端":
      break
    default: return false
    }
    return true
  }

  private func value(of word: SourceRange, _ name: StaticString) -> SourceRange? {
    guard matches(name, at: word.lower, in: bytes, end: word.upper) else { return nil }
    return trimmed(SourceRange(word.lower + name.utf8CodeUnitCount, word.upper), in: bytes)
  }

  /// `300px`, `x200px`, `300x200px`: room for the picture, which keeps its shape. Of two sides the
  /// width counts.
  private func size(_ word: SourceRange) -> Image.Size? {
    guard word.count > 2, matches("px", at: word.upper - 2, in: bytes, end: word.upper) else {
      return nil
    }
    let digits = trimmed(SourceRange(word.lower, word.upper - 2), in: bytes)
    guard let cross = find(UInt8(ascii: "x"), from: digits.lower, in: bytes, end: digits.upper)
    else {
      return number(digits, in: bytes).map { .pixels(width: $0, height: 0) }
    }
    guard let height = number(SourceRange(cross + 1, digits.upper), in: bytes) else { return nil }
    if cross == digits.lower { return .pixels(width: 0, height: height) }
    return number(SourceRange(digits.lower, cross), in: bytes).map {
      .pixels(width: $0, height: 0)
    }
  }
}
