import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unsupportedMarkup = Rule(
    name: "unsupported-markup", severity: .note,
    summary: "markup that is not understood is shown as text, or its text without it",
    explanation: """
      Pages may hold the simple elements of HTML: pictures, line breaks, keys, links, emphasis. \
      Tables and lists of HTML lose their arrangement, and all other elements are shown as they are \
      written: passing them on would let a page run programs in its readers' browsers. Each kind is \
      said once a page.
      """,
    wrong: Example("a film", markdown: "Watch this.\n\n<video src=\"setup.mp4\"></video>\n"),
    right: Example("a link to it", markdown: "Watch [this](https://mail.example/setup.mp4).\n"),
    check: { page, _ in
      var kinds: Set<String> = []
      return page.document.unreadMarkup.sorted { $0.range < $1.range }.compactMap { markup in
        guard kinds.insert(markup.name).inserted else { return nil }
        return Finding(
          range: markup.range.count > 60
            ? SourceRange(markup.range.lower, markup.range.lower + 1 + markup.name.utf8.count)
            : markup.range,
          message: "'<\(markup.name)>' is not understood",
          help: "write it in Markdown, or leave it to be read as text", subject: markup.name)
      }
    })
}
