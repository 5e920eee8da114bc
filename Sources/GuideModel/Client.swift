import SourceText

/// A mail program, one entry for all places of the site that name it.
package struct Client: Sendable {
  /// Stable id for addresses and data: lower-case ASCII words joined by `-`.
  package let id: String
  package var name: String
  /// Every spelling found, in the order found.
  package var asWritten: [String]
  /// Known short forms that pages used, such as `OE6`.
  package var aliases: [String]
  package var kind: Kind
  package var distribution: Distribution
  package var links: [ClientLink]
  /// Who makes it.
  package var vendor: Sourced<String>?
  package var platforms: Sourced<[ClientProfile.Platform]>?
  package var lifecycle: Sourced<Lifecycle>?
  /// An SPDX expression, such as `MPL-2.0`; a word for the price is no licence.
  package var license: Sourced<String>?
  package var evidence: [Evidence]

  package enum Kind: String, Sendable { case desktop, mobile, webmail, terminal, unknown }

  package init(
    id: String, name: String, asWritten: [String] = [], aliases: [String] = [],
    kind: Kind = .unknown, distribution: Distribution = .unknown, links: [ClientLink] = [],
    evidence: [Evidence] = []
  ) {
    self.id = id
    self.name = name
    self.asWritten = asWritten
    self.aliases = aliases
    self.kind = kind
    self.distribution = distribution
    self.links = links
    self.evidence = evidence
  }
}

/// How a client is had: a matter of price, never of licence.
package struct Distribution: Sendable, Equatable {
  package let model: Model
  /// The author's word for it; empty for `unknown`.
  package let asWritten: String
  package let evidence: [Evidence]

  package enum Model: String, Sendable {
    case freeOfCharge = "free-of-charge"
    case shareware, commercial, bundled, unknown
  }

  package init(model: Model, asWritten: String, evidence: [Evidence]) {
    self.model = model
    self.asWritten = asWritten
    self.evidence = evidence
  }

  package static let unknown = Distribution(model: .unknown, asWritten: "", evidence: [])
}

package struct ClientLink: Sendable {
  package enum Relation: String, Sendable { case homepage, download, documentation }

  package let relation: Relation
  package let url: String
  package let evidence: Evidence
  /// Where the page has moved to; nil where nobody says that it has.
  package var movedTo: Sourced<String>?
  /// Whether somebody says that the page is gone.
  package var isGone: Sourced<Bool>?

  package init(relation: Relation, url: String, evidence: Evidence) {
    self.relation = relation
    self.url = url
    self.evidence = evidence
  }
}
