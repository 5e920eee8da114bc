import CommonMark

/// Builds the same random tree twice: printed by us and printed by libcmark.
struct RandomTree: ~Copyable {
  var ours = CommonMarkTree()
  var theirs = LibcmarkTree()
  /// What was done, for who has to look at a difference.
  private(set) var steps: [String] = []
  private let notesSteps: Bool
  private var random: Random
  private var depth = 0

  init(seed: UInt64, notesSteps: Bool = false) {
    self.notesSteps = notesSteps
    random = Random(seed: seed)
    blocks()
  }

  private mutating func note(_ step: @autoclosure () -> String) {
    if notesSteps { steps.append(step()) }
  }

  private mutating func blocks() {
    for _ in 0...random.below(4) { block() }
  }

  private mutating func within(
    _ container: CommonMarkTree.Container, _ content: (inout RandomTree) -> Void
  ) {
    note("open \(container)")
    ours.open(container)
    theirs.open(container)
    depth += 1
    content(&self)
    depth -= 1
    note("close")
    ours.close()
    theirs.close()
  }

  private mutating func block() {
    switch random.below(depth > 5 ? 4 : 11) {
    case 0, 1: within(.paragraph) { $0.inlines() }
    case 2: within(.heading(level: 1 + random.below(6))) { $0.inlines() }
    case 3:
      let text = words() + "\n" + words()
      let language = random.below(2) == 0 ? nil : "sh"
      note("code block \(text) \(language ?? "")")
      ours.addCodeBlock(text, language: language)
      theirs.addCodeBlock(text, language: language)
    case 4:
      note("break")
      ours.addThematicBreak()
      theirs.addThematicBreak()
    case 5: within(.blockQuote) { $0.blocks() }
    case 6, 7: within(.bulletList(isTight: random.below(2) == 0)) { $0.items() }
    case 8:
      let start = random.below(random.below(3) == 0 ? 200 : 12)
      within(.orderedList(start: start, isTight: random.below(2) == 0)) { $0.items() }
    case 9: within(.htmlBlock(enter: "<div>", exit: "</div>")) { $0.blocks() }
    default:
      within(.htmlBlock(enter: "<table>", exit: "")) { tree in
        for _ in 0...tree.random.below(3) {
          tree.within(.customInline(.init(html: ("<tr>", "</tr>\n"), markdown: ("|", "\n")))) {
            $0.inlines()
          }
        }
      }
    }
  }

  private mutating func items() {
    for _ in 0...random.below(3) { within(.item) { $0.blocks() } }
  }

  private mutating func inlines() {
    for _ in 0...random.below(5) { inline() }
  }

  private mutating func inline() {
    switch random.below(depth > 8 ? 6 : 12) {
    case 0...3:
      let text = words()
      let isExtended = random.below(2) == 0
      note("text \(text) \(isExtended)")
      ours.add(text: text, isExtended: isExtended)
      if isExtended { theirs.add(extended: text) } else { theirs.add(text: text) }
    case 4:
      let text = words()
      note("code \(text)")
      ours.add(code: text.utf8.span)
      theirs.add(code: text)
    case 5:
      let isSoft = random.below(2) == 0
      note(isSoft ? "soft break" : "line break")
      if isSoft { ours.addSoftBreak() } else { ours.addLineBreak() }
      if isSoft { theirs.addSoftBreak() } else { theirs.addLineBreak() }
    case 6: within(.emphasis) { $0.inlines() }
    case 7: within(.strong) { $0.inlines() }
    case 8:
      within(.link(url: address(), title: random.below(3) == 0 ? "a <b>" : nil)) { $0.inlines() }
    case 9:
      // Markdown writes an address that is its own text between angle brackets.
      let url = address()
      within(.link(url: url)) { tree in
        let text = url.hasPrefix("mailto:") ? String(url.dropFirst(7)) : url
        tree.note("text \(text)")
        tree.ours.add(text: text)
        tree.theirs.add(text: text)
      }
    case 10:
      let frame = CommonMarkTree.Frame(html: ("<b>", "</b>"), markdown: ("<i>", ""))
      note("frame")
      ours.add(inline: frame)
      theirs.add(inline: frame)
    default: within(.customInline(.init(html: ("<u>", "</u>")))) { $0.inlines() }
    }
  }

  private mutating func address() -> String {
    let addresses = [
      "http://a.example/?a=1&b='c'", "mailto:a@b.example", "#あ", "../a (b).html", "JavaScript:a",
      "data:image/png;a", "data:text/html,a", "a:b", "ab:c",
    ]
    return addresses[random.below(addresses.count)]
  }

  private mutating func words() -> String {
    let pieces = [
      "a", "12", "1.", "2)", "-", "+", "=", "*", "_", "&", "amp;", "<", ">", "\"", "'", "`", "``",
      "#", "!", "[", "]", "(", ")", ".", " ", "\\", "|", "~", "設定", "「", "、", "é", "\t", "/",
      "\u{1F4E7}",
    ]
    return (0...random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
  }
}

/// Numbers that are the same on every run.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % limit
  }
}
