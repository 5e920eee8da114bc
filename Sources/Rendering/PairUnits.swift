/// Which units have each pair of letters, for the pairs of some sections: the lists of pairs of all
/// units, turned around.
struct PairUnits {
  /// The units of all pairs, those of one pair behind those of another.
  private let numbers: [UInt32]
  /// Where those of each pair end.
  private let ends: [Int]

  /// - Parameter isOfTitles: whether only the units' titles count.
  init(_ units: [SearchUnit], sections: Range<Int>, isOfTitles: Bool) {
    var ends = [Int](repeating: 0, count: sections.count * PairList.sectionSize)
    ends.withUnsafeMutableBufferPointer { ends in
      for unit in units {
        (isOfTitles ? unit.titlePairs : unit.pairs)?.forEach(in: sections) { ends[$0] += 1 }
      }
    }
    // First they are the beginnings, and move on as units come in.
    var sum = 0
    for pair in ends.indices {
      (ends[pair], sum) = (sum, sum + ends[pair])
    }
    numbers = Array(unsafeUninitializedCapacity: sum) { numbers, count in
      ends.withUnsafeMutableBufferPointer { ends in
        for (number, unit) in units.enumerated() {
          (isOfTitles ? unit.titlePairs : unit.pairs)?.forEach(in: sections) { pair in
            numbers[ends[pair]] = UInt32(truncatingIfNeeded: number)
            ends[pair] += 1
          }
        }
      }
      count = sum
    }
    self.ends = ends
  }

  /// Whether any unit has the pair.
  func has(_ pair: Int) -> Bool { ends[pair] > (pair == 0 ? 0 : ends[pair - 1]) }

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

  /// Adds a member to an object of JSON; none where there are no units.
  mutating func write(
    _ units: ArraySlice<UInt32>, key: Int, mark: StaticString, to bytes: inout [UInt8]
  ) {
    guard !units.isEmpty else { return }
    bytes += "\(bytes.count > 1 ? "," : "")\"\(key)\(mark)\":\"".utf8
    write(units, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ units: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
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
    bits.withUnsafeMutableBufferPointer { bits in
      for index in bits.indices { bits[index] = 0 }
      for unit in units { bits[Int(unit >> 3)] |= 1 << UInt8(unit & 7) }
    }
    let letters = Self.letters
    for start in stride(from: 0, to: bits.count, by: 3) {
      func byte(_ place: Int) -> Int {
        start + place < bits.count ? Int(bits[start + place]) : 0
      }
      let value = byte(0) << 16 | byte(1) << 8 | byte(2)
      for place in 0..<4 {
        bytes.append(
          start + place <= bits.count
            ? letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
  }
}
