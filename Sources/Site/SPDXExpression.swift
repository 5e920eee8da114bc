import GuideModel
import Validation

/// Whether a text names a licence in the words of SPDX: `MPL-2.0`, `MIT OR Apache-2.0`,
/// `GPL-2.0-or-later WITH Classpath-exception-2.0`.
///
///     expression = term { ("AND" | "OR") term }
///     term       = "(" expression ")" | id [ "+" ] [ "WITH" exception ]
struct SPDXExpression {
  enum Verdict: Equatable {
    case good
    /// Written rightly; whether there is such a licence is not known here.
    case unknown(String)
    case wrong(message: String, help: String)
  }

  static func check(_ text: String) -> Verdict {
    guard !isPrice(text) else {
      return .wrong(
        message: "'\(text)' tells a price, not a licence",
        help: "write 'distribution: free-of-charge' or the like; "
          + "a licence is 'MPL-2.0' or 'LicenseRef-…'")
    }
    var expression = SPDXExpression(words: words(of: text))
    let verdict = expression.expression()
    guard verdict == .good, expression.words.isEmpty else {
      return verdict == .good ? malformed(text) : verdict
    }
    return expression.unknown.map { .unknown($0) } ?? .good
  }

  /// Those that are still to be read.
  private var words: ArraySlice<String>
  private var unknown: String?

  private init(words: [String]) { self.words = words[...] }

  private mutating func expression() -> Verdict {
    while true {
      let verdict = term()
      guard verdict == .good else { return verdict }
      guard let word = words.first, word != ")" else { return .good }
      guard ["AND", "OR"].contains(word) else {
        return ["AND", "OR", "WITH"].contains(word.uppercased())
          ? .wrong(
            message: "'\(word)' stands in small letters",
            help: "write '\(word.uppercased())'")
          : Self.malformed(word)
      }
      words.removeFirst()
    }
  }

  private mutating func term() -> Verdict {
    guard let word = words.popFirst() else { return Self.malformed("") }
    if word == "(" {
      let verdict = expression()
      guard verdict == .good else { return verdict }
      return words.popFirst() == ")" ? .good : Self.malformed("(")
    }
    let id = word.hasSuffix("+") ? String(word.dropLast()) : word
    let verdict = name(id, among: SPDXNames.licenses, isCustom: id.hasPrefix("LicenseRef-"))
    guard verdict == .good, words.first == "WITH" else { return verdict }
    words.removeFirst()
    guard let exception = words.popFirst() else { return Self.malformed("WITH") }
    return name(exception, among: SPDXNames.exceptions, isCustom: false)
  }

  private mutating func name(_ id: String, among known: [String], isCustom: Bool) -> Verdict {
    guard !Self.isPrice(id) else { return Self.check(id) }
    guard !id.isEmpty, id.utf8.allSatisfy(Self.isSign), !["AND", "OR", "WITH"].contains(id) else {
      return Self.malformed(id)
    }
    if isCustom || known.contains(id) { return .good }
    if let nearest = NearestName.find(id, among: known) {
      return .wrong(
        message: "there is no licence '\(id)' in SPDX", help: "did you mean '\(nearest)'?")
    }
    unknown = unknown ?? id
    return .good
  }

  private static func malformed(_ word: String) -> Verdict {
    .wrong(
      message: word.isEmpty
        ? "the licence breaks off" : "'\(word)' does not stand rightly in a licence",
      help: "write SPDX: ids joined by AND and OR, such as 'MIT OR Apache-2.0'")
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for part in text.split(whereSeparator: \.isWhitespace) {
      var word = ""
      for sign in part {
        if sign == "(" || sign == ")" {
          if !word.isEmpty { words.append(word) }
          words.append(String(sign))
          word = ""
        } else {
          word.append(sign)
        }
      }
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The words by which pages tell how a client is had.
  private static func isPrice(_ text: String) -> Bool {
    let word = text.lowercased()
    return ["gratis", "proprietary"].contains(word)
      || Vocabulary.standard.distributions.values.contains { $0.contains(word) }
  }
}

/// Common ids of the SPDX list, for telling slips from rare ones.
private enum SPDXNames {
  static let licenses = [
    "0BSD", "AFL-3.0", "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-1.1", "Apache-2.0",
    "APSL-2.0", "Artistic-1.0", "Artistic-2.0", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause",
    "BSD-4-Clause", "BSL-1.0", "BUSL-1.1", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0",
    "CC-BY-SA-4.0", "CC0-1.0", "CDDL-1.0", "CDDL-1.1", "CECILL-2.1", "CPL-1.0", "ECL-2.0",
    "EPL-1.0", "EPL-2.0", "EUPL-1.1", "EUPL-1.2", "GFDL-1.3-only", "GFDL-1.3-or-later",
    "GPL-1.0-only", "GPL-1.0-or-later", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only",
    "GPL-3.0-or-later", "HPND", "ICU", "IPL-1.0", "ISC", "LGPL-2.0-only", "LGPL-2.0-or-later",
    "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "LPPL-1.3c",
    "MIT", "MIT-0", "MPL-1.0", "MPL-1.1", "MPL-2.0", "MPL-2.0-no-copyleft-exception", "MS-PL",
    "MS-RL", "MulanPSL-2.0", "NCSA", "NPL-1.0", "NPL-1.1", "OFL-1.1", "OLDAP-2.8", "OpenSSL",
    "OSL-3.0", "PHP-3.01", "PostgreSQL", "PSF-2.0", "Python-2.0", "QPL-1.0", "Ruby", "SGI-B-2.0",
    "Sleepycat", "SSPL-1.0", "TCL", "Unicode-3.0", "Unlicense", "UPL-1.0", "Vim", "W3C", "WTFPL",
    "X11", "XFree86-1.1", "Zlib", "ZPL-2.1",
  ]

  static let exceptions = [
    "Autoconf-exception-2.0", "Autoconf-exception-3.0", "Bison-exception-2.2",
    "Bootloader-exception", "Classpath-exception-2.0", "Font-exception-2.0",
    "GCC-exception-2.0", "GCC-exception-3.1", "Linux-syscall-note", "LLVM-exception",
    "OCaml-LGPL-linking-exception", "Qt-GPL-exception-1.0", "Qt-LGPL-exception-1.1",
    "openvpn-openssl-exception", "WxWindows-exception-3.1",
  ]
}
