/// What a fact of a list is about. The names are those of the written form of changes.
package enum ListAspect: String, Sendable, CaseIterable {
  /// The client or the feature as a whole.
  case entry
  case level, versions, requirements
  case renamed, name
  case notes, basis, verified
  case description, standard, deprecated, successors
  case specifications
  case kind, vendor, platforms, distribution, license, lifecycle
  case guide, steps, images
  case entryPoints = "entry-points"
  case links
  case movedLinks = "moved-links"
  case linkStatus = "link-status"

  /// Where a change of it is told, if it is not one of support itself.
  var section: ChangeSection {
    switch self {
    case .entry, .level: .note
    case .versions: .version
    case .requirements: .requirement
    case .renamed, .name, .notes, .basis, .verified, .description, .standard,
      .deprecated, .successors, .specifications, .kind, .vendor, .platforms, .distribution,
      .license, .lifecycle:
      .note
    case .guide, .steps, .images, .entryPoints: .guide
    case .links, .movedLinks, .linkStatus: .link
    }
  }
}
