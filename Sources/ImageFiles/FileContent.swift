/// What a file is by its first bytes, whatever its name says.
enum FileContent: Equatable {
  case image(ImageFormat)
  case noImage(ImageFault)

  init(_ source: inout ByteSource, named format: ImageFormat?) {
    guard source.count > 0, let first = source.byte(at: 0) else {
      self = .noImage(.empty)
      return
    }
    if let format = Self.binaryFormat(&source, named: format) {
      self = .image(format)
    } else if let name = Self.otherFormat(&source) {
      self = .noImage(.otherFormat(name))
    } else if first == 0, Self.isZeros(&source) {
      self = .noImage(.zeros)
    } else {
      self = MarkupBeginning.content(of: &source)
    }
  }

  private static func binaryFormat(
    _ source: inout ByteSource, named format: ImageFormat?
  ) -> ImageFormat? {
    if source.byte(at: 0) == 0x89, source.has("PNG", at: 1) { return .png }
    if source.has("GIF87a", at: 0) || source.has("GIF89a", at: 0) { return .gif }
    if source.bigEndian(at: 0, count: 3) == 0xFFD8FF { return .jpeg }
    if source.has("RIFF", at: 0), source.has("WEBP", at: 8) { return .webp }
    let avif: Set<ChunkName> = ["avif", "avis"]
    if source.has("ftyp", at: 4), brands(&source).contains(where: avif.contains) { return .avif }
    return source.count < 12 ? beginning(&source, of: format) : nil
  }

  /// A file too short for a signature is what its name says, if it begins so.
  private static func beginning(
    _ source: inout ByteSource, of format: ImageFormat?
  ) -> ImageFormat? {
    let signature: [UInt8]
    switch format {
    case .png: signature = [0x89, 0x50, 0x4E, 0x47]
    case .gif: signature = Array("GIF89a".utf8)
    case .jpeg: signature = [0xFF, 0xD8, 0xFF]
    case .webp: signature = Array("RIFF".utf8)
    case .svg, .avif, nil: return nil
    }
    let start = source.bytes(at: 0, atMost: signature.count)
    return signature.starts(with: start) ? format : nil
  }

  /// The names in the box `ftyp`: the main one, a version, then those that fit as well.
  private static func brands(_ source: inout ByteSource) -> [ChunkName] {
    guard let end = source.bigEndian(at: 0, count: 4) else { return [] }
    return stride(from: 8, to: min(end, 256), by: 4).filter { $0 != 12 }
      .compactMap { source.chunkName(at: $0) }
  }

  private static func otherFormat(_ source: inout ByteSource) -> String? {
    if source.has("ftyp", at: 4) { return movieFormat(&source) }
    if source.has("BM", at: 0), source.bigEndian(at: 15, count: 3) == 0 { return "BMP" }
    if source.has("RIFF", at: 0) { return "a RIFF file (\(name(&source, at: 8)))" }
    let start = source.bytes(at: 0, atMost: 12)
    // TGA begins like an icon that holds none.
    if start.starts(with: [0, 0, 2, 0, 0, 0]) { return "TGA" }
    return otherSignatures.first { start.starts(with: $0.bytes) }?.name
  }

  private static func name(_ source: inout ByteSource, at offset: Int) -> String {
    source.chunkName(at: offset)?.description ?? "cut off"
  }

  private static func movieFormat(_ source: inout ByteSource) -> String {
    let brands = brands(&source)
    let heic: Set<ChunkName> = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"]
    if brands.contains(where: heic.contains) { return "HEIC" }
    return brands.first == "qt  " ? "QuickTime" : "MP4"
  }

  private static let otherSignatures: [(bytes: [UInt8], name: String)] = [
    (Array("II*\0".utf8), "TIFF"), (Array("MM\0*".utf8), "TIFF"),
    ([0x49, 0x49, 0xBC], "JPEG XR"),
    ([0, 0, 1, 0], "ICO"), ([0, 0, 2, 0], "CUR"),
    (Array("%PDF-".utf8), "PDF"), (Array("%!PS".utf8), "PostScript"),
    ([0, 0, 0, 12] + Array("JXL ".utf8), "JPEG XL"), ([0xFF, 0x0A], "JPEG XL"),
    ([0, 0, 0, 12] + Array("jP  ".utf8), "JPEG 2000"), ([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"),
    (Array("icns".utf8), "ICNS"), (Array("P5\n".utf8), "PNM"), (Array("P6\n".utf8), "PNM"),
    (Array("8BPS".utf8), "PSD"), (Array("gimp xcf".utf8), "XCF"),
    ([0x8A, 0x4D, 0x4E, 0x47], "MNG"), ([0x1F, 0x8B], "gzip"),
    ([0x50, 0x4B, 3, 4], "ZIP"), ([0x1A, 0x45, 0xDF, 0xA3], "WebM"),
    ([0, 5, 0x16, 7], "AppleDouble"), ([0, 5, 0x16, 0], "AppleSingle"),
  ]

  private static func isZeros(_ source: inout ByteSource) -> Bool {
    source.first(from: 0, to: 4096) { $0 != 0 } == nil
  }
}
