import SourceText

/// One finding as every form for machines gives it out: a diagnostic with its places worked out, a
/// fingerprint, and no password anywhere.
package struct FindingRecord: Sendable, Hashable {
  package let rule: String
  package let severity: Severity
  package let place: FindingPlace
  /// The path in the content, which is the same wherever the command is run.
  package let contentPath: String
  package let message: String
  package let notes: [Note]
  package let help: String?
  package let fix: Fix?
  package let subject: String?
  package let context: Diagnostic.Context
  /// The same for the same finding after lines above it have changed.
  package let fingerprint: String

  package struct Note: Sendable, Hashable {
    package let message: String
    package let place: FindingPlace?
  }

  /// A replacement that a program may carry out. One that would hold a password is not given out.
  package struct Fix: Sendable, Hashable {
    package let certainty: Diagnostic.Suggestion.Certainty
    package let region: TextRegion
    package let replacement: String
  }

  /// Makes the records of a run's findings, in the order in which they are given.
  /// - Parameters:
  ///   - sources: the files that findings point into, by path.
  ///   - shownPath: how a form names a file; paths of findings are seen from the content folder.
  ///   - hash: hexadecimal digits for bytes, the same ones for ever.
  package static func all(
    _ diagnostics: [Diagnostic], sources: [String: SourceFile],
    shownPath: @escaping (String) -> String = { $0 }, hash: ([UInt8]) -> String
  ) -> [FindingRecord] {
    let fingerprints = Fingerprint.all(diagnostics, hash: hash)
    var places = PlaceFinder(sources: sources, shownPath: shownPath)
    return zip(diagnostics, fingerprints).map { FindingRecord($0, fingerprint: $1, &places) }
  }

  private init(_ diagnostic: Diagnostic, fingerprint: String, _ places: inout PlaceFinder) {
    rule = diagnostic.rule
    severity = diagnostic.severity
    place = places.place(diagnostic.place)
    contentPath = diagnostic.place.path.maskingPasswords
    message = diagnostic.message.maskingPasswords
    notes = diagnostic.notes.map { note in
      Note(
        message: note.message.maskingPasswords, place: note.place.map { places.place($0) })
    }
    help = diagnostic.help?.maskingPasswords
    fix = diagnostic.suggestion.flatMap { suggestion in
      guard suggestion.replacement == suggestion.replacement.maskingPasswords,
        let region = places.region(suggestion.range, path: diagnostic.place.path)
      else { return nil }
      return Fix(
        certainty: suggestion.certainty, region: region, replacement: suggestion.replacement)
    }
    subject = diagnostic.subject?.maskingPasswords
    context = diagnostic.context.maskingPasswords
    self.fingerprint = fingerprint
  }
}

extension Diagnostic.Context {
  fileprivate var maskingPasswords: Self {
    Self(
      guide: guide?.maskingPasswords, client: client?.maskingPasswords,
      section: section?.maskingPasswords, step: step?.maskingPasswords)
  }
}
