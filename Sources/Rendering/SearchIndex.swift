/// What the search page looks things up in, in pieces that are fetched as words need them.
///
/// ```
/// search/about.json      how many pieces there are, and which pairs are in many pages
/// search/words-N.json    number of a pair → units that have it; with `t` behind, in their title
/// search/units-N.json    where units are and how they are called
/// ```
/// A unit is a page, or a part of a very long one. Pairs find parts of Japanese compounds, which have
/// no spaces; what they find is then looked for in the page itself. Guides come before pages.
///
/// The index is made in parts, which do not need each other.
package struct SearchIndex: Sendable {
  private let units: [SearchUnit]
  /// Pieces of words are so many bits of a pair's number, the highest.
  private let pieceBits: Int
  private let unitsInPiece: Int
  private let common: [Int]

  /// Bytes that one piece should not exceed by much.
  private static let mostInPiece = 10_000
  /// Units by which it is told how large the index becomes.
  private static let mostProbed = 200

  /// - Parameter units: in the order in which results are shown.
  package init(_ units: [SearchUnit]) {
    self.units = units
    let size = units.reduce(0) { $0 + $1.json.count + 1 }
    unitsInPiece = max(1, units.count * Self.mostInPiece / max(size, 1))
    let step = units.count / Self.mostProbed + 1
    let probed = (units.count + step - 1) / step
    let counts = Self.counts(units, step: step)
    var bits = 0
    let wordSize = Self.size(counts.map { $0 * step }, units: units.count)
    while wordSize >> bits > Self.mostInPiece, bits < 12 { bits += 1 }
    pieceBits = bits
    common = units.count > 400 ? counts.indices.filter { counts[$0] * 6 > probed } : []
  }

  /// All files of the index.
  package static func files(_ units: [SearchUnit]) -> [RenderedFile] {
    let index = SearchIndex(units)
    return (0..<index.partCount).flatMap { index.files(ofPart: $0) }
  }

  package var partCount: Int { wordPartCount + 1 }

  private var wordPartCount: Int { min(PairList.sectionCount, 1 << pieceBits) }

  /// - Parameter part: below `partCount`.
  package func files(ofPart part: Int) -> [RenderedFile] {
    part < wordPartCount ? wordFiles(ofPart: part) : unitFiles() + [about()]
  }

  // MARK: - How large it becomes

  /// In how many units each pair is, where only one in so many is looked at.
  private static func counts(_ units: [SearchUnit], step: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: PairList.sectionCount * PairList.sectionSize)
    counts.withUnsafeMutableBufferPointer { counts in
      for index in stride(from: 0, to: units.count, by: step) {
        units[index].pairs.forEach(in: 0..<PairList.sectionCount) { counts[$0] += 1 }
      }
    }
    return counts
  }

  /// The bytes of lists of so many units each.
  private static func size(_ counts: [Int], units: Int) -> Int {
    counts.reduce(0) { size, count in
      guard count > 0 else { return size }
      let step = units / count < 36 ? 2 : units / count < 1296 ? 3 : 4
      return size + 12 + min(count * step, units / 6)
    }
  }

  // MARK: - Files

  private func wordFiles(ofPart part: Int) -> [RenderedFile] {
    let sectionCount = PairList.sectionCount / wordPartCount
    let sections = part * sectionCount..<(part + 1) * sectionCount
    let bodies = PairUnits(units, sections: sections, isOfTitles: false)
    let titles = PairUnits(units, sections: sections, isOfTitles: true)
    var writer = UnitListWriter(of: units.count)
    let first = sections.lowerBound * PairList.sectionSize
    let pairsInPiece = 65_536 >> pieceBits
    return stride(from: 0, to: sectionCount * PairList.sectionSize, by: pairsInPiece).map { start in
      var bytes: [UInt8] = [UInt8(ascii: "{")]
      // What is in a title is in what its page says.
      for pair in start..<(start + pairsInPiece) where bodies.has(pair) {
        writer.write(bodies.units(of: pair), key: first + pair, mark: "", to: &bytes)
        writer.write(titles.units(of: pair), key: first + pair, mark: "t", to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
      return RenderedFile("search/words-\((first + start) / pairsInPiece).json", bytes)
    }
  }

  private func unitFiles() -> [RenderedFile] {
    stride(from: 0, to: units.count, by: unitsInPiece).map { start in
      var bytes: [UInt8] = []
      for unit in units[start..<min(start + unitsInPiece, units.count)] {
        bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
        bytes += unit.json
      }
      bytes.append(UInt8(ascii: "]"))
      return RenderedFile("search/units-\(start / unitsInPiece).json", bytes)
    }
  }

  private func about() -> RenderedFile {
    let about: JSONText.Value = .object([
      ("shift", .integer(16 - pieceBits)), ("size", .integer(unitsInPiece)),
      ("units", .integer(units.count)), ("common", .array(common.map { .integer($0) })),
    ])
    return RenderedFile("search/about.json", JSONText.compactBytes(about))
  }
}
