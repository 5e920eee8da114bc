import GuideModel
import SourceText
import Syntax

extension Rule {
  static let missingAttachment = Rule(
    name: "missing-attachment", severity: .error,
    summary: "a link names an attached file that does not exist or is not published",
    explanation: """
      The words are shown without a link. Attach the file, correct its name, or name the page that \
      it is attached to. Files that could do harm in a browser, such as pages and programs, are \
      never published.
      """,
    wrong: Example("a file that is not there", "#ref(manual.pdf)\n"),
    right: Example("an address", "#ref(https://wiki.example/manual.pdf)\n"),
    check: { page, index in
      let file = page.document.file
      return page.facts.links.compactMap { link in
        guard case .attachment(let name, let holder) = link.target,
          index.images.attachment(file.text(name), of: holder.map(file.text), on: page) == nil
        else { return nil }
        return Finding(
          range: name, message: "there is no attached file '\(file.text(name))' to link to",
          help: "attach the file, or correct its name")
      }
    })
}
