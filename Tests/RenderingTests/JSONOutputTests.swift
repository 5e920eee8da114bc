import Testing

@testable import Rendering

/// What is written as it comes looks like what a tree of values is printed as.
struct JSONOutputTests {
  private let value: JSONText.Value = .object([
    ("a", .string("x\"\\\n\t\u{1}\u{7F}\u{85}\u{A0}é<")), ("empty", .object([])),
    ("list", .array([.integer(1), .boolean(true), .array([]), .object([("k<", .string(""))])])),
    ("last", .integer(-7)),
  ])

  @Test func indentedIsAsPrinted() {
    var output = JSONOutput(.indented)
    output.add(value)
    output.end()
    #expect(output.bytes == JSONText.bytes(value))
  }

  @Test func embeddedEndsNoElement() {
    var output = JSONOutput(.embedded)
    output.add(value)
    let compact = String(decoding: JSONText.compactBytes(value), as: UTF8.self)
    #expect(
      String(decoding: output.bytes, as: UTF8.self) == compact.replacing("<", with: "\\u003c"))
  }
}
