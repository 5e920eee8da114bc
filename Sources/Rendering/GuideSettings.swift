import GuideModel
import SourceText
import Syntax

/// The settings that a page's guides need, and the script that shows a reader's own values in them.
struct GuideSettings: Sendable {
  let values: ProviderValues
  /// The servers whose settings the page shows: those for receiving first.
  let servers: [MailServer]

  /// Nil where there is nothing to set up, or nothing is known of the hosting company.
  init?(_ guides: [Guide], site: SiteRenderer, _ values: ProviderValues?) {
    guard let values, guides.contains(where: { !$0.setupSteps.isEmpty }) else { return nil }
    self.values = values
    let provider = values.provider
    let named = Self.protocols(namedBy: guides, site: site)
    let meant = provider.incoming.filter { named.contains($0.mailProtocol) }
    servers = (meant.isEmpty ? provider.incoming : meant) + provider.outgoing
  }

  /// Whether readers have a user name that does not follow from their address.
  var asksForUserName: Bool {
    servers.contains { if case .assigned = $0.userName { true } else { false } }
  }

  // MARK: - What guides are about

  /// The protocols for receiving that the guides' steps speak of.
  private static func protocols(
    namedBy guides: [Guide], site: SiteRenderer
  ) -> Set<MailServer.MailProtocol> {
    var named: Set<MailServer.MailProtocol> = []
    for guide in guides {
      guard let file = site.pagesByPath[guide.path]?.document.file else { continue }
      for procedure in guide.procedures {
        if holds("imap", in: procedure.range, of: file) { named.insert(.imap) }
        if holds("pop", in: procedure.range, of: file) { named.insert(.pop3) }
      }
    }
    return named
  }

  /// Whether a name stands in a stretch, in letters of any case: `POP3` and `POPサーバー`, not `popup`.
  private static func holds(
    _ name: StaticString, in range: SourceRange, of file: SourceFile
  ) -> Bool {
    let bytes = file.bytes[range.lower..<range.upper]
    let count = name.utf8CodeUnitCount
    return name.withUTF8Buffer { name in
      var index = bytes.startIndex
      while index + count <= bytes.endIndex {
        defer { index += 1 }
        guard (0..<count).allSatisfy({ bytes[index + $0] | 0x20 == name[$0] }) else { continue }
        let isBegun = index > bytes.startIndex && isLetter(bytes[index - 1])
        let goesOn = index + count < bytes.endIndex && isLetter(bytes[index + count])
        if !isBegun, !goesOn { return true }
      }
      return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  // MARK: - The script

  /// No file of a theme takes its place: what happens to an address is no matter of looks.
  static let scriptFile = Asset("values", "js", BuiltInFiles.valuesScript)

  /// - Parameter root: the way to the site's root.
  func script(root: String) -> String {
    let domains = values.provider.domains.map { JSONText.Value.string($0) }
    let words: [(key: String, value: JSONText.Value)] =
      values.words.ofScript.map { ($0.name, .string($0.words)) }
      + [
        ("example", .string(values.address.text)), ("provider", .string(values.provider.name)),
        ("domains", .array(domains)),
      ]
    let json = String(decoding: JSONText.compactBytes(.object(words)), as: UTF8.self)
    return "<script src=\"\(root)\(Self.scriptFile.path)\" defer "
      + "data-values=\"\(HTMLText.escaped(json))\"></script>"
  }
}
