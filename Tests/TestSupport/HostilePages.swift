/// Pages put together of the constructs of all wikis, one in another, cut anywhere, with words between
/// them that would do harm where they were not escaped. The same ones for the same seed.
package enum HostilePages {
  /// What stands around other text.
  private static let pairs: [(open: String, close: String)] = [
    ("[[", "]]"), ("[[a>", "]]"), ("[[javascript:x|", "]]"), ("[", "](javascript:alert(1))"),
    ("![", "](data:text/html,x)"), ("<", ">"), ("((", "))"), ("''", "''"), ("'''", "'''"),
    ("**", "**"),
    ("//", "//"), ("__", "__"), ("`", "`"), ("%%", "%%"), ("~~", "~~"), ("&color(red){", "};"),
    ("&ruby(a){", "};"), ("&ref(", ");"), ("COLOR(", "){x}"), ("SIZE(9){", "}"), ("{{", "}}"),
    ("{{a.png|", "}}"), ("[[File:a.png|", "]]"), ("<b>", "</b>"), ("<ref>", "</ref>"),
    ("<kbd>", "</kbd>"),
    ("<a href=\"", "\">x</a>"), ("<img src=\"", "\">"), ("<!-- ", " -->"),
    ("<nowiki>", "</nowiki>"),
    ("\n<note>\n", "\n</note>\n"), ("\n!!! note \"", "\"\n    x\n"),
    ("\n<details>\n<summary>", "</summary>\n"),
    ("\n{|\n|", "\n|}\n"), ("\n|", "|b|\n"), ("\n|a|b|\n|-|-|\n|", "|c|\n"), ("\n```", "\n```\n"),
    ("[^", "]"),
    ("\n[^a]: ", "\n"), ("\n[x]: ", "\n"), ("http://a.b/", "c.png"), ("\nTITLE:", "\n"),
    ("{#", "}"),
    ("\n---\nclient: ", "\n---\n"), ("\n=== \"", "\"\n    y\n"), ("\n:", "|z\n"),
    ("\n,", ",\"b\"\n"),
    ("\n#ref(", ")\n"), ("\n#region(", ")\nx\n#endregion\n"), ("\n#aname(", ")\n"),
    ("mailto:", "@a.b"),
    ("\n//wikiguide: client ", "\n"), ("\n<!-- wikiguide: title ", " -->\n"),
  ]

  /// What begins a line.
  private static let beginnings = [
    "*", "**", "***", "# ", "## ", "== ", "-", "--", "- ", "  * ", "  - ", "+", "1. ", "(1)",
    "-(1)", ">",
    ">> ", ":a|", ";a:", " ", "    ", "|", "^ ", "!", "----", "====", "//", "LEFT:", "~", "- [x] ",
    "\t",
    "*設定例(Becky!の場合)", "**対応メールソフト", "--Becky!(", "|メールソフト|POP|", "手順1 ", "\r",
  ]

  private static let words = [
    "<script>alert(1)</script>", "</script><script>alert(1)//", "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", "java&#9;script:alert(1)", "&#106;avascript:alert(1)",
    "\" onload=\"alert(1)",
    "' onerror='alert(1)", "\"><img src=x onerror=alert(1)>", "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x", "</textarea>", "</title><svg onload=alert(1)>", "]]>", "-->",
    "<style>*{}</style>",
    "expression(alert(1))", "\\\"", "\\", "&amp;", "&lt;script&gt;", "&", "<", ">", "\"", "'", "`",
    "{{{",
    "}}}", "\u{202E}", "\u{FEFF}", "\u{2028}", "\u{0}", "\u{1}", "\u{7F}", "é\u{301}", "👩‍👩‍👧", "設定",
    "メール", "Becky!", "Outlook 2016", "IMAP", "○", "×", "(1)", "smtp.example.jp", "587",
    "../../etc/passwd",
    "//evil.example/x", "http://a.b/?a=\"&b='<>", "a@b.c", "%2e%2e%2f", "#x", "x", "Mail/Setup",
    "./y", "\n",
    "\n\n", " ", "|", "~\n", "&br;", "&heart;", "$&", "\\1", "{page}",
  ]

  package static func make(seed: Int) -> String {
    var numbers = RepeatableNumbers(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &numbers) {
      if Bool.random(using: &numbers) {
        text += "\n" + (beginnings.randomElement(using: &numbers) ?? "")
      }
      text += piece(depth: 0, &numbers)
    }
    guard Int.random(in: 0..<4, using: &numbers) == 0 else { return text }
    // Cut where a construct may stand open.
    let length = Int.random(in: 0...text.unicodeScalars.count, using: &numbers)
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
  }

  private static func piece(depth: Int, _ numbers: inout RepeatableNumbers) -> String {
    let word = words.randomElement(using: &numbers) ?? ""
    guard depth < 5, Int.random(in: 0..<3, using: &numbers) > 0 else { return word }
    let pair = pairs.randomElement(using: &numbers) ?? ("", "")
    let inner = (0..<Int.random(in: 1...2, using: &numbers)).map { _ in
      piece(depth: depth + 1, &numbers)
    }.joined()
    // A mark without its partner.
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: return pair.open + inner
    case 1: return inner + pair.close
    default: return pair.open + inner + pair.close
    }
  }
}
