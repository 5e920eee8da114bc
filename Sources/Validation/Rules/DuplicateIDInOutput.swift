import GuideModel
import SourceText

extension Rule {
  /// Found by whoever reads the published site.
  package static let duplicateIDInOutput = Rule(
    name: "duplicate-id-in-output", severity: .error,
    summary: "two elements of a published page have one id",
    explanation: """
      Links to it lead to the first of the two, and programs that read pages aloud mix up labels. \
      wikiguide gives each place an id of its own; a template of yours may have added one twice.
      """,
    wrong: Example("one id for two", published: "<p id=\"a\">One</p><p id=\"a\">Two</p>"),
    right: Example("an id each", published: "<p id=\"a\">One</p><p id=\"b\">Two</p>"),
    isFoundInOutput: true)
}
