/// The earlier revisions of a page, one behind the other in one file.
///
/// ```
/// file     = { splitter page }
/// splitter = ">>>>>>>>>> " seconds                            PukiWiki: when the text was written
///          | ">>>>>>>>>> " seconds { " " … }                  PyukiWiki: when it was replaced
/// ```
/// PukiWiki puts a space behind lines of a page that look like a splitter; those are none.
struct BackupFile {
  /// A text in the wiki's encoding.
  struct Text: Equatable {
    let date: WikiDate?
    let bytes: [UInt8]
  }

  /// The older ones first.
  let texts: [Text]
  /// When the last of the texts was replaced, where the file says so.
  let replaced: WikiDate?

  /// Of more texts, the newest count: no page was changed so often by people.
  private static let most = 10_000

  private struct Section {
    let stamp: WikiDate?
    let text: ArraySlice<UInt8>
  }

  init(_ bytes: [UInt8], kind: StoreKind, clock: ServerClock) {
    let sections = Self.sections(bytes, kind: kind, clock: clock)
    switch kind {
    case .pukiwiki, .dokuwiki:
      replaced = nil
      texts = sections.suffix(Self.most).map { section in
        let bytes = Array(section.text)
        return Text(date: AuthorLine(page: bytes)?.date ?? section.stamp, bytes: bytes)
      }
    case .yukiwiki, .pyukiwiki:
      // A text was written when the one before it was replaced.
      replaced = sections.last?.stamp
      let written = [nil] + sections.map(\.stamp)
      texts = zip(sections, written).suffix(Self.most).map {
        Text(date: $1, bytes: Array($0.text))
      }
    }
  }

  private static func sections(
    _ bytes: [UInt8], kind: StoreKind, clock: ServerClock
  ) -> [Section] {
    var sections: [Section] = []
    var open: (stamp: WikiDate?, start: Int)?
    for (line, next) in Lines(bytes) {
      guard let digits = stamp(bytes[line], mayBeFollowed: kind != .pukiwiki) else { continue }
      if let open {
        sections.append(Section(stamp: open.stamp, text: bytes[open.start..<line.lowerBound]))
      }
      open = (Int(String(decoding: digits, as: UTF8.self)).map(clock.moment), next)
    }
    if let open { sections.append(Section(stamp: open.stamp, text: bytes[open.start...])) }
    return sections
  }

  private static let splitter = Array(">>>>>>>>>>".utf8)

  /// The digits of a splitter; nil where the line is none.
  private static func stamp(
    _ line: ArraySlice<UInt8>, mayBeFollowed: Bool
  ) -> ArraySlice<UInt8>? {
    guard line.starts(with: splitter) else { return nil }
    let rest = line.dropFirst(splitter.count)
    guard rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t") else { return nil }
    let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { return nil }
    return mayBeFollowed || digits.endIndex == line.endIndex ? digits : nil
  }
}
