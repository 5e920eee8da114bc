import SourceText

/// What a file in a store may be found to be, and the findings about files that no page has.
enum StoreFile {
  /// Files that web servers and version control want in a folder.
  static func isCompanion(_ name: String) -> Bool {
    name == "index.html" || name == "dir.txt" || name.hasPrefix("_") || name.hasPrefix(".")
  }

  static func oddName(_ file: String, label: String) -> Diagnostic {
    Diagnostic(
      rule: "store-name-not-hexadecimal", severity: .warning,
      place: SourcePlace(label + "/" + file),
      message: "the name of '\(file)' is not made of hexadecimal digits, as the wiki makes them",
      help: "the file is left out")
  }

  static func noFile(_ path: String, label: String) -> Diagnostic {
    Diagnostic(
      rule: "store-entry-not-a-file", severity: .warning, place: SourcePlace(label + "/" + path),
      message: "'\(path)' is a link or a device, or its name cannot be read; it is left out",
      help: "put the file itself in its place")
  }

  static func unreadable(_ file: String, _ fault: StoreFault, place: String) -> Diagnostic {
    Diagnostic(
      rule: "unreadable-store-file", severity: .error, place: SourcePlace(place),
      message: "'\(file)' cannot be read: \(fault.reason)")
  }

  static func damaged(_ file: String, _ fault: String, place: String) -> Diagnostic {
    Diagnostic(
      rule: "damaged-backup", severity: .warning, place: SourcePlace(place),
      message: "'\(file)' \(fault); earlier revisions of the page may be missing")
  }

  static func undecodable(
    _ file: String, _ count: Int, encoding: TextEncoding, place: String
  ) -> Diagnostic {
    Diagnostic(
      rule: "undecodable-bytes", severity: .warning, place: SourcePlace(place),
      message: "\(count) bytes of the earlier revisions in '\(file)' are no text in "
        + encoding.name,
      help: "U+FFFD stands in their place")
  }
}
