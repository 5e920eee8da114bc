import GuideModel
import ImageFiles
import SourceText
import Syntax

extension Rule {
  static let brokenImageFile = Rule(
    name: "broken-image-file", severity: .error,
    summary: "a picture's file is empty, cut off, damaged or no picture at all",
    explanation: """
      Readers see a gap, or half of the picture. It happens when a transfer ends early, when a \
      server sends an error page instead of the file, or when Git LFS has not fetched the file \
      itself. Put the picture in its place again.
      """,
    wrong: Example(
      "half a file", "https://wiki.example/images/step1.png\n",
      pictures: [
        .broken("images/step1.png", .cutOff(part: "chunk IDAT", at: 33, expected: 9000, end: 4096))
      ]),
    right: Example(
      "the whole file", "https://wiki.example/images/step1.png\n",
      images: ["images/step1.png"]),
    shownCheck: { shown, index in
      shown.imageFindings { path, use in
        guard let fault = index.images.facts(of: path)?.fault else { return nil }
        switch fault {
        // The picture is whole: other rules speak of its size.
        case .noSize, .hugeSize: return nil
        case .empty, .webPage, .gitLFSPointer, .text, .zeros, .unknownFormat, .otherFormat,
          .cutOff, .damaged:
          return Finding(
            range: use.range, message: "'\(path)' \(fault)", help: help(fault),
            subject: path)
        }
      }
    })

  private static func help(_ fault: ImageFault) -> String {
    switch fault {
    case .gitLFSPointer: "fetch the file itself with 'git lfs pull'"
    case .webPage, .text:
      "a server or program wrote something else under this name: take the picture anew"
    case .otherFormat, .unknownFormat: "save it as PNG"
    case .empty, .zeros, .cutOff, .damaged, .noSize, .hugeSize:
      "put the whole picture in its place again"
    }
  }
}
