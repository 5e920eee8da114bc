/// The levels of a list, and which of two is better.
///
/// A client that needs its user's hand does all that one without does; one that works in part leaves
/// something out. `untested` says nothing that could be compared.
package enum ListedLevel: String, Sendable, CaseIterable {
  case native, manual, partial, unsupported, untested

  /// Nil where nothing is known.
  var rank: Int? {
    switch self {
    case .native: 3
    case .manual: 2
    case .partial: 1
    case .unsupported: 0
    case .untested: nil
    }
  }

  /// The kind of change from one level to another.
  func change(to new: ListedLevel) -> ChangeSection? {
    guard self != new else { return nil }
    switch (rank, new.rank) {
    // What was not known is known now, and the other way about.
    case (nil, _): return .addition
    case (_, nil): return .downgrade
    case (let old?, let new?): return new > old ? .upgrade : .downgrade
    }
  }
}
