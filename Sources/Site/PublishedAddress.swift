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
    let fragment = fragmentStart.map {
      String(decoding: Self.decoded(bytes[($0 + 1)...]), as: UTF8.self)
    }
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
    var path = Array(page.utf8)
    Self.leaveLast(&path)
    if written.first == Self.slash {
      guard written.starts(with: base.utf8) else {
        self = .elsewhere
        return
      }
      path = []
      written = written.dropFirst(base.utf8.count)
    }
    for part in written.split(separator: Self.slash) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) {
        guard !path.isEmpty else {
          self = .outside
          return
        }
        Self.leaveLast(&path)
      } else {
        Self.enter(part, &path)
      }
    }
    if Self.namesFolder(written) { Self.enter("index.html".utf8, &path) }
    self = .file(path: String(decoding: path, as: UTF8.self), fragment: fragment)
  }

  private static let slash = UInt8(ascii: "/")

  private static func enter(_ part: some Sequence<UInt8>, _ path: inout [UInt8]) {
    if !path.isEmpty { path.append(slash) }
    path += part
  }

  /// Takes the last part away, with the slash before it.
  private static func leaveLast(_ path: inout [UInt8]) {
    path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
  }

  /// Whether the last part of a path is empty or made of dots alone.
  private static func namesFolder(_ path: ArraySlice<UInt8>) -> Bool {
    let last = path[(path.lastIndex(of: slash).map { $0 + 1 } ?? path.startIndex)...]
    return last.isEmpty || last.elementsEqual(".".utf8) || last.elementsEqual("..".utf8)
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

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
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
    return result[...]
  }
}
