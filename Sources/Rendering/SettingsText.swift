import GuideModel
import MailSettings

/// The words of the page of settings, in one language.
struct SettingsText: Sendable {
  let title: String
  let lead: String
  /// Takes the domains, as a list.
  let domains: Phrase
  let enableFirst: String
  let files: String
  /// Takes the name of the file.
  let get: Phrase
  let noFile: Phrase
  let byHand: String
  let servers: String
  let serversLead: Phrase
  let purpose: String
  let receiving: Phrase
  let sending: Phrase
  let server: String
  let port: String
  let security: String
  let userName: String
  let signIn: String
  let noneNeeded: String
  /// Takes an example of a user name.
  let example: Phrase
  /// Takes minutes.
  let window: Phrase
  let policies: String
  let securities: [MailServer.Security: String]
  let authentications: [MailServer.Authentication: String]
  let address: String
  let localPart: String
  let assigned: String
  let formats: [SettingsFormat: (name: String, use: String)]
  let limits: [String: String]
  let refusals: [Unsupported.Feature: String]

  init(_ words: InterfaceWords) {
    title = words["settings"]
    lead = words["settings.lead"]
    domains = words.phrase("settings.domains")
    enableFirst = words["settings.enable-first"]
    files = words["settings.files"]
    get = words.phrase("settings.get")
    noFile = words.phrase("settings.no-file")
    byHand = words["settings.by-hand"]
    servers = words["settings.servers"]
    serversLead = words.phrase("settings.servers-lead")
    purpose = words["settings.purpose"]
    receiving = words.phrase("settings.receiving")
    sending = words.phrase("settings.sending")
    server = words["settings.server"]
    port = words["settings.port"]
    security = words["settings.security"]
    userName = words["settings.user-name"]
    signIn = words["settings.sign-in"]
    noneNeeded = words["settings.none-needed"]
    example = words.phrase("settings.example")
    window = words.phrase("settings.window")
    policies = words["settings.policies"]
    securities = Self.table(MailServer.Security.allCases) { words["settings.security.\($0)"] }
    authentications = Self.table(MailServer.Authentication.allCases) {
      words["settings.sign-in.\($0)"]
    }
    address = words["settings.user-name.address"]
    localPart = words["settings.user-name.local-part"]
    assigned = words["settings.user-name.assigned"]
    formats = Dictionary(
      uniqueKeysWithValues: [SettingsFormat.autoconfig, .autodiscover, .mobileconfig].map {
        ($0, (words["settings.\($0.rawValue)"], words["settings.\($0.rawValue).use"]))
      })
    limits = Dictionary(
      uniqueKeysWithValues: SettingsLimit.namesForCustomers.map {
        ($0, words["settings.limit.\($0)"])
      })
    refusals = Self.table(Unsupported.Feature.allCases) { words["settings.refused.\($0)"] }
  }

  private static func table<Key: Hashable & RawRepresentable<String>>(
    _ keys: [Key], words: (String) -> String
  ) -> [Key: String] {
    Dictionary(uniqueKeysWithValues: keys.map { ($0, words($0.rawValue)) })
  }
}
