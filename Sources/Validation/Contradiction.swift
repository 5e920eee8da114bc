import GuideModel
import SourceText

/// Two statements that give one version of a client two levels for the same feature.
struct Contradiction: Sendable {
  let clientID: String
  let level: SupportLevel
  let earlierLevel: SupportLevel
  let later: Evidence
  let earlier: Evidence

  private struct Key: Hashable {
    let clientID: String
    let featureID: String
    /// Empty where the page names no version: that speaks of the client as a whole, and a
    /// statement on one version may well differ from it.
    let version: String
  }

  /// Each statement is compared with the first one on the same version, so that one odd line among
  /// many gives one finding; the work grows with the number of statements only.
  static func all(in statements: [SupportStatement]) -> [Contradiction] {
    var firsts: [Key: (level: SupportLevel, evidence: Evidence)] = [:]
    var contradictions: [Contradiction] = []
    for statement in statements {
      guard let level = statement.level, let evidence = statement.evidence.first else { continue }
      var isReported = false
      let versions = statement.versions.listed.isEmpty ? [""] : statement.versions.listed
      for version in versions {
        let key = Key(
          clientID: statement.clientID, featureID: statement.featureID, version: version)
        guard let first = firsts[key] else {
          firsts[key] = (level, evidence)
          continue
        }
        guard first.level != level, !isReported else { continue }
        isReported = true
        contradictions.append(
          Contradiction(
            clientID: statement.clientID, level: level, earlierLevel: first.level,
            later: evidence, earlier: first.evidence))
      }
    }
    return contradictions
  }
}
