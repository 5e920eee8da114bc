import GuideModel
import SourceText

extension Rule {
  static let unusedAllowance = Rule(
    name: "unused-allowance", severity: .warning,
    summary: "a comment allows findings that there are none of",
    explanation: """
      What it was written for has been mended, or stands elsewhere. Left in place it would hide the \
      next mistake of its kind. Take it away.
      """,
    wrong: Example("nothing to allow", "//wikiguide: allow remote-image because our CDN\nText.\n"),
    right: Example(
      "something to allow",
      "//wikiguide: allow remote-image because our CDN\nhttps://cdn.example/logo.png\n"),
    check: { _, _ in [] })
}
