import SourceText

/// What addresses, titles and descriptions say: nodes point at the file, where escapes and entities
/// stand in them.
extension MarkdownTree {
  /// Notes what a stretch says, unless it is what is written there.
  mutating func note(_ range: SourceRange, says words: some Collection<UInt8>) {
    guard !range.isEmpty, !file.bytes[range.lower..<range.upper].elementsEqual(words) else {
      return
    }
    meanings[range] = String(decoding: words, as: UTF8.self)
  }

  /// What an address at a place of the text leads to.
  /// - Parameter meaning: what the address says.
  mutating func target(
    at place: Range<Int>, saying meaning: ArraySlice<UInt8>
  ) -> Link.Target {
    let address = text.source(place.lowerBound, place.upperBound)
    guard !file.bytes[address.lower..<address.upper].elementsEqual(meaning) else {
      return MarkdownTarget.of(address, in: file.bytes)
    }
    let hash = meaning.contains(UInt8(ascii: "#")) ? hash(in: place) : nil
    let target = MarkdownTarget.of(address, saying: meaning, hash: hash, in: file.bytes)
    note(address, says: meaning)
    let path = meaning.prefix { $0 != UInt8(ascii: "#") }
    let anchor = meaning[path.endIndex...].dropFirst()
    switch target {
    case .anchor(let range): note(range, says: anchor)
    case .mail(let range): note(range, says: meaning.dropFirst(range.lower - address.lower))
    case .file(let range, let anchorRange):
      note(range, says: anchorRange == nil ? meaning : path)
      if let anchorRange { note(anchorRange, says: anchor) }
    case .url, .page, .interWiki, .attachment: break
    }
    return target
  }

  /// Where the first `#` of an address stands in the file, in whatever spelling.
  private mutating func hash(in place: Range<Int>) -> SourceRange? {
    var found: SourceRange?
    walk(place, readsEscapes: true) { character, length, start, tree in
      guard found == nil, character.first == UInt8(ascii: "#") else { return }
      found = tree.text.source(start, start + length)
    }
    return found
  }

  /// What a stretch of the text says once its entities are read, and its escapes where there are such.
  mutating func meaning(of place: Range<Int>, readsEscapes: Bool) -> [UInt8] {
    var meaning: [UInt8] = []
    walk(place, readsEscapes: readsEscapes) { character, _, _, _ in meaning += character }
    return meaning
  }

  /// Gives every character of a stretch, or at least every byte: what it says, its length, its place.
  private mutating func walk(
    _ place: Range<Int>, readsEscapes: Bool,
    _ body: ([UInt8], Int, Int, borrowing MarkdownTree) -> Void
  ) {
    let (offset, end) = (scanner.offset, scanner.end)
    scanner.offset = place.lowerBound
    scanner.end = place.upperBound
    while !scanner.isAtEnd {
      let start = scanner.offset
      let isEscape = scanner.peek() == UInt8(ascii: "\\")
      if !isEscape || readsEscapes, let (character, length) = writtenCharacter() {
        scanner.advance(length)
        body(Array(character.utf8), length, start, self)
      } else {
        body([scanner.peek()], 1, start, self)
        scanner.advance()
      }
    }
    scanner.offset = offset
    scanner.end = end
  }
}
