/// A fact about a client or a feature together with what it rests on.
package struct Sourced<Value: Sendable>: Sendable {
  package let value: Value
  package let basis: SupportStatement.Basis
  /// Where it stands in the site's own files; never empty.
  package let evidence: [Evidence]
  /// What its curator took it from, as written: an address or the name of a document. Nil for facts
  /// of pages, which are their own source.
  package let reference: String?

  package init(
    _ value: Value, basis: SupportStatement.Basis, evidence: [Evidence], reference: String? = nil
  ) {
    self.value = value
    self.basis = basis
    self.evidence = evidence
    self.reference = reference
  }
}
