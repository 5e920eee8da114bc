import GuideModel
import SourceText
import Syntax

extension Rule {
  static let guideForUnsupportedClient = Rule(
    name: "guide-for-unsupported-client", severity: .warning,
    summary: "the list calls a client unsupported or untested, and a guide sets it up",
    explanation: """
      One of the two is out of date, and the list shows no way to the guide. Correct the level, or \
      take the guide away. A guide on a page that names no feature counts only where no feature is \
      said to work with the client.
      """,
    wrong: Example(
      "not supported, but explained",
      "*POP before SMTP\n**対応メールソフト\n-非対応のソフト\n--Sylpheed\n\n"
        + "**設定例(Sylpheedの場合)\n-(1)起動する。\n-(2)保存する。\n"),
    right: Example(
      "supported and explained",
      "*POP before SMTP\n**対応メールソフト\n-手動対応ソフト\n--Sylpheed\n\n"
        + "**設定例(Sylpheedの場合)\n-(1)起動する。\n-(2)保存する。\n"),
    siteCheck: { index in
      var clients: [ClientFeature: Verdict] = [:]
      for statement in index.facts.statements {
        for feature in [statement.featureID, nil] {
          let key = ClientFeature(clientID: statement.clientID, featureID: feature)
          clients[key, default: Verdict()].add(statement)
        }
      }
      var guides: [Evidence: (statement: SupportStatement, guides: [Guide])] = [:]
      for guide in index.library.guides {
        guard let clientID = guide.clientID else { continue }
        let features = index.library.page(at: guide.path)?.features.map(\.id) ?? []
        let keys: [String?] = features.isEmpty ? [nil] : features
        let verdicts = keys.compactMap {
          clients[ClientFeature(clientID: clientID, featureID: $0)]
        }
        guard !verdicts.contains(where: { $0.works(guide.versions) }) else { continue }
        let denial = verdicts.lazy.compactMap { $0.denial(of: guide.versions) }.first
        guard let denial, let place = denial.evidence.first else { continue }
        guides[place, default: (denial, [])].guides.append(guide)
      }
      return guides.map { place, found in
        (place.path, finding(found.statement, at: place, found.guides, index))
      }
    })

  private static func finding(
    _ statement: SupportStatement, at place: Evidence, _ guides: [Guide], _ index: SiteIndex
  ) -> Finding {
    Finding(
      range: index.place(of: statement.clientID, at: place).range,
      message: "'\(index.clientName(statement.clientID))' is "
        + "\(statement.level?.rawValue ?? "unknown") here, but has a guide",
      notes: guides.prefix(100).map { guide in
        let range = index.library.page(at: guide.path)?.document.file.place(
          of: guide.title, in: guide.range)
        return .init("the guide", at: SourcePlace(guide.path, range ?? guide.range))
      }, help: "correct the level, or take the guide away")
  }
}

private struct ClientFeature: Hashable {
  let clientID: String
  /// Nil for all features together.
  let featureID: String?
}

/// For which versions a client works, and for which it is said not to.
private struct Verdict {
  /// By the version; the empty one stands for statements that name none, or ranges.
  private var working: Set<String> = []
  private var denials: [String: SupportStatement] = [:]

  mutating func add(_ statement: SupportStatement) {
    let listed = statement.versions.listed
    // Whether a guide's version lies in a range is not asked: then nothing is claimed.
    for version in listed.isEmpty ? [""] : listed {
      if statement.level?.works ?? true {
        working.insert(version)
      } else if denials[version] == nil {
        denials[version] = statement
      }
    }
  }

  func works(_ versions: Versions) -> Bool {
    if versions.listed.isEmpty { return !working.isEmpty }
    return working.contains("") || versions.listed.contains(where: working.contains)
  }

  func denial(of versions: Versions) -> SupportStatement? {
    if let whole = denials[""], whole.versions.isWhole { return whole }
    return versions.listed.lazy.compactMap { denials[$0] }.first
  }
}

extension Versions {
  /// Whether no version is left out.
  fileprivate var isWhole: Bool {
    switch scope {
    case .unspecified, .all: true
    case .listed, .range: false
    }
  }
}
