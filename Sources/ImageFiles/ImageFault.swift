/// What is wrong with an image file: the first thing that was found.
///
/// The description continues a sentence that begins with the file's name.
package enum ImageFault: Sendable, Equatable, CustomStringConvertible {
  case empty
  /// A web page under an image's name, as servers send in place of files that are gone.
  case webPage
  case gitLFSPointer
  case text
  /// Nothing but zeros at the beginning, as a crash or a full disk leaves behind.
  case zeros
  case unknownFormat
  /// A format that has a name but is not for web pages.
  case otherFormat(String)
  /// A part begins in the file and should reach to `expected`, where that is known.
  case cutOff(part: String, at: Int, expected: Int?, end: Int)
  /// - Parameter what: a clause without its place, like "the checksum of chunk IDAT is wrong".
  case damaged(at: Int, what: String)
  case noSize
  case hugeSize(width: Int, height: Int)

  package var description: String {
    switch self {
    case .empty: "is empty"
    case .webPage: "is a web page, not a picture"
    case .gitLFSPointer: "is a pointer of Git LFS, not the picture itself"
    case .text: "is plain text, not a picture"
    case .zeros: "begins with nothing but zeros: its content is lost"
    case .unknownFormat: "is no picture of a known format"
    case .otherFormat(let name): "is \(name), not one of \(Self.formats)"
    case .cutOff(let part, let start, let expected?, let end):
      "is cut off: \(part) at byte \(start) should reach to byte \(expected), "
        + "the file ends at byte \(end)"
    case .cutOff(let part, let start, nil, let end):
      "is cut off: \(part) at byte \(start) does not end, the file ends at byte \(end)"
    case .damaged(let offset, let what): "is damaged at byte \(offset): \(what)"
    case .noSize: "does not say how large its picture is"
    case .hugeSize(let width, let height):
      "says a size of \(width) by \(height) pixels, more than browsers show"
    }
  }

  private static let formats = ImageFormat.allCases.map(\.title).joined(separator: ", ")
}
