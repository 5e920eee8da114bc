import SourceText

/// The arguments of `#ref` and `&ref`: a picture or a file, attached to a page or at an address.
///
/// ```
/// arguments = file {"," page | word | size | percent | description}
/// file      = address | name | page "/" name
/// ```
struct PukiWikiReference {
  private let file: SourceRange
  private let isAddress: Bool
  private let isImage: Bool
  private var holder = Image.Holder.thisPage
  private var description: SourceRange?
  private var size: Image.Size?
  private var isLinked = true
  private var alignment: Alignment?
  private var isFloating = false
  private let range: SourceRange

  /// - Returns: nil where no file is named.
  init?(
    _ arguments: SourceRange, range: SourceRange, in bytes: Span<UInt8>, _ settings: WikiSettings
  ) {
    let arguments = PukiWikiPlugins.arguments(arguments, in: bytes)
    guard let first = arguments.first, !first.isEmpty else { return nil }
    self.range = range
    let inlines = PukiWikiInlines(bytes, settings: settings, variant: .pukiWiki)
    isAddress = inlines.addressEnd(at: first.lower, end: first.upper) == first.upper
    isImage = inlines.isImageAddress(first)
    if isAddress {
      file = first
      holder = .none
    } else {
      var slash = first.upper - 1
      while slash > first.lower, bytes[slash] != UInt8(ascii: "/") { slash -= 1 }
      if slash > first.lower, slash + 1 < first.upper {
        file = SourceRange(slash + 1, first.upper)
        holder = .page(SourceRange(first.lower, slash))
      } else {
        file = first
      }
    }
    for (index, argument) in arguments.enumerated().dropFirst() where !argument.isEmpty {
      take(argument, isSecond: index == 1, inlines)
    }
  }

  private mutating func take(
    _ argument: SourceRange, isSecond: Bool, _ inlines: borrowing PukiWikiInlines
  ) {
    let bytes = inlines.bytes
    if description != nil {
      // A description goes on to the end, commas and all.
      description = description?.union(argument)
    } else if isSecond, !isAddress, inlines.isPage(argument) {
      holder = .page(argument)
    } else if isSecond, !isAddress, argument.count > 4,
      matches("[[", at: argument.lower, in: bytes, end: argument.upper),
      bytes[argument.upper - 1] == UInt8(ascii: "]")
    {
      holder = .page(SourceRange(argument.lower + 2, argument.upper - 2))
    } else if !takeWord(argument, inlines), !takeSize(argument, in: bytes) {
      description = argument
    }
  }

  private mutating func takeWord(
    _ word: SourceRange, _ inlines: borrowing PukiWikiInlines
  ) -> Bool {
    if inlines.spells(word, "left") {
      alignment = .left
    } else if inlines.spells(word, "center") {
      alignment = .center
    } else if inlines.spells(word, "right") {
      alignment = .right
    } else if inlines.spells(word, "around") {
      isFloating = true
    } else if inlines.spells(word, "nolink") {
      isLinked = false
    } else {
      return ["wrap", "nowrap", "noicon", "noimg", "zoom"].contains {
        (known: StaticString) in inlines.spells(word, known)
      }
    }
    return true
  }

  /// `320x240` or `50%`.
  private mutating func takeSize(_ argument: SourceRange, in bytes: Span<UInt8>) -> Bool {
    if bytes[argument.upper - 1] == UInt8(ascii: "%") {
      let number = SourceRange(argument.lower, argument.upper - 1)
      guard let percent = PukiWikiPlugins.number(number, in: bytes), percent > 0 else {
        return false
      }
      size = .percent(percent)
      return true
    }
    var cross = argument.lower
    while cross < argument.upper, bytes[cross] | 0x20 != UInt8(ascii: "x") { cross += 1 }
    let width = SourceRange(argument.lower, cross)
    guard cross < argument.upper, let width = PukiWikiPlugins.number(width, in: bytes),
      let height = PukiWikiPlugins.number(SourceRange(cross + 1, argument.upper), in: bytes),
      width > 0, height > 0
    else { return false }
    size = .pixels(width: width, height: height)
    return true
  }

  /// A picture, or a link to a file that is none.
  var inline: Inline {
    guard isImage else { return .link(link) }
    return .image(image)
  }

  private var image: Image {
    var image = Image(source: file, description: description, range: range)
    image.holder = holder
    image.size = size
    image.isLinked = isLinked
    image.alignment = alignment
    image.isFloating = isFloating
    return image
  }

  private var link: Link {
    let target: Link.Target
    switch holder {
    case .none: target = .url(file)
    case .thisPage: target = .attachment(name: file, page: nil)
    case .page(let page): target = .attachment(name: file, page: page)
    }
    return Link(
      target: target, label: [.text(description ?? file)], targetRange: file, range: range)
  }
}
