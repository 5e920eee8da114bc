import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unsupportedPlugin = Rule(
    name: "unsupported-plugin", severity: .note,
    summary: "a plugin of the wiki is left out, since a published page cannot run it",
    explanation: """
      Plugins are programs of the live wiki: comment boxes, counters, lists of recent pages. Readers \
      of the published page see nothing in their place; of an inline plugin with a text in braces \
      they see the text. Nothing needs to be done unless readers miss it.
      """,
    wrong: Example("a comment box", "Write to us.\n#pcomment\n"),
    right: Example("plain text", "Write to us.\n"),
    check: { page, _ in
      let file = page.document.file
      return page.facts.plugins.filter { !$0.isForWikiOnly }.map { plugin in
        Finding(
          range: plugin.range.count > 60 ? plugin.name : plugin.range,
          message: "the plugin '\(file.text(plugin.name))' is left out",
          help: plugin.content.isEmpty && plugin.lines.isEmpty
            ? nil : "its text in braces is shown")
      }
    })
}
