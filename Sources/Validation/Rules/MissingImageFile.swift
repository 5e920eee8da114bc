import GuideModel
import SourceText
import Syntax

extension Rule {
  static let missingImageFile = Rule(
    name: "missing-image-file", severity: .error,
    summary: "a picture that should lie beside the pages does not exist",
    explanation: """
      Readers see a frame with the picture's name where the picture should be. Add the file, or \
      correct its name.
      """,
    wrong: Example(
      "a slip in the name", "https://wiki.example/images/setp1.gif\n",
      images: ["images/step1.gif"]),
    right: Example(
      "the file's own name", "https://wiki.example/images/step1.gif\n",
      images: ["images/step1.gif"]),
    shownCheck: { shown, index in
      let file = shown.page.document
      return shown.missing.compactMap { image, path in
        guard
          // What leaves the site, and what differs in letter case alone, are other rules' matters.
          !SitePath.leaves(path), ImageSpelling.of(missing: path, index) == nil
        else { return nil }
        let address = file.text(image.source)
        guard image.holder == .none || path.contains("/") else {
          return Finding(
            range: image.source, message: "no file '\(address)' is attached to this page",
            help: "attach the file, or correct its name; SVG files, which anybody may attach, are "
              + "not published", subject: address)
        }
        return Finding(
          range: image.source, message: "there is no file '\(path)' for '\(address)'",
          help: index.imagePaths.find(path).map { "did you mean '\($0)'?" }
            ?? "add the file, or correct its name", subject: address)
      }
    })
}
