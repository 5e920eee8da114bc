import GuideModel
import SourceText
import Syntax

extension Rule {
  static let imageInOtherLetterCase = Rule(
    name: "image-in-other-letter-case", severity: .error,
    summary: "a picture's name has capital letters where its file has small ones, or the other way",
    explanation: """
      `Step1.GIF` and `step1.gif` are two files on most servers, though not on the computers that \
      many pages are written on: readers see a gap. Write the name as the file has it.
      """,
    wrong: Example(
      "capital letters", "https://wiki.example/images/Step1.gif\n",
      images: ["images/step1.gif"]),
    right: Example(
      "the file's own name", "https://wiki.example/images/step1.gif\n",
      images: ["images/step1.gif"]),
    shownCheck: { shown, index in
      let file = shown.page.document.file
      return shown.missing.compactMap { image, path in
        guard !SitePath.leaves(path),
          case .otherLetterCase(let existing)? = ImageSpelling.of(missing: path, index)
        else { return nil }
        let address = file.text(image.source)
        return Finding(
          range: image.source, message: "there is no file '\(path)' for '\(address)'",
          help: "letter case counts: the file is '\(existing)'",
          suggestion: suggestion(existing, for: path, in: address, at: image.source),
          subject: address)
      }
    })

  /// The address with the parts of the path that differ as the file has them.
  private static func suggestion(
    _ existing: String, for path: String, in address: String, at range: SourceRange
  ) -> Diagnostic.Suggestion? {
    let common = zip(existing, path).prefix { $0 == $1 }.count
    let written = path.dropFirst(common)
    guard !written.isEmpty, address.hasSuffix(written) else { return nil }
    return Diagnostic.Suggestion(
      range, replacement: String(address.dropLast(written.count)) + existing.dropFirst(common))
  }
}
