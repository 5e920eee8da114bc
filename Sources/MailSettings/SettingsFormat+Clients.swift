extension SettingsFormat {
  /// Whether a client, by its id, is one of those that the files are for.
  package func isFor(client id: String) -> Bool {
    readers.contains { id == $0 || id.hasPrefix($0 + "-") } && id != "outlook-express"
  }

  private var readers: [String] {
    switch self {
    case .autoconfig: ["thunderbird", "k-9-mail", "evolution", "kmail"]
    case .autodiscover: ["outlook"]
    case .mobileconfig: ["iphone-mail", "apple-mail"]
    case .srv: []
    }
  }
}
