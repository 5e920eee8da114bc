/// JSON that an element of a page holds, written as it comes and without white space.
struct EmbeddedJSON {
  private var text = PageBytes(capacity: 512)
  /// Whether what comes next is not the first of its list.
  private var needsComma = false

  var bytes: [UInt8] { text.bytes }

  mutating func open(_ bracket: String) {
    separate()
    text.add(bracket)
    needsComma = false
  }

  mutating func close(_ bracket: String) {
    text.add(bracket)
    needsComma = true
  }

  /// Begins a member; its value comes next.
  /// - Parameter key: letters that need no escapes.
  mutating func key(_ key: String) {
    separate()
    text.add("\"")
    text.add(key)
    text.add("\":")
    needsComma = false
  }

  mutating func add(_ words: String) {
    separate()
    text.add("\"")
    text.add(json: words)
    text.add("\"")
  }

  /// - Parameters:
  ///   - base: the site's address.
  ///   - path: a file of the site.
  ///   - fragment: the id of a place in it.
  mutating func add(address base: String, path: String, fragment: String? = nil) {
    separate()
    text.add("\"")
    text.add(json: base)
    text.add(path: path)
    if let fragment {
      text.add("#")
      text.add(json: fragment)
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

  private mutating func separate() {
    if needsComma { text.add(",") }
    needsComma = true
  }
}
