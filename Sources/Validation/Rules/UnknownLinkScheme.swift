import GuideModel
import SourceText
import Syntax

/// What addresses on a page may begin with, apart from what is unsafe to follow.
private let knownSchemes: Set<String> = [
  "http", "https", "ftp", "ftps", "sftp", "mailto", "tel", "sms", "news", "nntp", "irc", "ircs",
  "imap", "imaps", "pop", "pop3", "pops", "smtp", "smtps", "ldap", "ldaps", "webcal", "ssh", "git",
  "caldav", "caldavs", "carddav", "carddavs", "dav", "davs", "rtsp", "xmpp",
]

extension Rule {
  static let unknownLinkScheme = Rule(
    name: "unknown-link-scheme", severity: .error,
    summary: "an address begins with a scheme that no browser knows",
    explanation: """
      The link leads nowhere; most often a letter of 'http' or 'https' is missing, or the first \
      letter was left out so that nobody would follow it. Write the scheme in full.
      """,
    wrong: Example("a letter is missing", "[[Download>htp://mail.example/]]\n"),
    right: Example("the whole scheme", "[[Download>https://mail.example/]]\n"),
    shownCheck: { shown, _ in
      shown.addresses.compactMap { address in
        guard let scheme = AddressScheme.of(address.text), !knownSchemes.contains(scheme),
          !AddressScheme.unsafe.contains(scheme)
        else { return nil }
        return finding(scheme, address, isLink: true)
      } + bareAddresses(shown).map { finding($0.scheme, $0.address, isLink: false) }
    })

  private static func finding(
    _ scheme: String, _ address: WrittenAddress, isLink: Bool
  ) -> Finding {
    let nearest = nearestScheme(to: scheme)
    let range = SourceRange(address.range.lower, address.range.lower + scheme.utf8.count)
    return Finding(
      range: isLink ? address.range : range,
      message: "'\(scheme):' in '\(address.text)' is no scheme that is known",
      help: nearest.map { "did you mean '\($0):'?" } ?? "write https: or another known scheme",
      suggestion: nearest.map { .init(range, replacement: $0, certainty: .maybe) },
      subject: address.text)
  }

  /// Schemes within a letter or two of the ones that people type by hand.
  private static func nearestScheme(to scheme: String) -> String? {
    ["https", "http", "ftp"].compactMap { known in
      EditDistance.between(Array(scheme.utf8), Array(known.utf8), limit: 2).map { ($0, known) }
    }.min { $0.0 < $1.0 }?.1
  }

  /// `ttp://host` in the text: no link, but meant as one.
  private static func bareAddresses(
    _ shown: ShownPage
  ) -> [(scheme: String, address: WrittenAddress)] {
    let file = shown.page.document.file
    let colons = colonsBeforeSlashes(in: file)
    guard !colons.isEmpty else { return [] }
    return shown.words.flatMap { range in
      colons.within(range).prefix { $0 + 2 < range.upper }
        .compactMap { bareAddress(around: $0, in: range, of: file) }
    }
  }

  private static func bareAddress(
    around colon: Int, in range: SourceRange, of file: SourceFile
  ) -> (scheme: String, address: WrittenAddress)? {
    let bytes = file.bytes
    var start = colon
    while start > range.lower, isLetter(bytes[start - 1]) { start -= 1 }
    let scheme = String(decoding: bytes[start..<colon], as: UTF8.self).lowercased()
    guard scheme.count >= 3, !knownSchemes.contains(scheme),
      ["http", "https"].contains(nearestScheme(to: scheme) ?? "")
    else { return nil }
    var end = colon + 3
    while end < range.upper, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
    guard end > colon + 3 else { return nil }
    let whole = SourceRange(start, end)
    return (scheme, WrittenAddress(text: file.text(whole), range: whole))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  /// Where `://` stands in a file.
  private static func colonsBeforeSlashes(in file: SourceFile) -> [Int] {
    let bytes = file.bytes
    var found: [Int] = []
    var next = 0
    while let colon = file.offset(of: UInt8(ascii: ":"), from: next) {
      next = colon + 1
      if colon + 2 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"),
        bytes[colon + 2] == UInt8(ascii: "/")
      {
        found.append(colon)
      }
    }
    return found
  }
}
