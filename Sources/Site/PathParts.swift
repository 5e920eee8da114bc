/// Paths cut at their slashes as systems cut them, by bytes: a mark behind a slash makes one `Character` of
/// both, and to Swift there would be no slash.
extension String {
  /// The names that a path is made of, empty ones too.
  var pathParts: [Substring] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// Whether the path leads to a file below the folder that it is seen from, as far as names go.
  var staysInFolder: Bool {
    !utf8.contains(0) && pathParts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// Where the path of the folder ends that the last name lies in.
  var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}

extension Substring {
  /// Where the path of the folder ends that the last name lies in.
  var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}
