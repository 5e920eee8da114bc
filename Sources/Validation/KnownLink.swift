import GuideModel
import SourceText
import Syntax

/// What earlier runs found out about an address outside of the site.
package struct KnownLink: Sendable {
  /// Days are `YYYY-MM-DD`.
  package enum Standing: Sendable, Equatable {
    case alive
    /// - Parameter isFailing: whether it has been so for long enough, or was never good.
    case dead(since: String, isFailing: Bool)
    /// It did not answer for a long time, and nobody knows whether it works for readers.
    case unconfirmed(since: String)
  }

  package let standing: Standing
  /// Why, as the rest of a sentence that begins with the address.
  package let reason: String
  /// Where it leads, where that is another address.
  package let finalAddress: String?
  /// Whether all that lead there say that it is for good.
  package let isMovedForGood: Bool
  /// Fragments that the page surely does not have.
  package let missingFragments: [String]
  /// Where an archive keeps the page, or may.
  package let archive: String?

  package init(
    standing: Standing, reason: String, finalAddress: String? = nil, isMovedForGood: Bool = false,
    missingFragments: [String] = [], archive: String? = nil
  ) {
    self.standing = standing
    self.reason = reason
    self.finalAddress = finalAddress
    self.isMovedForGood = isMovedForGood
    self.missingFragments = missingFragments
    self.archive = archive
  }
}

extension SiteIndex {
  /// Findings on addresses that a page is the first to name, with the other places as notes.
  func linkFindings(
    on page: PageReading, _ fault: (ExternalLinks.Link, KnownLink) -> Finding?
  ) -> [Finding] {
    guard let external else { return [] }
    return external.first(on: page.path).compactMap { link in
      guard let known = knownLinks[link.address], var finding = fault(link, known) else {
        return nil
      }
      finding.notes += link.places.dropFirst().prefix(100).map {
        .init("named here too", at: $0.place)
      }
      return finding
    }
  }
}
