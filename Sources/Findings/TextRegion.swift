import SourceText

/// A stretch of a file as programs count it: lines and columns from 1, columns in Unicode scalars, the
/// end column behind the last character.
package struct TextRegion: Sendable, Hashable {
  package let startLine: Int
  package let startColumn: Int
  package let endLine: Int
  package let endColumn: Int
}

/// A place of a finding with all that can be said of it without its file.
package struct FindingPlace: Sendable, Hashable {
  /// The path as the reader of the form looks for it, parts separated by `/`.
  package let path: String
  /// Nil where the whole file is meant.
  package let region: TextRegion?
  package let excerpt: Excerpt?

  /// Some of the first line, passwords hidden; `column` is that of its first character.
  package struct Excerpt: Sendable, Hashable {
    package let text: String
    package let column: Int
  }
}

/// Looks up where ranges stand, and keeps the lines of each file that it has once counted.
struct PlaceFinder {
  private let sources: [String: SourceFile]
  private let shownPath: (String) -> String
  private var indexes: [String: LineIndex] = [:]

  /// The most characters of an excerpt.
  static let excerptLength = 200
  /// Longer lines are shown to nobody.
  private static let longestLine = 65_536

  /// - Parameter shownPath: how a form names a file.
  init(sources: [String: SourceFile], shownPath: @escaping (String) -> String) {
    self.sources = sources
    self.shownPath = shownPath
  }

  mutating func place(_ place: SourcePlace) -> FindingPlace {
    let path = shownPath(place.path).maskingPasswords
    guard let range = place.range, let region = region(range, path: place.path),
      let file = sources[place.path]
    else { return FindingPlace(path: path, region: nil, excerpt: nil) }
    return FindingPlace(
      path: path, region: region, excerpt: Self.excerpt(range, in: file, at: region))
  }

  /// Nil where nothing is known of the file. A range that leaves the file ends with it.
  mutating func region(_ range: SourceRange, path: String) -> TextRegion? {
    guard let file = sources[path] else { return nil }
    let index = indexes[path] ?? LineIndex(file)
    indexes[path] = index
    let start = min(range.lower, file.bytes.count)
    let end = min(max(range.upper, start), file.bytes.count)
    let from = index.location(of: start, in: file)
    let to = index.location(of: end, in: file)
    return TextRegion(
      startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column)
  }

  /// Of a long line, the characters around the range.
  private static func excerpt(
    _ range: SourceRange, in file: SourceFile, at region: TextRegion
  ) -> FindingPlace.Excerpt? {
    let line = file.line(around: range.lower)
    let start = line.lower == 0 ? min(file.textStart, line.upper) : line.lower
    guard line.upper - start <= longestLine else { return nil }
    let text = file.text(SourceRange(start, line.upper)).maskingPasswords
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > excerptLength else {
      return FindingPlace.Excerpt(text: text, column: 1)
    }
    let first = max(0, min(region.startColumn - 1 - 60, scalars.count - excerptLength))
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars[first..<(first + excerptLength)])
    return FindingPlace.Excerpt(text: String(shown), column: first + 1)
  }
}
