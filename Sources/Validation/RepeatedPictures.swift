import GuideModel
import SourceText
import Syntax

/// Pictures that the steps of one guide show several times. A guide stands on one page, and so do all
/// its steps.
struct RepeatedPictures {
  /// A place that shows a picture, and the step in which it stands.
  struct Use {
    let image: SourceRange
    let step: StepName
  }

  /// A step of the site.
  struct StepName: Hashable {
    let guide: String
    let procedure: Int
    let ordinal: Int
    /// What readers call it.
    let name: String
  }

  private struct PictureInGuide: Hashable {
    /// The number of the first file that holds it.
    let picture: Int
    let guide: String
  }

  /// The places that show one picture, in the order of lines.
  private struct Uses {
    var places: [Use] = []
    /// The first place in another step than that of the first place.
    var other: Int?

    mutating func add(_ use: Use) {
      if other == nil, let first = places.first, first.step != use.step { other = places.count }
      places.append(use)
    }
  }

  private var uses: [PictureInGuide: Uses] = [:]

  var isEmpty: Bool { uses.isEmpty }

  init(_ shown: ShownPage, _ pictures: ImageUses) {
    let numbers = shown.local.map { pictures.pictures[$0.number].first }.sorted()
    // Most pages show each picture once: then nobody asks for the steps.
    guard zip(numbers, numbers.dropFirst()).contains(where: ==) else { return }
    let steps = Self.steps(of: shown.guides)
    let index = StretchIndex(steps.map(\.stretch))
    for (image, number) in shown.local {
      guard let step = index.last(around: image.range.lower).map({ steps[$0].name }) else {
        continue
      }
      let key = PictureInGuide(picture: pictures.pictures[number].first, guide: step.guide)
      uses[key, default: Uses()].add(Use(image: image.source, step: step))
    }
    uses = uses.filter { $0.value.places.count > 1 }
  }

  /// All places that show a picture in the steps of a guide; none where there is but one.
  /// - Parameter picture: the number of the first file that holds it.
  func places(of picture: Int, in guide: Guide) -> [Use] {
    uses[PictureInGuide(picture: picture, guide: guide.id)]?.places ?? []
  }

  /// The step in which a picture stands, and the first place before it that shows the same picture in
  /// another step.
  func clash(
    at image: SourceRange, of picture: Int, in guide: Guide
  ) -> (step: StepName, earlier: Use)? {
    guard let uses = uses[PictureInGuide(picture: picture, guide: guide.id)] else { return nil }
    var low = 0
    var high = uses.places.count
    while low < high {
      let middle = (low + high) / 2
      if uses.places[middle].image < image { low = middle + 1 } else { high = middle }
    }
    guard low < uses.places.count, uses.places[low].image == image else { return nil }
    let step = uses.places[low].step
    let earlier = uses.places[0].step == step ? uses.other : 0
    return earlier.flatMap { $0 < low ? (step, uses.places[$0]) : nil }
  }

  private static func steps(of guides: [Guide]) -> [(stretch: SourceRange, name: StepName)] {
    guides.flatMap { guide in
      guide.procedures.enumerated().flatMap { index, procedure in
        procedure.steps.map { step in
          (
            step.stretch,
            StepName(guide: guide.id, procedure: index, ordinal: step.ordinal, name: step.name)
          )
        }
      }
    }
  }
}

extension Step {
  /// Its text with the blocks that belong to it.
  var stretch: SourceRange { details.reduce(range) { $0.union($1.range) } }
}
