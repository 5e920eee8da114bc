import GuideModel
import SourceText

extension Rule {
  /// Found by whoever reads the published site: no page of the wiki shows it.
  package static let brokenLinkInOutput = Rule(
    name: "broken-link-in-output", severity: .error,
    summary: "a published page names a file that the site does not have",
    explanation: """
      'wikiguide check --output' reads the site as its readers get it. Links that stand around the \
      pages come from the template, the theme's files or the configuration; the finding points there. \
      Correct the address, or publish the file.
      """,
    wrong: Example(
      "a template with a link to nothing", published: "<a href=\"privacy.html\">Privacy</a>"),
    right: Example(
      "a link to a page of the site", published: "<a href=\"index.html\">Home</a>"),
    isFoundInOutput: true)
}
