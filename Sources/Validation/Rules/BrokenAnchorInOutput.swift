import GuideModel
import SourceText

extension Rule {
  /// Found by whoever reads the published site.
  package static let brokenAnchorInOutput = Rule(
    name: "broken-anchor-in-output", severity: .error,
    summary: "a published page names a place that another page does not have",
    explanation: """
      The reader lands at the top of the page. Where the link comes from the template or the \
      configuration, correct it there.
      """,
    wrong: Example(
      "a place that is not there",
      published: "<a href=\"index.html#news\">News</a><h2 id=\"changes\">Changes</h2>"),
    right: Example(
      "a place of the page",
      published: "<a href=\"index.html#changes\">News</a><h2 id=\"changes\">Changes</h2>"),
    isFoundInOutput: true)
}
