import GuideModel
import SourceText
import Syntax

extension Rule {
  static let pathLeavesSite = Rule(
    name: "path-leaves-site", severity: .error,
    summary: "the path of a picture or file leads out of the content folder",
    explanation: """
      Such a path is never opened. A page may only show files that lie with it in the content \
      folder. Put a copy there, and write its path from there on.
      """,
    wrong: Example("a folder above", "https://wiki.example/images/../../etc/logo.png\n"),
    right: Example(
      "a path inside", "https://wiki.example/images/logo.png\n", images: ["images/logo.png"]),
    shownCheck: { shown, _ in
      let page = shown.page
      let file = page.document.file
      let images = shown.missing.map { image, path in (image.source, path) }
      let files = page.facts.links.compactMap { link -> (SourceRange, String)? in
        guard case .attachment(let name, _) = link.target else { return nil }
        return (name, file.text(name))
      }
      return (images + files).compactMap { range, path in
        guard SitePath.leaves(path) else { return nil }
        return Finding(
          range: range, message: "'\(file.text(range))' leads out of the content folder",
          help: "put a copy into the content folder", subject: file.text(range))
      }
    })
}

/// Paths as authors write them.
enum SitePath {
  /// Whether a path names something outside the folder that it is seen from, in whatever spelling.
  static func leaves(_ path: String) -> Bool {
    let plain = path.replacing("%2f", with: "/").replacing("%2F", with: "/")
      .replacing("%2e", with: ".").replacing("%2E", with: ".")
      .replacing("%5c", with: "\\").replacing("%5C", with: "\\")
    if plain.hasPrefix("/") || plain.contains("\\") { return true }
    if plain != path, plain.contains("/"), path.lowercased().contains("%2f") { return true }
    return plain.split(separator: "/").contains("..")
  }
}
