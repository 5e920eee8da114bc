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
    var bytes = html
    self.digest = digest ?? Self.digest(html, without: stylePath)
    // The page may not ask for anything once it is there; here it asks for changes.
    if let place = Self.place(of: "connect-src 'none'", in: bytes) {
      bytes.replaceSubrange(place, with: "connect-src 'self'".utf8)
    }
    let tag =
      "<script src=\"\(Self.script)\" defer data-digest=\"\(self.digest)\" "
      + "data-style=\"\(stylePath)\" data-pictures=\"\(pictures)\"></script>\n"
    let end = Self.place(of: "</head>", in: bytes)?.lowerBound ?? bytes.endIndex
    bytes.insert(contentsOf: tag.utf8, at: end)
    self.bytes = bytes
  }

  private static func digest(_ html: [UInt8], without stylePath: String) -> String {
    var plain = html
    if let place = place(of: stylePath, in: html) { plain.removeSubrange(place) }
    return String(Digest.sha256(plain).prefix(32))
  }

  /// Where words first stand in a page. All that is looked for stands in the head, at the beginning.
  private static func place(of words: String, in html: [UInt8]) -> Range<Int>? {
    let words = Array(words.utf8)
    guard let first = words.first, html.count >= words.count else { return nil }
    return html.withUnsafeBufferPointer { html in
      for start in 0...(html.count - words.count) where html[start] == first {
        if html[start..<(start + words.count)].elementsEqual(words) {
          return start..<(start + words.count)
        }
      }
      return nil
    }
  }
}
