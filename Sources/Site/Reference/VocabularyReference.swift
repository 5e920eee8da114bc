import GuideModel

/// The words by which wikiguide knows sections, levels, clients and features, told for authors.
package enum VocabularyReference {
  package static let name = "vocabulary"

  package static func markdown(_ vocabulary: Vocabulary = .standard) -> String {
    """
    # Words that wikiguide knows

    These words are known without any configuration. Letters may be large or small, full-width or \
    half-width. Words of your own are added with `vocabulary`, clients with `clients` in \
    [wikiguide.yml](Configuration.md).

    ## Headings

    A heading with one of these words says what its section is.

    \(table("Section", "Words", sections(vocabulary)))
    ## Support levels

    An item with one of these words, above a list of clients or in a table, gives the level. Within one \
    text the longest word counts.

    \(table("Level", "Words and marks", levels(vocabulary)))
    ## Boxes

    A paragraph that begins with one of these words becomes a box.

    \(table("Box", "Beginnings", boxes(vocabulary)))
    ## Steps that may be left out

    A step with one of these words is marked as optional: \(listed(vocabulary.optionalStep)).

    ## Where to begin

    A sentence with a step's number, a word such as \(listed(vocabulary.beginning)), and one of these \
    words tells readers at which step they begin.

    \(table("Reader", "Words", [
      ("has no account yet", vocabulary.newAccount), ("has one", vocabulary.existingAccount),
    ]))
    ## Prices

    \(table("Price", "Words", prices(vocabulary)))
    ## Mail clients

    | Client | Other names | Its id |
    |---|---|---|
    \(vocabulary.clients.map { client in
      "| \(client.name) | \(client.aliases.joined(separator: ", ")) | `\(client.id)` |\n"
    }.joined())
    ## Features

    | Feature | Other names | Its id |
    |---|---|---|
    \(vocabulary.features.map { feature in
      "| \(feature.name) | \(feature.aliases.joined(separator: ", ")) | `\(feature.id)` |\n"
    }.joined())
    """
  }

  private static func sections(_ vocabulary: Vocabulary) -> [(String, [String])] {
    Vocabulary.SectionKind.allCases.map { kind in
      let name =
        switch kind {
        case .explanation: "what something is"
        case .clientList: "a list of clients"
        case .setup: "setting a client up"
        case .operation: "daily use"
        case .troubleshooting: "when something fails"
        case .references: "further reading, never steps"
        }
      return (name, vocabulary.sections[kind] ?? [])
    }
  }

  private static func levels(_ vocabulary: Vocabulary) -> [(String, [String])] {
    SupportLevel.allCases.map { level in
      let words = vocabulary.levels[level] ?? []
      let marks = (vocabulary.support.marks[level] ?? []).filter { !words.contains($0) }
      return ("`\(level.rawValue)`", words + marks)
    }
  }

  private static func boxes(_ vocabulary: Vocabulary) -> [(String, [String])] {
    [CalloutSeverity.note, .tip, .important, .warning].map {
      ($0.rawValue, vocabulary.callouts[$0] ?? [])
    }
  }

  private static func prices(_ vocabulary: Vocabulary) -> [(String, [String])] {
    [Distribution.Model.freeOfCharge, .shareware, .commercial, .bundled].map {
      ("`\($0.rawValue)`", vocabulary.distributions[$0] ?? [])
    }
  }

  private static func table(
    _ first: String, _ second: String, _ rows: [(String, [String])]
  ) -> String {
    "| \(first) | \(second) |\n|---|---|\n"
      + rows.map { "| \($0.0) | \(listed($0.1)) |\n" }.joined()
  }

  /// Words without the space that ends some of them.
  private static func listed(_ words: [String]) -> String {
    words.map { word in
      let end = word.last == " " ? word.dropLast() : Substring(word)
      return "`\(end)`"
    }.joined(separator: " ")
  }
}
