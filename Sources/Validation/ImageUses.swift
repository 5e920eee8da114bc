import GuideModel
import SourceText
import Syntax

/// Which pictures of the site each page shows, and where each picture is shown.
///
/// Pages and pictures are numbers here: a site has far more places that show pictures than either.
package struct ImageUses: Sendable {
  /// One place that shows a picture.
  struct Use: Sendable {
    fileprivate let page: UInt32
    /// The picture's address.
    let range: SourceRange
  }

  /// A file of the site that is a picture.
  struct Picture: Sendable {
    /// Under which it is published.
    let path: String
    /// The number of the first file with the same bytes; its own where there is no other.
    let first: Int
    /// Whether letters of the path have no other form in Unicode.
    let isASCII: Bool
    /// How often it is shown.
    fileprivate(set) var count = 0
    /// The first places that show it, in the order of pages and lines.
    fileprivate(set) var uses: [Use] = []
  }

  /// What a page shows in the place of each of its pictures, in the order of its lines.
  package struct OnPage: Sendable {
    fileprivate var numbers: [UInt32] = []
  }

  /// The first place is told, and so many others.
  static let mostOthers = 100
  /// In the place of a number: the picture is no file of the site.
  private static let elsewhere = UInt32.max

  private(set) var pictures: [Picture]
  private let numbers: [String: Int]
  private let pages: [PageReading]
  /// The pictures of all pages one after the other, and where those of each page begin.
  private var shown: [UInt32] = []
  private var starts: [Int] = [0]

  /// - Parameter map: works through the numbers of pages, perhaps in parallel.
  init(_ library: GuideLibrary, _ images: ImageSources, map: PageMap) {
    let paths = images.publishedPaths
    let numbers = Dictionary(
      zip(paths, paths.indices), uniquingKeysWith: { first, _ in first })
    let pages = library.pages
    self.numbers = numbers
    self.pages = pages
    pictures = paths.enumerated().map { number, path in
      Picture(
        path: path, first: images.twin(of: path).flatMap { numbers[$0] } ?? number,
        isASCII: path.utf8.allSatisfy { $0 < 0x80 })
    }
    let found = map(Array(pages.indices)) { Self.shown(on: pages[$0], images, numbers) }
    starts.reserveCapacity(found.count + 1)
    for (page, found) in found.enumerated() { add(found, of: page) }
  }

  private static func shown(
    on page: PageReading, _ images: ImageSources, _ numbers: [String: Int]
  ) -> OnPage {
    var found = OnPage()
    let shown = inOrder(page.facts.images)
    found.numbers.reserveCapacity(shown.count)
    for image in shown {
      guard case .local(let path) = images.location(of: image, on: page),
        let number = numbers[path]
      else {
        found.numbers.append(elsewhere)
        continue
      }
      found.numbers.append(UInt32(number))
    }
    return found
  }

  private mutating func add(_ found: OnPage, of page: Int) {
    shown += found.numbers
    starts.append(shown.count)
    guard found.numbers.contains(where: { $0 != Self.elsewhere }) else { return }
    let images = Self.inOrder(pages[page].facts.images)
    for (number, image) in zip(found.numbers, images) where number != Self.elsewhere {
      let number = Int(number)
      pictures[number].count += 1
      guard pictures[number].uses.count <= Self.mostOthers else { continue }
      pictures[number].uses.append(Use(page: UInt32(page), range: image.source))
    }
  }

  /// Each picture once, in the order of lines: a description may be made of a link around the picture,
  /// which then stands twice in the facts.
  private static func inOrder(_ images: [Image]) -> [Image] {
    let isInOrder = zip(images, images.dropFirst()).allSatisfy { $0.range < $1.range }
    guard !isInOrder else { return images }
    let sorted = images.sorted { $0.range < $1.range }
    return sorted.indices.filter { $0 == 0 || sorted[$0].range != sorted[$0 - 1].range }
      .map { sorted[$0] }
  }

  /// The pictures of a page with their numbers, in the order of its lines; nil for those that are no
  /// file of the site.
  func shown(on page: Int) -> [(image: Image, number: Int?)] {
    let range = starts[page]..<starts[page + 1]
    guard !range.isEmpty else { return [] }
    return zip(shown[range], Self.inOrder(pages[page].facts.images)).map { number, image in
      (image, number == Self.elsewhere ? nil : Int(number))
    }
  }

  func number(of path: String) -> Int? { numbers[path] }

  /// Whether some page shows the picture at a path.
  func isShown(_ path: String) -> Bool { numbers[path].map { pictures[$0].count > 0 } ?? false }

  /// Whether a picture is shown first on a page.
  func isFirstShown(_ number: Int, on page: Int) -> Bool {
    pictures[number].uses.first?.page == UInt32(page)
  }

  func place(of use: Use) -> SourcePlace { SourcePlace(pages[Int(use.page)].path, use.range) }

  /// The first place that shows the picture at a path.
  func firstPlace(of path: String) -> SourcePlace? {
    numbers[path].flatMap { pictures[$0].uses.first }.map(place)
  }
}

/// Works through the numbers of pages, perhaps in parallel; the results stand in their order.
typealias PageMap = ([Int], @escaping @Sendable (Int) -> ImageUses.OnPage) -> [ImageUses.OnPage]
