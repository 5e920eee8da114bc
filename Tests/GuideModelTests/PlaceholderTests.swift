import GuideModel
import Testing

/// Names in double braces, told from what other programs write in braces.
@Suite struct PlaceholderTests {
  private func names(_ text: String) -> [String] {
    WrittenPlaceholder.all(in: Array(text.utf8)[...]).map(\.name)
  }

  @Test func namesAreFoundWhereverTheyStand() {
    #expect(names("a{{incoming.host}}:{{ incoming.port }}b") == ["incoming.host", "incoming.port"])
    #expect(names("{{a}}{{b.c}}") == ["a", "b.c"])
    #expect(names("{ {{x}}") == ["x"])
  }

  @Test(arguments: [
    "", "{", "{{", "{{}}", "{{ }}", "{{x", "{{x}", "{{x} }", "{{{x}}}", "{{x}}}", "{{#x}}",
    "{{/x}}",
    "{{>x}}", "{{a b}}", "{{名前}}", "{{x{{", "{ {x}}",
  ])
  func otherFormsAreNone(_ text: String) {
    #expect(names(text).isEmpty)
  }

  @Test func longRunsOfBracesTakeNoTime() {
    #expect(names(String(repeating: "{{x", count: 200_000)).isEmpty)
    #expect(names(String(repeating: "{", count: 1_000_000)).isEmpty)
    #expect(names("{{" + String(repeating: " ", count: 1_000_000)).isEmpty)
  }

  @Test func rangesHoldTheBraces() {
    let text = Array("ab{{x}}c".utf8)
    let found = WrittenPlaceholder.all(in: text[1...])
    #expect(found.map { String(decoding: text[$0.range], as: UTF8.self) } == ["{{x}}"])
  }

  @Test func allNamesLeadToTheirPlaceholders() {
    #expect(Placeholder.all.count == 30)
    for placeholder in Placeholder.all {
      #expect(Placeholder(placeholder.name) == placeholder)
      #expect(names(placeholder.asWritten) == [placeholder.name])
    }
  }
}
