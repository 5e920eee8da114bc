/// A compatibility list as it was published, as far as two of them can be compared.
package struct PublishedList: Sendable {
  /// The date that the list bears, `YYYY-MM-DD`.
  package let asOf: String
  /// The list's own word for its schema; tells lists of different sites apart.
  let schema: String
  /// SHA-256 of each page that the list cites, by its path.
  let sources: [String: String]
  let clients: [Entry]
  let features: [Entry]
  let cells: [Cell]

  /// A client or a feature.
  struct Entry: Sendable {
    let id: String
    let name: String
    /// Other names of the same, for matching alone: they are what pages happen to call it.
    let aliases: [String]
    /// How pages write it.
    let asWritten: [String]
    let facts: [Fact]
  }

  /// One claim: this feature, this client, this version.
  struct Cell: Sendable {
    let feature: String
    let client: String
    let version: VersionKey
    let level: ListedLevel
    /// Its level is among them.
    let facts: [Fact]
    let hasGuide: Bool
  }

  /// Something that the list says, in words, and what it rests on.
  struct Fact: Sendable {
    let aspect: ListAspect
    let words: [String]
    let evidence: [Place]

    init(_ aspect: ListAspect, _ words: [String], _ evidence: [Place] = []) {
      self.aspect = aspect
      self.words = words
      self.evidence = evidence
    }
  }

  /// A stretch of a page.
  struct Place: Sendable, Hashable {
    let path: String
    let lines: ClosedRange<Int>
    let quote: String
  }
}

/// Which version of a client a claim is about.
enum VersionKey: Hashable, Sendable {
  case unspecified, all
  case listed(String)
  case range(from: String?, through: String?)

  /// Empty where no version is named, `*` for all.
  var text: String {
    switch self {
    case .unspecified: ""
    case .all: "*"
    case .listed(let version): version
    case .range(let from, let through): (from ?? "") + "–" + (through ?? "")
    }
  }

  /// Whether it stands for more than one version.
  var isSpan: Bool {
    if case .listed = self { false } else { true }
  }

  /// Whether it stands for whatever version there is.
  var isGeneral: Bool {
    switch self {
    case .unspecified, .all: true
    case .listed, .range: false
    }
  }
}
