/// What is known of a client wherever it is named: facts about the program, not about its support.
package struct ClientProfile: Sendable, Equatable {
  /// Empty where it is not known.
  package var platforms: [Platform]
  /// Whether its maker gave it up; nil where it is not known.
  package var isDiscontinued: Bool?

  package enum Platform: String, Sendable, CaseIterable {
    case windows, mac, linux, ios, android, web
  }

  package init(platforms: [Platform] = [], isDiscontinued: Bool? = nil) {
    self.platforms = platforms
    self.isDiscontinued = isDiscontinued
  }

  package static let unknown = ClientProfile()

  static func current(_ platforms: Platform...) -> ClientProfile {
    ClientProfile(platforms: platforms, isDiscontinued: false)
  }

  static func former(_ platforms: Platform...) -> ClientProfile {
    ClientProfile(platforms: platforms, isDiscontinued: true)
  }

  static func on(_ platforms: Platform...) -> ClientProfile {
    ClientProfile(platforms: platforms)
  }
}
