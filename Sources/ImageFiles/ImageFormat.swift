/// The formats of pictures that browsers show and this module reads.
package enum ImageFormat: String, Sendable, CaseIterable {
  case png, gif, jpeg, webp, svg, avif

  /// The endings of file names that mean this format, the usual one first.
  package var fileExtensions: [String] {
    switch self {
    case .png: ["png", "apng"]
    case .gif: ["gif"]
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp"]
    case .webp: ["webp"]
    case .svg: ["svg"]
    case .avif: ["avif", "avifs"]
    }
  }

  /// The name that people write.
  package var title: String {
    switch self {
    case .png: "PNG"
    case .gif: "GIF"
    case .jpeg: "JPEG"
    case .webp: "WebP"
    case .svg: "SVG"
    case .avif: "AVIF"
    }
  }

  /// What the ending of a file's name promises, in any case of letters.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
