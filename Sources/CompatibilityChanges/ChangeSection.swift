/// The kinds of changes, in the order in which they are told: what readers lose comes first.
package enum ChangeSection: String, Sendable, CaseIterable, Comparable {
  case removal, downgrade, addition, upgrade, version, requirement, note, guide, link

  /// What a change of this kind means for whoever relies on the list.
  package var weight: ChangeWeight {
    switch self {
    case .removal, .downgrade: .major
    case .addition, .upgrade: .minor
    case .version, .requirement, .note, .guide, .link: .patch
    }
  }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: ChangeSection, right: ChangeSection) -> Bool {
    left.position < right.position
  }
}

/// Which part of a version number a change would raise; `none` where nothing changed.
package enum ChangeWeight: String, Sendable, CaseIterable, Comparable {
  case none, patch, minor, major

  package static func < (left: ChangeWeight, right: ChangeWeight) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
