/// JSON with its keys in the order in which they are given: the canonical order of our lists.
package enum JSONText {
  package indirect enum Value: Sendable {
    case object([(key: String, value: Value)])
    case array([Value])
    case string(String)
    case integer(Int)
    case boolean(Bool)
  }

  /// Indented by two spaces, with a line end behind it.
  package static func bytes(_ value: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Without white space, for programs that fetch it over the network.
  package static func compactBytes(_ value: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    appendCompact(value, to: &bytes)
    return bytes
  }

  private static func appendCompact(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        appendCompact(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        appendCompact(value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .string, .integer, .boolean: append(value, to: &bytes, indent: 0)
    }
  }

  private static func append(_ value: Value, to bytes: inout [UInt8], indent: Int) {
    switch value {
    case .object(let members):
      appendList(members, in: ("{", "}"), to: &bytes, indent: indent) { member, bytes in
        append(member.key, to: &bytes)
        bytes += ": ".utf8
        append(member.value, to: &bytes, indent: indent + 1)
      }
    case .array(let values):
      appendList(values, in: ("[", "]"), to: &bytes, indent: indent) { value, bytes in
        append(value, to: &bytes, indent: indent + 1)
      }
    case .string(let text): append(text, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .boolean(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    }
  }

  private static func appendList<Element>(
    _ elements: [Element], in brackets: (String, String), to bytes: inout [UInt8], indent: Int,
    appendElement: (Element, inout [UInt8]) -> Void
  ) {
    bytes += brackets.0.utf8
    for (index, element) in elements.enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      bytes += repeatElement(UInt8(ascii: " "), count: (indent + 1) * 2)
      appendElement(element, &bytes)
    }
    if !elements.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: indent * 2)
    }
    bytes += brackets.1.utf8
  }

  /// A string as JSON, in its quotation marks.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What needs no escape, which is almost all, is added as a whole.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    for index in text.indices where needsEscape(text, at: index) {
      bytes += text[start..<index]
      start = index + 1
      switch text[index] {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case let control:
        if control >= 0x80 { bytes.removeLast() }
        appendEscape(control, to: &bytes)
      }
    }
    bytes += text[start...]
  }

  @inline(__always)
  private static func needsEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
    // A control beyond ASCII, which would steer the terminal of whoever looks at the text.
    case 0x80...0x9F: index > 0 && text[index - 1] == 0xC2
    default: false
    }
  }

  private static func appendEscape(_ control: UInt8, to bytes: inout [UInt8]) {
    let digits = String(control, radix: 16)
    bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
  }
}

extension JSONText.Value {
  package static func strings(_ texts: [String]) -> JSONText.Value {
    .array(texts.map { .string($0) })
  }
}
