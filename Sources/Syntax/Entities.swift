import SourceText

/// The named characters of HTML that wiki authors type. Names not listed here stay text.
enum Entities {
  static func character(named name: SourceRange, in bytes: Span<UInt8>) -> String? {
    var key: [UInt8] = []
    for index in name.lower..<name.upper { key.append(bytes[index]) }
    return table[String(decoding: key, as: UTF8.self)]
  }

  private static let table: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "copy": "©", "reg": "®", "trade": "™", "yen": "¥", "cent": "¢", "pound": "£", "euro": "€",
    "sect": "§", "para": "¶", "deg": "°", "plusmn": "±", "times": "×", "divide": "÷",
    "frac12": "½", "frac14": "¼", "frac34": "¾", "micro": "µ", "middot": "·", "laquo": "«",
    "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–",
    "mdash": "—", "hellip": "…", "bull": "•", "prime": "′", "larr": "←", "uarr": "↑",
    "rarr": "→", "darr": "↓", "harr": "↔", "rArr": "⇒", "hArr": "⇔", "forall": "∀", "infin": "∞",
    "ne": "≠", "le": "≤", "ge": "≥", "spades": "♠", "clubs": "♣", "hearts": "♥", "diams": "♦",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "pi": "π", "omega": "ω", "mu": "μ",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "\u{AD}",
  ]
}
