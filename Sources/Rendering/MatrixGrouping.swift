import GuideModel

/// By what clients stand together in the matrix. Each stands in one group only: one that runs on
/// several platforms has a group of its kind.
enum MatrixGrouping: String, Sendable, CaseIterable {
  case platform, kind, none

  /// The groups in the order in which they are shown, each with the name that addresses have for it.
  func groups(_ text: InterfaceText) -> [(key: String, words: String)] {
    switch self {
    case .platform:
      ClientProfile.Platform.allCases.map { ($0.rawValue, ClientFacet.words($0, text)) } + [
        (Self.several, text.matrixText.several), (Self.unknown, text.matrixText.platformUnknown),
      ]
    case .kind:
      MatrixText.kindsInOrder.map { ($0.rawValue, text.matrixText.kinds[$0] ?? $0.rawValue) }
    case .none: []
    }
  }

  /// The group by platform in which a client stands.
  static func platformGroup(of facts: ProgramFacts) -> String {
    switch facts.platforms.count {
    case 0: unknown
    case 1: facts.platforms[0].rawValue
    default: several
    }
  }

  static let several = "several"
  static let unknown = "unknown"
}
