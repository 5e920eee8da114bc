/// Takes the parts of an address off its bytes, from outside to inside.
struct AddressReader {
  private(set) var bytes: ArraySlice<UInt8>

  /// Leaves out what browsers leave out: space around the address, line breaks in it.
  init(_ written: [UInt8]) {
    var bytes = written[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    self.bytes = bytes.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
  }

  mutating func takeFragment() -> String? {
    guard let sharp = bytes.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    defer { bytes = bytes[..<sharp] }
    return PercentCoding.encoded(bytes[(sharp + 1)...]) { $0 <= 0x20 || $0 == 0x7F }
  }

  /// The query with its `?`, escaped where it must be.
  mutating func takeQuery() -> String? {
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    defer { bytes = bytes[..<mark] }
    let unsafe = Array("\"<>'".utf8)
    return PercentCoding.encoded(bytes[mark...]) {
      $0 <= 0x20 || $0 >= 0x7F || unsafe.contains($0)
    }
  }

  /// Nil where there is none; thrown where it is another than those of the web.
  mutating func takeScheme() throws(LinkAddress.Fault) -> LinkAddress.Scheme? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first,
      Self.isLetter(first), bytes[..<colon].allSatisfy(Self.isSchemeByte)
    else { return nil }
    let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard let scheme = LinkAddress.Scheme(rawValue: name) else { throw .otherScheme(name) }
    bytes = bytes[(colon + 1)...]
    return scheme
  }

  var startsWithTwoSlashes: Bool {
    let start = bytes.prefix(2)
    return start.count == 2 && start.allSatisfy(Self.isSlash)
  }

  mutating func takeAuthority() throws(LinkAddress.Fault) -> (
    host: String, port: Int?, hadCredentials: Bool
  ) {
    let inside = bytes.dropFirst(2)
    let end = inside.firstIndex(where: Self.isSlash) ?? inside.endIndex
    var authority = inside[..<end]
    bytes = inside[end...]
    var hadCredentials = false
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      hadCredentials = true
      authority = authority[(at + 1)...]
    }
    var port: Int?
    let afterBracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
    if let colon = authority[afterBracket...].lastIndex(of: UInt8(ascii: ":")) {
      port = try Self.port(authority[(colon + 1)...])
      authority = authority[..<colon]
    }
    guard !authority.isEmpty else { throw .invalid("it has no host") }
    let written = String(decoding: authority, as: UTF8.self)
    guard let host = HostName.normal(written) else {
      throw .invalid("'\(written)' is no name of a host")
    }
    return (host, port, hadCredentials)
  }

  private static func port(_ digits: ArraySlice<UInt8>) throws(LinkAddress.Fault) -> Int? {
    if digits.isEmpty { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.count < 9,
      let port = Int(text), (1...65_535).contains(port)
    else { throw .invalid("'\(text)' is no port") }
    return port
  }

  // MARK: Paths

  /// A path in its normal form, beginning with a slash.
  static func path(_ written: ArraySlice<UInt8>, relativeTo base: String = "/") -> String {
    if written.isEmpty { return base }
    let isAbsolute = written.first.map(isSlash) ?? false
    var segments =
      isAbsolute
      ? []
      : base.utf8.split(
        separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
      ).dropFirst().dropLast().map { String($0) ?? "" }
    let parts = (isAbsolute ? written.dropFirst() : written)
      .split(omittingEmptySubsequences: false, whereSeparator: isSlash)
    for (index, part) in parts.enumerated() {
      let segment = PercentCoding.encoded(part, where: isUnsafeInPath)
      let plain = segment.replacing("%2e", with: ".").replacing("%2E", with: ".")
      if plain == ".." { _ = segments.popLast() }
      if plain == ".." || plain == "." {
        if index == parts.count - 1 { segments.append("") }
      } else {
        segments.append(segment)
      }
    }
    return "/" + segments.joined(separator: "/")
  }

  private static func isUnsafeInPath(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x7F || unsafeInPath.contains(byte)
  }

  private static let unsafeInPath = Array("\"<>^`{}".utf8)

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
