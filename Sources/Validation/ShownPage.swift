import GuideModel
import SourceText
import Syntax

/// A page that is judged, with what several rules ask for, each worked out once and only if some rule
/// asks: its words, its pictures, its addresses, its guides.
final class ShownPage {
  let page: PageReading
  private let number: Int
  private let index: SiteIndex

  init(_ number: Int, _ index: SiteIndex) {
    page = index.library.pages[number]
    self.number = number
    self.index = index
  }

  /// Where the page's visible words stand in its source.
  private(set) lazy var words = page.facts.words.ranges

  /// The guides that stand on the page, with the ids that they have on the site.
  private(set) lazy var guides = index.library.guides(on: page.path)

  /// The addresses of links and of pictures on other hosts, in file order.
  private(set) lazy var addresses = WrittenAddress.all(on: self)

  /// The references to steps that stand in the guides.
  private(set) lazy var stepReferences = guides.flatMap(WrittenReference.all)

  /// Words that name the guide of a step, with what they led to.
  private(set) lazy var references = WrittenReference.namingGuides(on: self, index)

  /// Whether the numbers of the steps simply go on, one after the other, in all procedures.
  private(set) lazy var numbersGoOn = page.guides.allSatisfy { guide in
    guide.procedures.allSatisfy(StepRuns.goesOn)
  }

  // MARK: - Pictures

  /// Pictures that are files of the site, in the order of lines, with the numbers of their files.
  var local: [(image: Image, number: Int)] { pictures.local }
  /// Pictures whose files should be there and are not, with the paths at which they are missed.
  var missing: [(image: Image, path: String)] { pictures.missing }
  /// Pictures on other hosts, with their addresses.
  var remote: [(image: Image, address: String)] { pictures.remote }

  private lazy var pictures = sortedPictures()

  private struct Pictures {
    var local: [(image: Image, number: Int)] = []
    var missing: [(image: Image, path: String)] = []
    var remote: [(image: Image, address: String)] = []
  }

  private func sortedPictures() -> Pictures {
    var pictures = Pictures()
    for (image, number) in index.imageUses.shown(on: number) {
      if let number {
        pictures.local.append((image, number))
        continue
      }
      switch index.images.location(of: image, on: page) {
      case .missing(let path): pictures.missing.append((image, path))
      case .remote(let address): pictures.remote.append((image, address))
      case .local: break
      }
    }
    return pictures
  }

  /// Those that no earlier page shows, each once.
  private lazy var firstShown: [ImageUses.Picture] = {
    var seen: Set<Int> = []
    return local.compactMap { _, number in
      guard index.imageUses.isFirstShown(number, on: self.number), seen.insert(number).inserted
      else { return nil }
      return index.imageUses.pictures[number]
    }
  }()

  /// Findings on pictures, each said at the first place that shows the picture, with the others as
  /// notes.
  /// - Parameter fault: what is wrong with a picture of the site, by its path.
  func imageFindings(_ fault: (_ path: String, _ use: ImageUses.Use) -> Finding?) -> [Finding] {
    firstShown.compactMap { picture in
      guard let first = picture.uses.first, var finding = fault(picture.path, first) else {
        return nil
      }
      finding.notes += picture.uses.dropFirst().map {
        .init("shown here too", at: index.imageUses.place(of: $0))
      }
      return finding
    }
  }

  /// The places in the steps of one guide that show one picture, where there are several.
  private(set) lazy var repeated = RepeatedPictures(self, index.imageUses)
}

extension SiteIndex {
  /// The page of a number, to be judged.
  func shown(_ number: Int) -> ShownPage { ShownPage(number, self) }
}
