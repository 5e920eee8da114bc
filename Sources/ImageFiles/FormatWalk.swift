/// A walk through the parts of one format, from the first byte on, up to the first fault.
protocol FormatWalk {
  init(_ source: ByteSource, depth: ImageFacts.Depth)
  var findings: WalkFindings { get }
  mutating func walk()
}

extension FormatWalk {
  static func findings(in source: ByteSource, depth: ImageFacts.Depth) -> WalkFindings {
    var walk = Self(source, depth: depth)
    walk.walk()
    return walk.findings
  }
}

/// What a walk has found so far.
struct WalkFindings {
  private(set) var size: PixelSize?
  var frames = 1
  var fault: ImageFault?
  var hasScript = false

  /// More pixels than this, or more in a row, are refused by browsers.
  private static let (largestSide, mostPixels) = (65_535, 1 << 29)

  /// Keeps the picture's size and says whether it is one to go on with.
  mutating func setSize(_ width: Int, _ height: Int) -> Bool {
    guard width > 0, height > 0 else {
      fault = .noSize
      return false
    }
    guard max(width, height) <= Self.largestSide, width * height <= Self.mostPixels else {
      fault = .hugeSize(width: width, height: height)
      return false
    }
    size = PixelSize(width, height)
    return true
  }

  /// For a picture that is shown lying on its side.
  mutating func turnSideways() {
    if let size { self.size = PixelSize(size.height, size.width) }
  }

  mutating func damage(_ what: String, at offset: Int) {
    fault = .damaged(at: offset, what: what)
  }

  mutating func cutOff(_ part: String, at offset: Int, expected: Int? = nil, end: Int) {
    fault = .cutOff(part: part, at: offset, expected: expected, end: end)
  }
}
