import GuideModel
import SourceText

extension Rule {
  static let allowanceWithoutReason = Rule(
    name: "allowance-without-reason", severity: .note,
    summary: "a comment allows findings and does not say why",
    explanation: """
      Whoever reads the page next year cannot tell whether it may go. Write the reason behind \
      'because'.
      """,
    wrong: Example(
      "no reason", "//wikiguide: allow remote-image\nhttps://cdn.example/logo.png\n"),
    right: Example(
      "a reason",
      "//wikiguide: allow remote-image because our CDN\nhttps://cdn.example/logo.png\n"),
    check: { _, _ in [] })
}
