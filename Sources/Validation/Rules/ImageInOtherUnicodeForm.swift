import GuideModel
import SourceText
import Syntax

extension Rule {
  static let imageInOtherUnicodeForm = Rule(
    name: "image-in-other-unicode-form", severity: .warning,
    summary: "a picture's name looks like its file's, but is made of other characters",
    explanation: """
      「ガ」 can be one character, or 「カ」 with a mark behind it: names that were made on a Mac are \
      often of the second form. wikiguide shows the picture all the same; the wiki itself and other \
      programs find no such file. Give the file the name that the page has, letter for letter.
      """,
    wrong: Example(
      "a mark of its own", "#ref(\u{30AB}\u{3099}.png)\n",
      images: ["\u{30AC}.png"]),
    right: Example(
      "one character", "#ref(\u{30AC}.png)\n",
      images: ["\u{30AC}.png"]),
    shownCheck: { shown, index in
      let file = shown.page.document.file
      return shown.local.compactMap { image, number in
        // ASCII has one form only.
        guard !index.imageUses.pictures[number].isASCII else { return nil }
        let path = index.imageUses.pictures[number].path
        let address = file.text(image.source)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let written = address.split(separator: "/").last.map(String.init) ?? address
        guard case .otherUnicodeForm? = ImageSpelling.of(written: written, file: name) else {
          return nil
        }
        let form = isComposed(written) ? "one character" : "a letter and a mark"
        return Finding(
          range: image.source,
          message:
            "'\(written)' is made of other characters than the file's name: here \(form) for "
            + "what looks the same",
          help: "rename the file, letter for letter as the page names it", subject: address)
      }
    })

  /// Whether no mark stands alone behind its letter.
  private static func isComposed(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.canonicalCombiningClass != .notReordered }
  }
}
