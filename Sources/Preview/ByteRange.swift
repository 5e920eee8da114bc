/// The part of a file that a request asks for by its `Range`.
enum ByteRange: Sendable, Equatable {
  /// All of it: no part is asked for, or one that need not be understood.
  case whole
  case part(Range<Int>)
  /// No byte of the file lies in it.
  case unsatisfiable

  /// ```
  /// range := "bytes=" (first "-" last? | "-" length)
  /// ```
  /// Several ranges at once are answered with the whole file, as is allowed.
  init(_ header: String?, count: Int) {
    self = .whole
    guard let header, header.hasPrefix("bytes=") else { return }
    let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }) else { return }
    switch (Int(ends[0]), Int(ends[1])) {
    case (let first?, let last) where ends[1].isEmpty || last != nil:
      let last = min(last ?? count - 1, count - 1)
      if let written = Int(ends[1]), written < first { return }
      self = first < count ? .part(first..<(last + 1)) : .unsatisfiable
    case (nil, let length?) where ends[0].isEmpty:
      self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .unsatisfiable
    default: return
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
