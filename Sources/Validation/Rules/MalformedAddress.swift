import GuideModel
import SourceText
import Syntax

extension Rule {
  static let malformedAddress = Rule(
    name: "malformed-address", severity: .error,
    summary: "an address cannot be one: it has no host, a space, a backslash or a wrong port",
    explanation: """
      Such a link is not published; readers see its words alone. Copy the address from the \
      browser's own line, where spaces are written as %20.
      """,
    wrong: Example("a backslash", "[[Download>http:\\\\mail.example\\setup]]\n"),
    right: Example("slashes", "[[Download>https://mail.example/setup]]\n"),
    shownCheck: { shown, _ in
      shown.addresses.compactMap { address in
        guard let (fault, help) = fault(of: address) else { return nil }
        return Finding(
          range: address.range, message: "'\(address.text)' \(fault)", help: help,
          subject: address.text)
      }
        + shown.page.facts.links.compactMap { link in
          guard case .mail(let range) = link.target else { return nil }
          let written = shown.page.document.text(range)
          guard let fault = mailFault(written) else { return nil }
          return Finding(
            range: range, message: "'\(written)' is no mail address: \(fault)",
            help: "write it as in 'support@mail.example'", subject: written)
        }
    })

  private static func fault(of address: WrittenAddress) -> (fault: String, help: String)? {
    let text = address.text
    if text.contains("\\") { return ("has a backslash", "write '/' instead") }
    if text.contains(where: { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }) {
      return ("has a space", "write it as %20, or take it away")
    }
    if text.hasPrefix("//") { return ("has no scheme", "write https: before it") }
    guard let scheme = AddressScheme.of(text), ["http", "https", "ftp"].contains(scheme) else {
      return nil
    }
    guard let host = address.host, !host.isEmpty else { return ("has no host", "name the server") }
    if host.contains("..") || host.hasPrefix(".") || host.hasPrefix("-") {
      return ("has a host that cannot be one", "correct '\(host)'")
    }
    if let port = address.port, UInt16(port) == nil || UInt16(port) == 0 {
      return ("has the port '\(port)', which is none", "a port is a number up to 65535")
    }
    if let escape = wrongEscape(in: text) {
      return (
        "has '\(escape)', which stands for no letter", "write %25 where a percent sign is meant"
      )
    }
    return nil
  }

  /// A `%` that two hexadecimal digits do not follow, with what follows it.
  private static func wrongEscape(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
      let digits = bytes[(index + 1)...].prefix(2)
      let isEscape =
        digits.count == 2 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
      guard !isEscape else { continue }
      return "%" + String(decoding: digits, as: UTF8.self)
    }
    return nil
  }

  private static func mailFault(_ written: String) -> String? {
    // Fields such as a subject may follow.
    let address = written.prefix { $0 != "?" }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return parts.count < 2 ? "it has no '@'" : "it has more than one '@'"
    }
    if parts[0].isEmpty { return "nothing stands before '@'" }
    if address.contains(where: \.isWhitespace) { return "it has a space" }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isDomain =
      labels.count > 1
      && labels.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
    return isDomain ? nil : "'\(parts[1])' is no domain"
  }
}
