/// What the bytes of an image file tell: its format, its picture's size, and what is wrong with it.
///
/// Walks headers and chunks and decodes no picture, so that damage inside packed pixels shows only
/// where a checksum or the structure around them tells. Memory stays within a few windows of
/// `ByteSource`. Time grows with the file's length alone, whatever its bytes say.
package struct ImageFacts: Sendable, Equatable {
  /// Above so many bytes only headers are walked: no checksums, no search for the end.
  package static let largestWholeWalk = 64 << 20

  /// How much of a file is looked at.
  package enum Depth: Sendable, Equatable {
    /// Up to the first pixels: enough for format and size. `frames` and `hasScript` may be short.
    case headers
    /// All of it, unless it is larger than `largestWholeWalk`.
    case everything
  }

  /// What the bytes are, also where they are damaged; nil where they are no picture.
  package let format: ImageFormat?
  /// What the file's name says that it is.
  package let namedFormat: ImageFormat?
  /// As browsers show it: turned where the file says so.
  package let size: PixelSize?
  /// Pictures in an animation; 1 where nothing moves.
  package let frames: Int
  package let byteCount: Int
  package let fault: ImageFault?
  /// Whether an SVG holds script, reacts to events or refers to other files.
  ///
  /// A sign to look at the file, no proof that it is harmless.
  package let hasScript: Bool

  /// Whether the file is one format and its name says another.
  package var isMisnamed: Bool {
    guard let format, let namedFormat else { return false }
    return format != namedFormat
  }

  /// What was found out in another way.
  package init(
    format: ImageFormat?, namedFormat: ImageFormat?, size: PixelSize?, byteCount: Int,
    fault: ImageFault? = nil, frames: Int = 1, hasScript: Bool = false
  ) {
    self.format = format
    self.namedFormat = namedFormat
    self.size = size
    self.byteCount = byteCount
    self.fault = fault
    self.frames = frames
    self.hasScript = hasScript
  }

  package init(inspecting source: ByteSource, name: String, depth: Depth = .everything) {
    var source = source
    namedFormat = ImageFormat(fileName: name)
    byteCount = source.count
    let content = FileContent(&source, named: namedFormat)
    let isWhole = depth == .everything && source.count <= Self.largestWholeWalk
    var findings = WalkFindings()
    switch content {
    case .image(let imageFormat):
      format = imageFormat
      findings = Self.walk(source, imageFormat, depth: isWhole ? .everything : .headers)
    case .noImage(let fault):
      format = nil
      findings.fault = fault
    }
    size = findings.size
    frames = max(1, findings.frames)
    fault = findings.fault
    hasScript = findings.hasScript
  }

  private static func walk(
    _ source: ByteSource, _ format: ImageFormat, depth: Depth
  ) -> WalkFindings {
    switch format {
    case .png: PNGWalk.findings(in: source, depth: depth)
    case .gif: GIFWalk.findings(in: source, depth: depth)
    case .jpeg: JPEGWalk.findings(in: source, depth: depth)
    case .webp: WebPWalk.findings(in: source, depth: depth)
    case .svg: SVGWalk.findings(in: source, depth: depth)
    case .avif: AVIFWalk.findings(in: source, depth: depth)
    }
  }
}
