import GuideModel

/// One way to choose among clients (by device, availability, price or support) and one choice in it.
struct ClientFacet: Sendable {
  let question: Question
  let choice: Choice

  enum Question: String, Sendable, CaseIterable {
    case platform, age, price, level

    func words(_ text: InterfaceText) -> String {
      switch self {
      case .platform: text.byPlatform
      case .age: text.byAge
      case .price: text.byPrice
      case .level: text.byLevel
      }
    }
  }

  enum Choice: Sendable, Equatable {
    case platform(ClientProfile.Platform)
    case isDiscontinued(Bool)
    case price(Distribution.Model)
    case level(SupportLevel)
    case unknown
  }

  /// The part of the address that names the choice; stable, in ASCII.
  var name: String {
    switch choice {
    case .platform(let platform): "platform-\(platform.rawValue)"
    case .isDiscontinued(let isDiscontinued): isDiscontinued ? "age-former" : "age-current"
    case .price(let model): "price-\(model.rawValue)"
    case .level(let level): "level-\(level.rawValue)"
    case .unknown: "\(question.rawValue)-unknown"
    }
  }

  func words(_ text: InterfaceText) -> String {
    switch choice {
    case .platform(let platform): Self.words(platform, text)
    case .isDiscontinued(let isDiscontinued): isDiscontinued ? text.ageFormer : text.ageCurrent
    case .price(let model): text.distributions[model] ?? model.rawValue
    case .level(let level): text.levelText(level).word
    case .unknown: text.unknown.word
    }
  }

  static func words(_ platform: ClientProfile.Platform, _ text: InterfaceText) -> String {
    switch platform {
    case .windows: text.platformWindows
    case .mac: text.platformMac
    case .linux: text.platformLinux
    case .ios: text.platformIos
    case .android: text.platformAndroid
    case .web: text.platformWeb
    }
  }

  /// Every choice that can be made, in the order in which they are offered.
  static let all: [ClientFacet] =
    ClientProfile.Platform.allCases.map { .init(question: .platform, choice: .platform($0)) }
    + [
      .init(question: .platform, choice: .unknown),
      .init(question: .age, choice: .isDiscontinued(false)),
      .init(question: .age, choice: .isDiscontinued(true)),
      .init(question: .age, choice: .unknown),
    ]
    + [Distribution.Model.freeOfCharge, .bundled, .shareware, .commercial].map {
      .init(question: .price, choice: .price($0))
    } + [.init(question: .price, choice: .unknown)]
    + SupportLevel.allCases.map { .init(question: .level, choice: .level($0)) }
    + [.init(question: .level, choice: .unknown)]

  func contains(_ subject: ClientSubject, _ profile: ClientProfile) -> Bool {
    switch (question, choice) {
    case (_, .platform(let platform)): profile.platforms.contains(platform)
    case (_, .isDiscontinued(let isDiscontinued)): profile.isDiscontinued == isDiscontinued
    case (_, .price(let model)): subject.client.distribution.model == model
    case (_, .level(let level)): subject.level == level
    case (.platform, .unknown): profile.platforms.isEmpty
    case (.age, .unknown): profile.isDiscontinued == nil
    case (.price, .unknown): subject.client.distribution.model == .unknown
    case (.level, .unknown): subject.level == nil
    }
  }
}
