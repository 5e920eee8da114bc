/// JSON written as it comes, without a tree of its values: pages and lists have too many of them.
struct JSONOutput {
  enum Form {
    /// Without white space, fit to stand in an element of a page, which `<` could end.
    case embedded
    /// As ``JSONText`` lays it out.
    case indented
  }

  private let form: Form
  private var text: PageBytes
  private var depth = 0
  /// Whether what comes next is the first of its list.
  private var isFirst = true
  /// Whether what comes next is the value of a member that was begun.
  private var isValue = true

  init(_ form: Form, capacity: Int = 512) {
    self.form = form
    text = PageBytes(capacity: capacity)
  }

  var bytes: [UInt8] { text.bytes }

  mutating func open(_ bracket: String) {
    separate()
    text.add(bracket)
    depth += 1
    isFirst = true
  }

  mutating func close(_ bracket: String) {
    depth -= 1
    if !isFirst { breakLine() }
    text.add(bracket)
    isFirst = false
  }

  /// Ends the last line.
  mutating func end() { text.add("\n") }

  /// Begins a member; its value comes next.
  mutating func key(_ key: String) {
    separate()
    text.add("\"")
    add(part: key)
    text.add(form == .embedded ? "\":" : "\": ")
    isValue = true
  }

  mutating func add(_ words: String) {
    separate()
    text.add("\"")
    add(part: words)
    text.add("\"")
  }

  mutating func add(_ words: ArraySlice<UInt8>) {
    separate()
    text.add("\"")
    words.withUnsafeBufferPointer { text.add(json: $0, isEmbedded: form == .embedded) }
    text.add("\"")
  }

  /// - Parameters:
  ///   - base: the site's address.
  ///   - path: a file of the site.
  ///   - fragment: the id of a place in it.
  mutating func add(address base: String, path: String, fragment: String? = nil) {
    separate()
    text.add("\"")
    add(part: base)
    text.add(path: path)
    if let fragment {
      text.add("#")
      add(part: fragment)
    }
    text.add("\"")
  }

  mutating func add(_ number: Int) {
    separate()
    text.add(number)
  }

  mutating func add(_ key: String, _ words: String) {
    self.key(key)
    add(words)
  }

  mutating func add(_ key: String, _ number: Int) {
    self.key(key)
    add(number)
  }

  mutating func add(_ value: JSONText.Value) {
    switch value {
    case .object(let members):
      open("{")
      for member in members {
        key(member.key)
        add(member.value)
      }
      close("}")
    case .array(let values):
      open("[")
      for value in values { add(value) }
      close("]")
    case .string(let words): add(words)
    case .integer(let number): add(number)
    case .boolean(let isTrue):
      separate()
      text.add(isTrue ? "true" : "false")
    }
  }

  private mutating func add(part words: String) {
    var words = words
    words.withUTF8 { text.add(json: $0, isEmbedded: form == .embedded) }
  }

  /// A comma before all but the first, and a line of its own for each.
  private mutating func separate() {
    defer { (isValue, isFirst) = (false, false) }
    guard !isValue else { return }
    if !isFirst { text.add(",") }
    breakLine()
  }

  private mutating func breakLine() {
    guard form == .indented else { return }
    text.add("\n")
    for _ in 0..<depth { text.add("  ") }
  }
}
