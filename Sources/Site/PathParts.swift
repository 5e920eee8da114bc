/// Paths cut at their slashes as systems cut them, by bytes: a mark behind a slash makes one `Character` of
/// both, and to Swift there would be no slash.
extension String {
  /// The names that a path is made of, empty ones too.
  var pathParts: [Substring] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// Whether the path leads to a file below the folder that it is seen from, as far as names go.
  var staysInFolder: Bool { utf8.staysInFolder }

  /// Where the path of the folder ends that the last name lies in.
  var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}

extension Substring {
  /// Where the path of the folder ends that the last name lies in.
  var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}

extension Sequence<UInt8> {
  /// Whether a path of these bytes names something below the folder that it starts from: each of its names
  /// is one.
  var staysInFolder: Bool {
    // How long the name is so far, and whether it has dots only.
    var (length, isDots) = (0, true)
    for byte in self {
      if byte == UInt8(ascii: "/") {
        guard length > 2 || length > 0 && !isDots else { return false }
        (length, isDots) = (0, true)
      } else {
        guard byte != 0 else { return false }
        length += 1
        isDots = isDots && byte == UInt8(ascii: ".")
      }
    }
    return length > 2 || length > 0 && !isDots
  }
}
