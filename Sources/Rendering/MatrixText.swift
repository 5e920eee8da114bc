import GuideModel

/// The words of the compatibility matrix.
struct MatrixText: Sendable {
  let about: String
  let jump: String
  /// Takes clients, features, combinations, and of these how many are known, unknown, checked.
  let summary: Phrase
  /// Takes how many clients stand in the part and how many in all.
  let part: Phrase
  let counts: Phrase
  let countsNote: String
  let withGuide: String
  let verified: String
  let verifiedOn: Phrase
  let note: Phrase
  let several: String
  let platformUnknown: String
  let kinds: [Client.Kind: String]
  let basis: [SupportStatement.Basis: String]
  let basisMeanings: [SupportStatement.Basis: String]

  let filter: String
  let find: String
  let any: String
  let works: String
  let onlyWithGuide: String
  let onlyCurrent: String
  let group: String
  let groups: [MatrixGrouping: String]
  let moreFilters: String
  let reset: String
  let shown: Phrase
  let shownOfPart: Phrase
  let sort: Phrase
  let sorted: Phrase
  let sortedBackwards: Phrase

  static let kindsInOrder: [Client.Kind] = [.desktop, .mobile, .webmail, .terminal, .unknown]
  static let basesInOrder: [SupportStatement.Basis] = [.stated, .heading, .curated, .tested]

  init(_ words: InterfaceWords) {
    about = words["matrix-about"]
    jump = words["matrix-jump"]
    summary = words.phrase("matrix-summary")
    part = words.phrase("matrix-part")
    counts = words.phrase("matrix-counts")
    countsNote = words["matrix-counts-note"]
    withGuide = words["matrix-with-guide"]
    verified = words["matrix-verified"]
    verifiedOn = words.phrase("matrix-verified-on")
    note = words.phrase("matrix-note")
    several = words["matrix-several"]
    platformUnknown = words["matrix-platform-unknown"]
    kinds = Dictionary(
      uniqueKeysWithValues: Self.kindsInOrder.map { ($0, words["kind.\($0.rawValue)"]) })
    basis = Dictionary(
      uniqueKeysWithValues: Self.basesInOrder.map { ($0, words["basis.\($0.rawValue)"]) })
    basisMeanings = Dictionary(
      uniqueKeysWithValues: Self.basesInOrder.map { ($0, words["basis.\($0.rawValue).meaning"]) })
    filter = words["matrix-filter"]
    find = words["matrix-find"]
    any = words["matrix-any"]
    works = words["matrix-works"]
    onlyWithGuide = words["matrix-only-with-guide"]
    onlyCurrent = words["matrix-only-current"]
    group = words["matrix-group"]
    groups = Dictionary(
      uniqueKeysWithValues: MatrixGrouping.allCases.map {
        ($0, words["matrix-group-\($0.rawValue)"])
      })
    moreFilters = words["matrix-more-filters"]
    reset = words["matrix-reset"]
    shown = words.phrase("matrix-shown")
    shownOfPart = words.phrase("matrix-shown-of-part")
    sort = words.phrase("matrix-sort")
    sorted = words.phrase("matrix-sorted")
    sortedBackwards = words.phrase("matrix-sorted-backwards")
  }
}
