import GuideModel
import SourceText

extension ProviderSettings {
  /// The hosting company of rules' examples.
  static let example: ProviderSettings = {
    func server(_ kind: MailServer.MailProtocol, _ host: String, _ port: Int) -> MailServer {
      MailServer(
        mailProtocol: kind, host: host, port: port, security: .tls, userName: .address,
        authentication: .password, range: SourceRange(0, 0))
    }
    return ProviderSettings(
      name: "Example Mail", domains: ["example.jp"],
      incoming: [server(.imap, "imap.example.jp", 993)],
      outgoing: [server(.smtp, "smtp.example.jp", 465)],
      file: SourceFile(path: "provider.yml", text: ""))
  }()
}
