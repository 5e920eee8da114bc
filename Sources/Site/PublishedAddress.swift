/// An address on a published page, seen from the folder of the site.
enum PublishedAddress: Equatable {
  /// A file of the site, and the place in it that is named.
  case file(path: String, fragment: String?)
  /// On another host, or no page at all, such as a mail address.
  case elsewhere
  /// Above the folder of the site.
  case outside

  /// - Parameters:
  ///   - address: as it stands on the page.
  ///   - page: the page's path.
  ///   - base: the path that addresses begin with when they begin with `/`, with one at its end.
  init(_ address: String, on page: String, base: String = "/") {
    let bytes = Array(address.utf8)
    let fragmentStart = bytes.firstIndex(of: UInt8(ascii: "#"))
    let fragment = fragmentStart.map { Self.decoded(bytes[($0 + 1)...]) }
    var target = bytes[..<(fragmentStart ?? bytes.endIndex)]
    if let query = target.firstIndex(of: UInt8(ascii: "?")) { target = target[..<query] }
    if target.starts(with: "//".utf8) || Self.hasScheme(target) {
      self = .elsewhere
      return
    }
    if target.isEmpty {
      self = .file(path: page, fragment: fragment)
      return
    }
    var written = Self.decoded(target)
    var parts = page.split(separator: "/").dropLast().map(String.init)
    if written.hasPrefix("/") {
      guard written.hasPrefix(base) else {
        self = .elsewhere
        return
      }
      parts = []
      written.removeFirst(base.count)
    }
    for part in written.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(String(part))
        continue
      }
      guard parts.popLast() != nil else {
        self = .outside
        return
      }
    }
    let isFolder =
      written.isEmpty || ["/", "/.", "/.."].contains { written.hasSuffix($0) }
      || written == "." || written == ".."
    self = .file(
      path: parts.joined(separator: "/")
        + (isFolder ? (parts.isEmpty ? "" : "/") + "index.html" : ""),
      fragment: fragment)
  }

  /// `mailto:`, `https:` and the like.
  private static func hasScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex else {
      return false
    }
    return bytes[..<colon].allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
