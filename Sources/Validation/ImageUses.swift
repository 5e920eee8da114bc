import GuideModel
import SourceText
import Syntax

/// Where each picture of the site is shown, and where words are read: what several rules ask for.
package struct ImageUses: Sendable {
  /// One place that shows a picture.
  struct Use: Sendable {
    let place: SourcePlace
    /// The step that shows it; nil outside of steps.
    let step: StepName?
  }

  /// A step of the site.
  struct StepName: Sendable, Hashable {
    let guide: String
    let procedure: Int
    let ordinal: Int
    /// What readers call it.
    let name: String
  }

  /// A picture on a page, and where its file is.
  typealias Shown = (image: Image, location: ImageSources.Location)

  /// By the path under which the picture is published, in the order of pages and lines.
  let byPath: [String: [Use]]
  /// The paths of the pictures that each page is the first to show, by the page's path.
  let firstOnPage: [String: [String]]
  /// The pictures of each page in the order of its lines, by the page's path.
  let onPage: [String: [Shown]]
  /// The places in the steps of one guide that show one picture, where there are several.
  let inSteps: [PictureInGuide: [Use]]
  /// Where the visible words of each page stand, by the page's path.
  let words: [String: [SourceRange]]

  /// - Parameter map: works through pages, perhaps in parallel.
  init(_ library: GuideLibrary, _ images: ImageSources, map: PageMap) {
    let found = map(library.pages) { Self.uses(on: $0, library, images) }
    var byPath: [String: [Use]] = [:]
    var onPage: [String: [Shown]] = [:]
    var words: [String: [SourceRange]] = [:]
    var inSteps: [PictureInGuide: [Use]] = [:]
    var firstOnPage: [String: [String]] = [:]
    onPage.reserveCapacity(found.count)
    words.reserveCapacity(found.count)
    for (page, found) in zip(library.pages, found) {
      words[page.path] = found.words
      if !found.shown.isEmpty { onPage[page.path] = found.shown }
      for (path, use) in found.uses {
        if byPath[path] == nil { firstOnPage[page.path, default: []].append(path) }
        byPath[path, default: []].append(use)
      }
      inSteps.merge(found.inSteps) { first, _ in first }
    }
    self.byPath = byPath
    self.firstOnPage = firstOnPage
    self.onPage = onPage
    self.words = words
    self.inSteps = inSteps
  }

  /// The pictures and the words of one page.
  package struct OnPage: Sendable {
    var shown: [Shown] = []
    var uses: [(path: String, use: Use)] = []
    var words: [SourceRange] = []
    var inSteps: [PictureInGuide: [Use]] = [:]
  }

  private static func uses(
    on page: PageReading, _ library: GuideLibrary, _ images: ImageSources
  ) -> OnPage {
    var found = OnPage()
    found.words = VisibleRanges.of(page.document)
    guard !page.facts.images.isEmpty else { return found }
    let steps = steps(of: page, library)
    // A description may be made of a link around the picture: then it stands twice in the facts.
    var seen: Set<SourceRange> = []
    for image in page.facts.images.sorted(by: { $0.range < $1.range }) {
      guard seen.insert(image.range).inserted else { continue }
      let location = images.location(of: image, on: page)
      found.shown.append((image, location))
      guard case .local(let path) = location else { continue }
      found.uses.append(
        (
          path,
          Use(
            place: SourcePlace(page.path, image.source),
            step: steps.last { $0.range.contains(image.range.lower) }?.name)
        ))
    }
    found.inSteps = inSteps(found.uses, images)
    return found
  }

  /// A guide stands on one page, and so do all its steps.
  private static func inSteps(
    _ uses: [(path: String, use: Use)], _ images: ImageSources
  ) -> [PictureInGuide: [Use]] {
    var places: [PictureInGuide: [Use]] = [:]
    for (path, use) in uses {
      guard let step = use.step else { continue }
      let picture = PictureInGuide(picture: images.twin(of: path) ?? path, guide: step.guide)
      places[picture, default: []].append(use)
    }
    return places.filter { $0.value.count > 1 }
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

/// Works through pages, perhaps in parallel; the results stand in the order of the pages.
typealias PageMap = ([PageReading], @escaping @Sendable (PageReading) -> ImageUses.OnPage) ->
  [ImageUses.OnPage]

extension SiteIndex {
  /// Where a page's visible words stand in its source.
  func visibleRanges(on page: PageReading) -> [SourceRange] { imageUses.words[page.path] ?? [] }

  /// A page's pictures with where their files are, in the order of its lines.
  func pictures(on page: PageReading) -> [ImageUses.Shown] { imageUses.onPage[page.path] ?? [] }

  /// Those whose files the site has, with the paths of these.
  func shownPictures(on page: PageReading) -> [(image: Image, path: String)] {
    pictures(on: page).compactMap { image, location in
      if case .local(let path) = location { (image, path) } else { nil }
    }
  }

  /// Findings on pictures, each said at the first place that shows the picture, with the others as
  /// notes.
  /// - Parameter fault: what is wrong with a picture of the site, by its path.
  func imageFindings(
    on page: PageReading, _ fault: (_ path: String, _ use: ImageUses.Use) -> Finding?
  ) -> [Finding] {
    (imageUses.firstOnPage[page.path] ?? []).compactMap { path in
      guard let uses = imageUses.byPath[path], let first = uses.first,
        var finding = fault(path, first)
      else { return nil }
      finding.notes += uses.dropFirst().prefix(100).map { .init("shown here too", at: $0.place) }
      return finding
    }
  }
}
