import GuideModel
import SourceText
import Syntax

/// Where each picture of the site is shown.
struct ImageUses: Sendable {
  /// One place that shows a picture.
  struct Use: Sendable {
    let place: SourcePlace
    /// The step that shows it; nil outside of steps.
    let step: StepName?
    /// What the author says that it shows, or the step's text.
    let description: SourceRange?
    let image: Image
  }

  /// A step of the site.
  struct StepName: Sendable, Hashable {
    let guide: String
    let procedure: Int
    let ordinal: Int
    /// What readers call it.
    let name: String
  }

  /// By the path under which the picture is published, in the order of pages and lines.
  let byPath: [String: [Use]]

  init(_ library: GuideLibrary, _ images: ImageSources) {
    var byPath: [String: [Use]] = [:]
    for page in library.pages where !page.facts.images.isEmpty {
      let steps = Self.steps(of: page, library)
      // A description may be made of a link around the picture: then it stands twice in the facts.
      var seen: Set<SourceRange> = []
      for image in page.facts.images.sorted(by: { $0.range < $1.range }) {
        guard seen.insert(image.range).inserted,
          case .local(let path) = images.location(of: image, on: page)
        else { continue }
        byPath[path, default: []].append(
          Use(
            place: SourcePlace(page.path, image.source),
            step: steps.last { $0.range.contains(image.range.lower) }?.name,
            description: image.description, image: image))
      }
    }
    self.byPath = byPath
  }

  private static func steps(
    of page: PageReading, _ library: GuideLibrary
  ) -> [(range: SourceRange, name: StepName)] {
    library.guides(on: page.path).flatMap { guide in
      guide.procedures.enumerated().flatMap { index, procedure in
        procedure.steps.map { step in
          (
            step.details.reduce(step.range) { $0.union($1.range) },
            StepName(
              guide: guide.id, procedure: index, ordinal: step.ordinal, name: step.name)
          )
        }
      }
    }
  }
}

extension SiteIndex {
  /// Findings on pictures, each said at the first place that shows the picture, with the others as
  /// notes.
  /// - Parameter fault: what is wrong with a picture of the site, by its path.
  func imageFindings(
    on page: PageReading, _ fault: (_ path: String, _ use: ImageUses.Use) -> Finding?
  ) -> [Finding] {
    var seen: Set<String> = []
    return page.facts.images.sorted { $0.range < $1.range }.compactMap { image in
      guard case .local(let path) = images.location(of: image, on: page),
        seen.insert(path).inserted, let uses = imageUses.byPath[path], let first = uses.first,
        first.place.path == page.path, var finding = fault(path, first)
      else { return nil }
      finding.notes += uses.dropFirst().prefix(100).map { .init("shown here too", at: $0.place) }
      return finding
    }
  }
}
