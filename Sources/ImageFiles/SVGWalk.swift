/// Walks an SVG: one element of that name and namespace around balanced others, of UTF-8.
///
/// The size is that of the outermost element. Offsets of a file of UTF-16 are given in its bytes.
struct SVGWalk: FormatWalk {
  private(set) var findings = WalkFindings()
  private let depth: ImageFacts.Depth
  private let file: ByteSource
  private var reader: XMLReader
  private var prefixes = XMLPrefixes()
  private var open: [XMLName] = []
  private var hasRoot = false
  private var isUTF8: Bool
  private var signs = ScriptSigns()

  private static let svg = XMLName.hash("svg")
  /// Browsers refuse documents that are nested deeper.
  private static let mostNested = 5000

  init(_ source: ByteSource, depth: ImageFacts.Depth) {
    self.depth = depth
    file = source
    let (text, start) = source.markup
    reader = XMLReader(text, from: start)
    isUTF8 = text.count == source.count
  }

  mutating func walk() {
    let start = reader.position
    while findings.fault == nil, depth == .everything || !hasRoot {
      switch reader.next() {
      case .startTag(let name, let isClosed): begin(name, isClosed: isClosed)
      case .endTag(let name): end(name)
      case .text(let range): read(text: range)
      case .instruction(let range): read(instruction: range, isFirst: range.lowerBound == start + 2)
      case .documentType: signs.read(reader.doctype, in: &reader.source)
      case .end:
        finish()
        findings.hasScript = signs.isFound
        placeFaultInFile()
        return
      }
    }
    findings.hasScript = signs.isFound
    placeFaultInFile()
  }

  private mutating func begin(_ name: XMLName, isClosed: Bool) {
    guard !open.isEmpty || !hasRoot else {
      return findings.damage("a second element stands behind the outermost", at: name.start - 1)
    }
    guard open.count < Self.mostNested else {
      return findings.damage("elements are nested too deeply", at: name.start - 1)
    }
    prefixes.enter(reader.attributes, depth: open.count)
    if !hasRoot { readRoot(name) }
    if let unknown = prefixes.unknown(in: name, reader.attributes), findings.fault == nil {
      let written = unknown.text(in: &reader.source)
      findings.damage("nothing declares the prefix of `\(written)`", at: unknown.start)
    }
    signs.read(name, reader.attributes, in: &reader.source)
    if isClosed { prefixes.leave(depth: open.count) } else { open.append(name) }
  }

  private mutating func readRoot(_ name: XMLName) {
    hasRoot = true
    guard name.local == Self.svg else {
      let written = name.text(in: &reader.source)
      return findings.damage(
        "the outermost element is `\(written)`, not `svg`", at: name.start - 1)
    }
    if let (width, height) = SVGSize.pixels(reader.attributes, in: &reader.source) {
      guard findings.setSize(width, height) else { return }
    }
    guard XMLPrefixes.namesSVG(name, &reader) else {
      return findings.damage(
        "the outermost element lacks xmlns=\"http://www.w3.org/2000/svg\"", at: name.start - 1)
    }
    if findings.size == nil { findings.fault = .noSize }
  }

  private mutating func end(_ name: XMLName) {
    guard let last = open.popLast() else {
      return findings.damage(
        "`\(name.text(in: &reader.source))` is closed but was not opened", at: name.start - 2)
    }
    guard last == name else {
      let (wanted, found) = (last.text(in: &reader.source), name.text(in: &reader.source))
      return findings.damage("`\(wanted)` is open, `\(found)` is closed", at: name.start - 2)
    }
    prefixes.leave(depth: open.count)
    signs.leave(name)
  }

  private mutating func read(text range: Range<Int>) {
    if open.isEmpty {
      let found = reader.source.first(from: range.lowerBound, to: range.upperBound) {
        !$0.isXMLSpace
      }
      guard let found else { return }
      return findings.damage("text stands outside the outermost element", at: found)
    }
    signs.read(text: range, in: &reader.source)
  }

  /// The declaration of XML may name an encoding; a style sheet is another file.
  private mutating func read(instruction range: Range<Int>, isFirst: Bool) {
    guard reader.source.has("xml", at: range.lowerBound) else { return }
    guard reader.source.byte(at: range.lowerBound + 3)?.isXMLNameByte == false else {
      return signs.read(instruction: range, in: &reader.source)
    }
    guard isFirst else {
      return findings.damage(
        "the declaration `<?xml` does not stand at the very beginning", at: range.lowerBound - 2)
    }
    let words = reader.source.bytes(
      at: range.lowerBound, atMost: min(range.count, 200))
    let text = String(decoding: words, as: UTF8.self).lowercased()
    if text.contains("encoding"), !text.contains("utf-8"), !text.contains("utf8") {
      isUTF8 = false
    }
  }

  private mutating func finish() {
    if let fault = reader.fault {
      findings.fault = fault
    } else if let last = open.last {
      let written = last.text(in: &reader.source)
      findings.cutOff("element `\(written)`", at: last.start - 1, end: reader.source.count)
    } else if !hasRoot {
      findings.cutOff("the beginning", at: 0, end: reader.source.count)
    } else if isUTF8, let offset = reader.source.firstNotUTF8 {
      findings.damage("bytes that are not UTF-8", at: offset)
    }
  }

  /// In UTF-16 each place stands for two bytes, after a mark of two.
  private mutating func placeFaultInFile() {
    guard reader.source.count != file.count else { return }
    switch findings.fault {
    case .damaged(let offset, let what): findings.damage(what, at: 2 + 2 * offset)
    case .cutOff(let part, let start, _, _):
      findings.cutOff(part, at: 2 + 2 * start, end: file.count)
    default: break
    }
  }
}
