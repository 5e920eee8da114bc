/// Walks an AVIF: boxes of boxes, of which `meta` tells the picture's size and where its bytes are.
struct AVIFWalk: FormatWalk {
  private(set) var findings = WalkFindings()
  private var source: ByteSource
  private let depth: ImageFacts.Depth
  private var hasPixels = false

  init(_ source: ByteSource, depth: ImageFacts.Depth) {
    self.source = source
    self.depth = depth
  }

  mutating func walk() {
    var hasSize = false
    var position = 0
    while position < source.count {
      guard let box = source.box(at: position, end: source.count) else {
        return findings.damage("a box is shorter than its head", at: position)
      }
      switch box.name {
      case "meta" where !hasSize: hasSize = readsSize(meta: box)
      case "moov":
        readsFrames(movie: box)
        if !hasSize { hasSize = readsSize(movie: box) }
      case "mdat": hasPixels = true
      default: break
      }
      if findings.fault != nil { return }
      if box.end > source.count, !isOnlyHead(hasSize) {
        return findings.cutOff(
          "box \(box.name)", at: position, expected: box.end, end: source.count)
      }
      position = box.end
    }
    if !hasSize {
      findings.fault = .noSize
    } else if !hasPixels, depth == .everything {
      findings.cutOff("the list of boxes", at: 0, end: source.count)
    }
  }

  /// Whether the file's beginning was asked for and has told all that it should.
  private func isOnlyHead(_ hasSize: Bool) -> Bool { depth == .headers && hasSize }

  /// The properties of the main picture: its size, and whether it is shown on its side.
  private mutating func readsSize(meta box: ItemBox) -> Bool {
    let meta = box.withoutVersion
    // Half a table would tell half of the truth.
    guard box.end <= source.count, let properties = source.child("iprp", of: meta),
      let container = source.child("ipco", of: properties)
    else { return false }
    let wanted = source.propertyIndices(of: source.mainItem(meta), in: properties)
    var size: (Int, Int)?
    var isSideways = false
    for (index, property) in source.children(of: container).enumerated()
    where wanted?.contains(index + 1) ?? true {
      switch property.name {
      case "ispe" where size == nil: size = readsPair(at: property.content + 4)
      case "irot":
        if let angle = source.byte(at: property.content) { isSideways = angle & 1 == 1 }
      default: break
      }
    }
    guard let (width, height) = size, findings.setSize(width, height) else { return false }
    if isSideways { findings.turnSideways() }
    if depth == .everything { checkPlaces(meta) }
    return true
  }

  private mutating func readsPair(at offset: Int) -> (Int, Int)? {
    guard let first = source.bigEndian(at: offset, count: 4),
      let second = source.bigEndian(at: offset + 4, count: 4)
    else { return nil }
    return (first, second)
  }

  private mutating func checkPlaces(_ meta: ItemBox) {
    guard let places = source.child("iloc", of: meta) else {
      return findings.damage("nothing tells where the pixels are", at: meta.start)
    }
    let reach = source.farthestPlace(in: places) ?? 0
    hasPixels = true
    guard reach > source.count else { return }
    findings.cutOff("the pixels listed", at: places.start, expected: reach, end: source.count)
  }

  /// Frames are the samples of the first track that has any.
  private mutating func readsFrames(movie: ItemBox) {
    for track in source.children(of: movie) where track.name == "trak" {
      var box: ItemBox? = track
      for name: ChunkName in ["mdia", "minf", "stbl", "stsz"] {
        box = box.flatMap { source.child(name, of: $0) }
      }
      if let box, let count = source.bigEndian(at: box.content + 8, count: 4), count > 0 {
        findings.frames = count
        return
      }
    }
  }

  /// The last eight bytes of a track's head: width and height with 16 bits behind the point.
  private mutating func readsSize(movie: ItemBox) -> Bool {
    guard movie.end <= source.count else { return false }
    for track in source.children(of: movie) where track.name == "trak" {
      if let head = source.child("tkhd", of: track),
        let (width, height) = readsPair(at: head.end - 8), width >> 16 > 0
      {
        return findings.setSize(width >> 16, height >> 16)
      }
    }
    return false
  }
}
