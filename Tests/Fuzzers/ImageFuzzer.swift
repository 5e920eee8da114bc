import ImageFiles

/// Looks at a picture of any format, drawings too, as a whole, through a window, and cut short.
enum ImageFuzzer {
  static func take(_ bytes: [UInt8]) {
    guard let selector = bytes.first else { return }
    let format = ImageFormat.allCases[Int(selector) % ImageFormat.allCases.count]
    let rest = Array(bytes.dropFirst())
    let name = "x." + format.fileExtensions[0]
    let facts = ImageFacts(inspecting: ByteSource(rest), name: name)
    precondition(facts.frames >= 1 && facts.byteCount == rest.count)
    precondition(facts.fault?.description.isEmpty != true)
    // A sound picture of any format has a size.
    precondition(facts.fault != nil || facts.format != nil && facts.size != nil)
    let windows = ByteSource(count: rest.count) { offset, count in
      Array(rest.dropFirst(offset).prefix(count))
    }
    precondition(ImageFacts(inspecting: windows, name: name) == facts)
    // What is known from the headers stays so.
    let head = ImageFacts(inspecting: ByteSource(rest), name: name, depth: .headers)
    precondition(head.format == facts.format)
    // A file that ends earlier than it should.
    let half = rest.count / 2
    let shrinking = ByteSource(count: rest.count) { offset, count in
      Array(rest.prefix(half).dropFirst(offset).prefix(count))
    }
    _ = ImageFacts(inspecting: shrinking, name: name)
    _ = PixelSize(rest)
  }
}
