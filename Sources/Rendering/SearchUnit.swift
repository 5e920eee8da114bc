/// A page, or a part of a very long one, as the search finds it: what it says, and the pairs of letters
/// by which it is looked up.
package struct SearchUnit: Sendable {
  /// As JSON: `[address, title, language or "", [[anchor, line, line …] …]]`.
  let json: [UInt8]
  /// One letter or two, each pair once.
  let pairs: [UInt64]
  /// Those of its title; empty for the later parts of a page.
  let titlePairs: [UInt64]

  /// Bytes of text from which on a page is cut into several units.
  private static let mostText = 20_000

  /// - Parameters:
  ///   - path: from the site's root.
  ///   - name: what staff call the page, where that is not its title.
  ///   - language: nil where the page stands in one language only.
  ///   - html: what stands between the page's frame.
  static func units(
    path: String, title: String, name: String? = nil, language: String?, html: [UInt8]
  ) -> [SearchUnit] {
    var parts: [[SearchText.Line]] = [
      name.map { [SearchText.Line(anchor: [], text: Array($0.utf8))] } ?? []
    ]
    var size = 0
    for line in SearchText(html).lines {
      if size + line.text.count > mostText, size > 0 {
        parts.append([])
        size = 0
      }
      parts[parts.count - 1].append(line)
      size += line.text.count
    }
    let address = AddressText.encoded(path: path)
    let titlePairs = PairSet(of: [Array(title.utf8)]).values
    return parts.enumerated().map { number, lines in
      SearchUnit(
        json: json(address: address, title: title, language: language, lines),
        pairs: PairSet(of: [Array(title.utf8)] + lines.map(\.text)).values,
        titlePairs: number == 0 ? titlePairs : [])
    }
  }

  private static func json(
    address: String, title: String, language: String?, _ lines: [SearchText.Line]
  ) -> [UInt8] {
    var places: [JSONText.Value] = []
    var place: [JSONText.Value] = []
    var anchor: [UInt8]?
    for line in lines {
      if anchor != line.anchor {
        if !place.isEmpty { places.append(.array(place)) }
        place = [.string(String(decoding: line.anchor, as: UTF8.self))]
        anchor = line.anchor
      }
      place.append(.string(String(decoding: line.text, as: UTF8.self)))
    }
    if !place.isEmpty { places.append(.array(place)) }
    return JSONText.compactBytes(
      .array([.string(address), .string(title), .string(language ?? ""), .array(places)]))
  }
}

/// The different pairs of neighbouring letters in some lines, and single signs of Japanese.
///
/// A table with open places: a page has thousands of pairs, most of them many times.
struct PairSet {
  private(set) var values: [UInt64] = []
  private var slots: [UInt64]
  private var mask: Int

  init(of lines: [[UInt8]]) {
    slots = Array(repeating: 0, count: 2048)
    mask = 2047
    for line in lines {
      var before: UInt32 = 0
      for value in SearchFolding.fold(line) {
        guard value > 0x20, value != 0xA0 else {
          before = 0
          continue
        }
        if value >= 0x3041 { insert(Self.pair(value, 0)) }
        if before != 0 { insert(Self.pair(before, value)) }
        before = value
      }
    }
  }

  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  static func text(of pair: UInt64) -> String {
    [UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair)]
      .compactMap { $0 == 0 ? nil : Unicode.Scalar($0).map(String.init) }.joined()
  }

  private mutating func insert(_ pair: UInt64) {
    var slot = Self.slot(of: pair, mask)
    while slots[slot] != 0 {
      if slots[slot] == pair { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = pair
    values.append(pair)
    if values.count * 2 > slots.count { grow() }
  }

  private static func slot(of pair: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for value in values {
      var slot = Self.slot(of: value, mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = value
    }
  }
}
