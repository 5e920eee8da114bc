/// Names of pages, files and places in DokuWiki: small letters, namespaces between colons.
///
/// What comes out has `/` between namespaces, as the wiki's own folders have.
enum DokuWikiName {
  /// The pages that a link may mean. A name without a colon lies in the page's own namespace; one
  /// that ends in a colon means a namespace, whose first page has one of three names.
  static func absolute(_ written: String, on page: String) -> [String] {
    let path = written.prefix { $0 != "?" }
    let name = resolved(String(path), namespace: namespace(of: page), page: page)
    guard path.last == ":" || path.last == ";" || path.isEmpty else { return [cleaned(name)] }
    let space = cleaned(name)
    guard !space.isEmpty else { return ["start"] }
    let last = space.split(separator: "/").last.map(String.init) ?? space
    return [space + "/start", space + "/" + last, space]
  }

  /// A file's name keeps its ending's dot like any other.
  static func absoluteFile(_ written: String, on page: String) -> String {
    cleaned(resolved(written, namespace: namespace(of: page), page: page))
  }

  /// A name of a page of this site, as links spell it.
  static func key(_ name: String) -> String {
    name.split(separator: "/").map { cleaned(String($0)) }.joined(separator: "/")
  }

  /// The place that a heading of these words is.
  static func anchor(_ written: String) -> String {
    let plain = cleaned(written).filter { $0 != "/" && $0 != "." }
    // No place begins with a number; one of numbers alone is kept, the wiki would count it.
    let named = plain.drop { ("0"..."9").contains($0) || $0 == "_" || $0 == "-" }
    return named.isEmpty ? plain : String(named)
  }

  private static func namespace(of page: String) -> [Substring] {
    page.split(separator: "/").dropLast()
  }

  /// - Returns: the name from the top, with colons between its parts.
  private static func resolved(_ written: String, namespace: [Substring], page: String) -> String {
    let name = String(written.map { $0 == ";" ? ":" : $0 })
    guard let first = name.first else { return "" }
    var space = namespace
    var rest = name[...]
    switch first {
    case ":": space = []
    case "~":
      space = page.split(separator: "/")
      rest = rest.dropFirst()
    case ".":
      while rest.hasPrefix("..") {
        rest = rest.dropFirst(2)
        if !space.isEmpty { space.removeLast() }
        if rest.hasPrefix(":") { rest = rest.dropFirst() }
      }
      if rest.hasPrefix(".") { rest = rest.dropFirst() }
    default: if name.contains(":") { space = [] }
    }
    return (space + [rest]).joined(separator: ":")
  }

  /// Small letters without marks, `_` for what no name has, `/` for colons.
  private static func cleaned(_ name: String) -> String {
    var parts: [String] = []
    for part in name.lowercased().split(separator: ":") {
      var text = ""
      for scalar in part.unicodeScalars {
        if let plain = unmarked[scalar] {
          text += plain
        } else if isSpecial(scalar) {
          if text.last != "_" { text += "_" }
        } else if scalar != "_" || text.last != "_" {
          text.unicodeScalars.append(scalar)
        }
      }
      var clean = text.drop { "._-".contains($0) }
      while let last = clean.last, "._-".contains(last) { clean.removeLast() }
      if !clean.isEmpty { parts.append(String(clean)) }
    }
    return parts.joined(separator: "/")
  }

  /// Whether no name of the wiki may hold the sign: white space, and all punctuation but `.`, `_`, `-`.
  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": false
      default: true
      }
    }
    return switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .mathSymbol,
      .currencySymbol:
      true
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .dashPunctuation:
      // Of wide signs the wiki takes the Japanese brackets and stops out of names, and leaves others.
      scalar.value <= 0x3036
    default: false
    }
  }

  /// Letters of Latin script as the wiki writes them in names.
  private static let unmarked: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "œ": "oe",
      "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    ]
    let plain: [(Character, String)] = [
      ("a", "áàâãāăą"), ("c", "çćčĉċ"), ("d", "ď"), ("e", "éèêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "íìîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀ"), ("n", "ñńņň"), ("o", "óòôõōŏő"),
      ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "úùûũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"),
      ("z", "źżž"),
    ]
    for (letter, marked) in plain {
      for scalar in marked.unicodeScalars { table[scalar] = String(letter) }
    }
    return table
  }()
}
