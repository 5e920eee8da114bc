import GuideModel
import SourceText
import Syntax

extension Rule {
  static let missingImageFile = Rule(
    name: "missing-image-file", severity: .error,
    summary: "a picture that should lie beside the pages does not exist",
    explanation: """
      Readers see a gap where the picture should be. Add the file, or correct its name. Letter \
      case counts: `Step1.GIF` and `step1.gif` are two files on most servers.
      """,
    wrong: Example(
      "another letter case", "https://wiki.example/images/Step1.gif\n",
      images: ["images/step1.gif"]),
    right: Example(
      "the file's own name", "https://wiki.example/images/step1.gif\n",
      images: ["images/step1.gif"]),
    check: { page, index in
      let file = page.document.file
      return page.facts.images.compactMap { image in
        let address = file.text(image.source)
        guard case .missing(let path) = index.images.location(of: image, on: page) else {
          return nil
        }
        // What leaves the site is another rule's matter.
        guard !SitePath.leaves(path) else { return nil }
        let nearest = index.imagePaths.find(path)
        guard image.holder == .none || path.contains("/") else {
          return Finding(
            range: image.source, message: "no file '\(address)' is attached to this page",
            help: "attach the file, or correct its name; SVG files, which anybody may attach, are "
              + "not published")
        }
        return Finding(
          range: image.source, message: "there is no file '\(path)' for '\(address)'",
          help: help(for: path, nearest: nearest),
          suggestion: nearest.flatMap { suggestion($0, for: path, in: address, at: image.source) })
      }
    })

  private static func help(for path: String, nearest: String?) -> String {
    guard let nearest else { return "add the file, or correct its name" }
    return nearest.lowercased() == path.lowercased()
      ? "letter case counts: the file is '\(nearest)'" : "did you mean '\(nearest)'?"
  }

  /// Sure only where nothing but the letter case of the last parts differs.
  private static func suggestion(
    _ existing: String, for path: String, in address: String, at range: SourceRange
  ) -> Diagnostic.Suggestion? {
    guard existing.lowercased() == path.lowercased() else { return nil }
    let common = zip(existing, path).prefix { $0 == $1 }.count
    let written = path.dropFirst(common)
    guard !written.isEmpty, address.hasSuffix(written) else { return nil }
    return Diagnostic.Suggestion(
      range, replacement: String(address.dropLast(written.count)) + existing.dropFirst(common))
  }
}
