import Rendering
import Site

/// A page of the site as it is served: with the script that follows changes, and a policy that lets it.
struct PreviewPage: Sendable {
  let bytes: [UInt8]
  /// Changes whenever the page does, but not with its style sheet alone.
  let digest: String

  static let script = "/_wikiguide/preview.js"

  /// - Parameters:
  ///   - stylePath: where the site's style sheet is.
  ///   - pictures: how many times pictures have changed.
  ///   - digest: for a page that stands in another one's place; else it is worked out.
  init(_ html: [UInt8], stylePath: String, pictures: Int, digest: String? = nil) {
    let digest =
      digest
      ?? String(Digest.sha256(html.replacing(Array(stylePath.utf8), with: [])).prefix(32))
    self.digest = digest
    var bytes = html
    // The page may not ask for anything once it is there; here it asks for changes.
    let closed = Array("connect-src 'none'".utf8)
    if let place = bytes.firstRange(of: closed) {
      bytes.replaceSubrange(place, with: "connect-src 'self'".utf8)
    }
    let tag =
      "<script src=\"\(Self.script)\" defer data-digest=\"\(digest)\" data-style=\"\(stylePath)\" "
      + "data-pictures=\"\(pictures)\"></script>\n"
    let end = bytes.firstRange(of: Array("</head>".utf8))?.lowerBound ?? bytes.endIndex
    bytes.insert(contentsOf: tag.utf8, at: end)
    self.bytes = bytes
  }
}
