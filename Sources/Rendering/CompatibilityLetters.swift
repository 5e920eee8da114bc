import CommonMark
import GuideModel

/// The compatibility list in letters as caniuse.com has them, one line a client:
///
///     client       imap  smtp.auth
///     thunderbird  y     a #1
///
/// `y` works, `a` works with what the note says, `n` does not work, `u` is unknown; columns are parted
/// by tabs, notes and remarks stand behind `//`. What this cannot say is counted in the text itself.
struct CompatibilityLetters {
  private let list: CompatibilityList
  private let site: SiteRenderer
  private var notes: [String] = []
  private var table = ""
  private var losses = CompatibilityLosses([
    "levels without a letter of their own", "versions", "notes",
  ])

  init(_ list: CompatibilityList, site: SiteRenderer) {
    self.list = list
    self.site = site
    table = (["client"] + list.features.map(\.id)).joined(separator: "\t") + "\n"
    for client in list.clients {
      let cells = list.features.map { feature in
        cell(Array(list.rows(feature: feature.id, client: client.id)))
      }
      table += ([client.id] + cells).joined(separator: "\t") + "\n"
    }
    countLosses()
  }

  var export: CompatibilityExport {
    var text = """
      // \(Self.line(site.settings.title)), as of \(site.settings.asOf): which mail clients support \
      which features
      // y works, a works with what note #n says, n does not work, u unknown or not tested
      // lossy: \(losses.text.map { "left out are " + $0 } ?? "nothing had to be left out")

      """
    text += table
    for (index, note) in notes.enumerated() { text += "// #\(index + 1) \(note)\n" }
    return CompatibilityExport(bytes: Array(text.utf8), losses: losses)
  }

  private mutating func cell(_ rows: [CompatibilityList.Row]) -> String {
    let letters = Set(rows.map { Self.letter($0.level) })
    losses.add("levels without a letter of their own", rows.count { Self.isBlurred($0.level) })
    guard let letter = letters.first else { return "u" }
    guard letters.count == 1 else {
      // Versions differ: the note says how.
      let words = rows.map { row in
        "\(row.version ?? "any version"): \(row.level?.rawValue ?? "unknown")"
      }
      return "a" + mark(words.joined(separator: "; "))
    }
    losses.add("versions", rows.count { $0.versions.scope != .unspecified })
    var seen: Set<String> = []
    let words = rows.flatMap(\.notes).map(\.text).filter { seen.insert($0).inserted }
    guard letter == "a" else {
      losses.add("notes", words.count)
      return letter
    }
    return letter + words.map { mark($0) }.joined()
  }

  /// Equal notes share a number.
  private mutating func mark(_ words: String) -> String {
    let note = Self.line(words)
    let index = notes.firstIndex(of: note) ?? notes.count
    if index == notes.count { notes.append(note) }
    return " #\(index + 1)"
  }

  private mutating func countLosses() {
    let rows = list.rows
    losses.add("requirements", rows.reduce(0) { $0 + $1.requirements.count })
    losses.add("links to guides", rows.count { $0.guide != nil })
    losses.add("verifications", rows.count { $0.verification != nil })
    losses.add("facts about clients and features", otherFacts)
    losses.add("lines of evidence", Set(rows.flatMap(\.evidence)).count)
  }

  private var otherFacts: Int {
    let clients = list.clients.reduce(0) { count, client in
      count + client.links.count + (client.distribution.model == .unknown ? 0 : 1)
        + [
          client.vendor != nil, client.platforms != nil, client.lifecycle != nil,
          client.license != nil,
        ].count { $0 }
    }
    return clients + list.features.count { $0.curatedStatus != nil }
  }

  private static func letter(_ level: SupportLevel?) -> String {
    switch level {
    case .native?: "y"
    case .manual?, .partial?: "a"
    case .unsupported?: "n"
    case .untested?, nil: "u"
    }
  }

  /// Whether a letter says less than the level does.
  private static func isBlurred(_ level: SupportLevel?) -> Bool {
    switch level {
    case .manual?, .partial?, .untested?: true
    case .native?, .unsupported?, nil: false
    }
  }

  /// Words on one line, in which no tab parts columns and nothing steers a terminal.
  private static func line(_ words: String) -> String {
    let printable = PrintableText.of(Array(words.utf8)[...])
    return String(decoding: printable, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
