import SourceText

/// A file of phrases: a phrase a line, `name: words`, with `#` before comments.
///
/// No sign of the words means anything, so that a translator need not know of quoting.
package struct InterfaceWords: Sendable {
  private var words: [String: String] = [:]

  subscript(name: String) -> String { words[name] ?? name }

  func phrase(_ name: String) -> Phrase { Phrase(self[name], ofOne: words[name + ".one"]) }

  /// Takes over the phrases of another file.
  func replaced(by own: InterfaceWords) -> InterfaceWords {
    var result = self
    // A language that says nothing special of one thing must not say it in another language.
    for name in own.words.keys { result.words[name + ".one"] = nil }
    result.words.merge(own.words) { $1 }
    return result
  }

  /// Reads a file and judges it against the built-in English one.
  package static func read(
    _ file: SourceFile
  ) -> (words: InterfaceWords, diagnostics: [Diagnostic]) {
    var result = InterfaceWords()
    var diagnostics: [Diagnostic] = []
    var start = file.textStart
    while start < file.bytes.count {
      let line = file.line(around: start)
      start = (file.bytes[line.upper...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count) + 1
      let text = file.text(line)
      guard text.contains(where: { !$0.isWhitespace }), !text.hasPrefix("#") else { continue }
      guard let colon = text.firstIndex(of: ":") else {
        diagnostics.append(
          Self.finding(
            "this line is no phrase", SourcePlace(file.path, line), help: "write 'name: words'"))
        continue
      }
      let name = text[..<colon].trimmed
      let words = text[text.index(after: colon)...].trimmed
      if let fault = fault(name, words) {
        diagnostics.append(
          finding(fault.message, SourcePlace(file.path, line), help: fault.help))
      } else {
        result.words[name] = words
      }
    }
    return (result, diagnostics)
  }

  private static func fault(_ name: String, _ words: String) -> (message: String, help: String?)? {
    let known = SiteTexts.english.words
    guard let english = known[name] ?? known[name.replacing(".one", with: "")] else {
      return (
        "there is no phrase '\(name)'",
        "the names are those of the built-in file: wikiguide theme eject text-en.txt"
      )
    }
    if words.isEmpty { return ("the phrase '\(name)' has no words", nil) }
    let extra = Phrase.places(in: words).filter { !Phrase.places(in: english).contains($0) }
    return extra.first.map {
      ("there is no value for {\($0)} in '\(name)'", "in English it is '\(english)'")
    }
  }

  private static func finding(
    _ message: String, _ place: SourcePlace, help: String?
  ) -> Diagnostic {
    Diagnostic(
      rule: "invalid-interface-text", severity: .error, place: place, message: message, help: help)
  }

  /// The words of a file that is known to be right.
  init(builtIn bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#"), let colon = line.firstIndex(of: UInt8(ascii: ":"))
      else { continue }
      words[String(decoding: line[..<colon], as: UTF8.self)] =
        String(decoding: line[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    }
  }

  init() {}

  package var names: [String] { words.keys.sorted() }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
