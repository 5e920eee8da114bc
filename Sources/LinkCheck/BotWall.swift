/// Knows the guards that let browsers through and programs not, so that a report can name them.
enum BotWall {
  /// The guard that wrote a header, where the header says so.
  static func name(_ header: AnswerHeader) -> String? {
    if header["cf-mitigated"] != nil { return "Cloudflare" }
    if header["x-amzn-waf-action"] != nil { return "AWS WAF" }
    if header["x-vercel-mitigated"] != nil { return "Vercel" }
    guard mayBeOne(header.status) else { return nil }
    if header["x-datadome"] != nil { return "DataDome" }
    if header["x-sucuri-block"] != nil { return "Sucuri" }
    if header["server"]?.lowercased() == "ddos-guard" { return "DDoS-Guard" }
    if header.status == 999 { return "LinkedIn" }
    return nil
  }

  /// Whether only the page can tell: its first bytes are then worth reading.
  static func isInBody(_ header: AnswerHeader) -> Bool { mayBeOne(header.status) }

  /// The guard that wrote a page with this title.
  static func name(title: String) -> String? {
    titles.first { title.lowercased().hasPrefix($0.start) }?.name
  }

  private static func mayBeOne(_ status: Int) -> Bool {
    [401, 403, 405, 429, 503, 999].contains(status)
  }

  private static let titles: [(start: String, name: String)] = [
    ("just a moment", "Cloudflare"),
    ("attention required! | cloudflare", "Cloudflare"),
    ("making sure you're not a bot", "Anubis"),
    ("making sure you&#39;re not a bot", "Anubis"),
    ("ddos-guard", "DDoS-Guard"),
    ("access to this page has been denied", "HUMAN"),
    ("pardon our interruption", "Imperva"),
    ("vercel security checkpoint", "Vercel"),
  ]
}
