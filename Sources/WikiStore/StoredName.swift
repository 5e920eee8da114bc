import SourceText

/// A name as the bytes of a file's name say it, fit to be shown: a name only, never a path.
struct StoredName: Equatable {
  let text: String
  /// What had to be repaired.
  let flaw: Flaw?

  enum Flaw { case undecodable, controlled }

  init(_ bytes: [UInt8], encoding: TextEncoding) {
    let decoded = encoding.decode(bytes)
    let written = String(decoding: decoded.bytes, as: UTF8.self)
    if written.unicodeScalars.contains(where: Self.isControl) || bytes.contains(0) {
      flaw = .controlled
      var repaired = String.UnicodeScalarView()
      repaired.append(
        contentsOf: written.unicodeScalars.map { Self.isControl($0) ? "\u{FFFD}" : $0 })
      text = String(repaired)
    } else {
      flaw = decoded.faults.isEmpty ? nil : .undecodable
      text = written
    }
  }

  private init(text: String, flaw: Flaw?) {
    self.text = text
    self.flaw = flaw
  }

  /// The name of a page: YukiWiki 1 and PukiWiki 1.3 keep the brackets of its links in it.
  var withoutBrackets: StoredName {
    guard text.utf8.count > 4, text.hasPrefix("[["), text.hasSuffix("]]") else { return self }
    return StoredName(text: String(text.dropFirst(2).dropLast(2)), flaw: flaw)
  }

  /// Line and paragraph separators too, which no line of a list can hold.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// What is to be said about the name; nil where it is sound.
  func finding(file: String, label: String, encoding: TextEncoding) -> Diagnostic? {
    guard let flaw else { return nil }
    return Diagnostic(
      rule: "undecodable-store-name", severity: .warning, place: SourcePlace(label + "/" + file),
      message: flaw == .controlled
        ? "the name of '\(file)' holds control characters"
        : "the name of '\(file)' is not written in \(encoding.name)",
      help: "it is kept as '\(text)'")
  }
}
