import Findings
import SourceText
import Testing

@Suite struct FixPlanTests {
  private let file = SourceFile(path: "a.txt", text: "one two three\nfour\n")

  private func finding(
    _ words: String, _ replacement: String, _ certainty: Diagnostic.Suggestion.Certainty = .safe
  ) -> Diagnostic {
    let range = Sample.range(of: words, in: file)
    return Diagnostic(
      rule: "made-up", severity: .note, place: SourcePlace("a.txt", range), message: "m",
      suggestion: .init(range, replacement: replacement, certainty: certainty))
  }

  private func plan(_ findings: [Diagnostic], unsure: Bool = false) -> FixPlan {
    FixPlan(findings, includesUnsure: unsure) { $0 == "a.txt" }
  }

  private func applied(_ plan: FixPlan) throws -> String {
    let edits = plan.files.first?.edits ?? []
    let bytes = try TextEncoding.utf8.applying(edits, to: file.bytes, readAs: file.bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func firstOfOverlappingEditsWins() throws {
    let plan = plan([finding("two three", "x"), finding("one two", "y"), finding("four", "z")])
    #expect(try applied(plan) == "y three\nz\n")
    #expect(plan.overlapping == 1)
    #expect(plan.files.map(\.findings) == [2])
  }

  @Test func neighboursDoNotOverlap() throws {
    let plan = plan([finding("one ", ""), finding("two", "2")])
    #expect(try applied(plan) == "2 three\nfour\n")
    #expect(plan.overlapping == 0)
  }

  @Test func sameEditMendsBothFindings() throws {
    let plan = plan([finding("two", "2"), finding("two", "2")])
    #expect(try applied(plan) == "one 2 three\nfour\n")
    #expect(plan.files.map(\.findings) == [2])
  }

  @Test func unsureOnesAreAskedFor() throws {
    let findings = [finding("two", "2", .maybe), finding("four", "4")]
    #expect(try applied(plan(findings)) == "one two three\n4\n")
    #expect(try applied(plan(findings, unsure: true)) == "one 2 three\n4\n")
  }

  @Test func differenceShowsWhatChanges() throws {
    let page = SourceFile(
      path: "a.txt", text: (1...20).map { "line \($0)\r\n" }.joined() + "last \u{1B} ftp://u:pw@h")
    let edits = [
      TextEdit(Sample.range(of: "line 3\r\n", in: page), replacement: ""),
      TextEdit(Sample.range(of: "last", in: page), replacement: "end"),
    ]
    let text = try UnifiedDifference.text(path: "a.txt", of: page.bytes, edits: edits)
    #expect(
      text == """
        --- a/a.txt
        +++ b/a.txt
        @@ -1,6 +1,5 @@
         line 1
         line 2
        -line 3
         line 4
         line 5
         line 6
        @@ -18,4 +17,4 @@
         line 18
         line 19
         line 20
        -last \\u{1B} ftp://u:**@h
        \\ No newline at end of file
        +end \\u{1B} ftp://u:**@h
        \\ No newline at end of file

        """)
  }

  @Test func neighbouringLinesAreOneChange() throws {
    let edits = [
      TextEdit(Sample.range(of: "one", in: file), replacement: "1"),
      TextEdit(Sample.range(of: "four", in: file), replacement: "4"),
    ]
    let text = try UnifiedDifference.text(path: "a.txt", of: file.bytes, edits: edits)
    #expect(text.hasSuffix("@@ -1,2 +1,2 @@\n-one two three\n-four\n+1 two three\n+4\n"))
  }

  @Test func differenceOfNothingIsEmpty() throws {
    let edits = [TextEdit(Sample.range(of: "two", in: file), replacement: "two")]
    #expect(try UnifiedDifference.text(path: "a.txt", of: file.bytes, edits: edits) == "")
  }
}
