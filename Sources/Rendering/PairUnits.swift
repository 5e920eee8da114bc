/// Which units have each pair of letters, for the pairs of some sections: the lists of pairs of all
/// units, turned around.
struct PairUnits {
  /// The units of all pairs, those of one pair behind those of another.
  private var numbers: [UInt32]
  /// Where those of each pair end.
  private var ends: [Int]

  /// - Parameter isOfTitles: whether only the units' titles count.
  init(_ units: [SearchUnit], sections: Range<Int>, isOfTitles: Bool) {
    var ends = [Int](repeating: 0, count: sections.count * PairList.sectionSize)
    var pairs: [UInt16] = []
    for unit in units {
      Self.read(unit, sections, isOfTitles: isOfTitles, into: &pairs)
      for pair in pairs { ends[Int(pair)] += 1 }
    }
    // First they are the beginnings, and move on as units come in.
    var sum = 0
    for pair in ends.indices {
      (ends[pair], sum) = (sum, sum + ends[pair])
    }
    var numbers = [UInt32](repeating: 0, count: sum)
    for (number, unit) in units.enumerated() {
      Self.read(unit, sections, isOfTitles: isOfTitles, into: &pairs)
      for pair in pairs {
        numbers[ends[Int(pair)]] = UInt32(number)
        ends[Int(pair)] += 1
      }
    }
    self.ends = ends
    self.numbers = numbers
  }

  private static func read(
    _ unit: SearchUnit, _ sections: Range<Int>, isOfTitles: Bool, into pairs: inout [UInt16]
  ) {
    pairs.removeAll(keepingCapacity: true)
    guard let list = isOfTitles ? unit.titlePairs : unit.pairs else { return }
    for section in sections {
      let first = (section - sections.lowerBound) * PairList.sectionSize
      list.append(section: section, adding: UInt16(first), to: &pairs)
    }
  }

  /// - Parameter pair: counted from the first of the sections.
  func units(of pair: Int) -> ArraySlice<UInt32> {
    numbers[(pair == 0 ? 0 : ends[pair - 1])..<ends[pair]]
  }
}

/// Writes numbers of units: the steps from one to the next in base 36, or a bit for each in base 64,
/// whichever is shorter.
struct UnitListWriter {
  private let count: Int
  private var bits: [UInt8]

  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// - Parameter count: of all units.
  init(of count: Int) {
    self.count = count
    bits = Array(repeating: 0, count: (count + 7) / 8)
  }

  mutating func write(_ units: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    let start = bytes.count
    if units.count <= count / 6 { writeSteps(units, to: &bytes) }
    guard units.count > count / 6 || bytes.count - start > count / 6 + 8 else { return }
    bytes.removeLast(bytes.count - start)
    bytes.append(UInt8(ascii: "!"))
    writeBits(units, to: &bytes)
  }

  private func writeSteps(_ units: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    var last = -1
    for unit in units {
      if last >= 0 { bytes.append(UInt8(ascii: " ")) }
      let step = Int(unit) - last
      last = Int(unit)
      var worth = 1
      while step / worth >= 36 { worth *= 36 }
      while worth > 0 {
        bytes.append(Self.digits[step / worth % 36])
        worth /= 36
      }
    }
  }

  private mutating func writeBits(_ units: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    for index in bits.indices { bits[index] = 0 }
    for unit in units { bits[Int(unit >> 3)] |= 1 << UInt8(unit & 7) }
    for start in stride(from: 0, to: bits.count, by: 3) {
      func byte(_ place: Int) -> Int {
        start + place < bits.count ? Int(bits[start + place]) : 0
      }
      let value = byte(0) << 16 | byte(1) << 8 | byte(2)
      for place in 0..<4 {
        bytes.append(
          start + place <= bits.count
            ? Self.letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
  }
}
