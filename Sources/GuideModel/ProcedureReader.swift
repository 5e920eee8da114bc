import SourceText
import Syntax

/// Reads the blocks of one section into procedures: what stands before the steps, the steps, what
/// follows, and where one procedure ends and the next begins.
struct ProcedureReader {
  private let file: SourceFile
  private let lexicon: Lexicon
  private var kind: Procedure.Kind
  private let title: String?
  private var introduction: [Block] = []
  private var steps: [Step] = []
  /// Whether each of them is labelled `1`.
  private var areOnes = true
  /// Pictures behind the last step, which belong to it, and where the last of them ends.
  private var pictures: (images: [Image], range: SourceRange?) = ([], nil)
  /// Blocks behind the last step that may yet belong to it.
  private var pending: [Block] = []
  private var range: SourceRange
  private(set) var procedures: [Procedure] = []
  private(set) var remarks: [Remark] = []

  init(kind: Procedure.Kind, title: String?, range: SourceRange, file: SourceFile, lexicon: Lexicon)
  {
    self.kind = kind
    self.title = title
    self.range = range
    self.file = file
    self.lexicon = lexicon
  }

  /// - Parameter takesOrdered: whether items of numbered lists are steps even without a label.
  mutating func read(_ blocks: [Block], takesOrdered: Bool) {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .list(let list): read(list, takesOrdered: takesOrdered)
      case .paragraph(let paragraph):
        for part in NumberedLines.parts(of: paragraph, in: file) { read(part) }
      case .aligned(let aligned) where aligned.blocks.contains(where: \.isOrderedList):
        read(aligned.blocks, takesOrdered: takesOrdered)
      case .tabs(let tabs):
        read(tabs, before: blocks[(index + 1)...], takesOrdered: takesOrdered)
      default: keep(block)
      }
    }
  }

  mutating func finish() -> [Procedure] {
    close()
    return procedures
  }

  private mutating func keep(_ block: Block) {
    if steps.isEmpty { introduction.append(block) } else { pending.append(block) }
  }

  // MARK: - Lists and paragraphs

  private mutating func read(_ list: List, takesOrdered: Bool) {
    var others: [ListItem] = []
    func flush(_ reader: inout ProcedureReader) {
      guard let first = others.first, let last = others.last else { return }
      let rest = List(
        isOrdered: list.isOrdered, level: list.level, items: others,
        range: first.range.union(last.range))
      reader.keep(.list(rest))
      others = []
    }
    let numbers = ListNumbers(list, in: file)
    if takesOrdered, !numbers.goesOn(behind: steps),
      let reason = Enumeration(file: file, lexicon: lexicon).reason(list)
    {
      remark(list.range, "no steps: \(reason)")
      return keep(.list(list))
    }
    if numbers.beginsAnew(behind: steps) { beginAnew() }
    for (index, item) in list.items.enumerated() {
      let content = ItemContent(item, in: file)
      if let label = StepLabel.read(content.inlines, in: file), isPlausible(label) {
        flush(&self)
        add(content, label: label, range: item.range)
      } else if list.isOrdered, takesOrdered {
        flush(&self)
        add(content, label: numbers.label(of: index), range: item.range)
      } else if kind == .setup, !steps.isEmpty, isOperation(content) {
        flush(&self)
        close()
        kind = .operation
        range = item.range
        remark(item.range, "daily operation: the item has no number and speaks of everyday use")
        add(content, label: nil, range: item.range)
      } else {
        others.append(item)
      }
    }
    flush(&self)
  }

  /// A list that begins again at 1 is another procedure; the words right above it introduce it.
  private mutating func beginAnew() {
    let last = pending.lastIndex { if case .paragraph = $0 { false } else { true } }
    let words = Array(pending[(last.map { $0 + 1 } ?? 0)...])
    pending.removeLast(words.count)
    close()
    introduction = words
  }

  /// Tabs whose blocks hold steps are variants: a procedure each, named by its tab. Where steps
  /// stand above them and go on below, they belong to the step that they stand in.
  private mutating func read(
    _ tabs: Tabs, before rest: ArraySlice<Block>, takesOrdered: Bool
  ) {
    let variants = tabs.tabs.map { tab in
      var reader = ProcedureReader(
        kind: kind, title: VisibleText.of(tab.label, in: file), range: tab.range, file: file,
        lexicon: lexicon)
      reader.read(tab.blocks, takesOrdered: takesOrdered)
      return reader.finish()
    }
    let hasSteps = variants.joined().contains { !$0.steps.isEmpty }
    guard hasSteps, steps.isEmpty || !goesOn(in: rest) else { return keep(.tabs(tabs)) }
    let opening = steps.isEmpty ? introduction : []
    if steps.isEmpty { introduction = [] }
    close()
    let found = variants.flatMap(\.self)
    for (index, procedure) in found.enumerated() {
      procedures.append(index == 0 ? procedure.introduced(by: opening) : procedure)
    }
    remark(tabs.range, "tabs: a variant of the procedure each")
  }

  /// Whether the numbers of the steps so far go on in later blocks.
  private func goesOn(in rest: ArraySlice<Block>) -> Bool {
    guard let last = steps.last.flatMap({ Int($0.name) }) else { return false }
    return rest.contains { block in
      switch block {
      case .list(let list) where list.isOrdered:
        ListNumbers(list, in: file).first.map { $0 == last + 1 } ?? false
      case .paragraph(let paragraph):
        StepLabel.read(paragraph.content, in: file)?.number == last + 1
      default: false
      }
    }
  }

  private mutating func read(_ paragraph: Paragraph) {
    if !steps.isEmpty || !procedures.isEmpty, kind != .troubleshooting,
      isTroubleshooting(paragraph)
    {
      close()
      kind = .troubleshooting
      range = paragraph.range
      introduction.append(.paragraph(paragraph))
      remark(paragraph.range, "troubleshooting: the paragraph says what to do if it fails")
      return
    }
    if let label = StepLabel.read(paragraph.content, in: file),
      continues(with: label)
    {
      add(ItemContent(paragraph.content, in: file), label: label, range: paragraph.range)
      return
    }
    let content = ItemContent(paragraph.content, in: file)
    if !steps.isEmpty, pending.isEmpty, content.inlines.isEmpty, !content.images.isEmpty {
      pictures.images += content.images
      pictures.range = pictures.range?.union(paragraph.range) ?? paragraph.range
      return
    }
    keep(.paragraph(paragraph))
  }

  /// Whether a number follows those of the steps before, or is `1.` again where all are.
  private func continues(with label: StepLabel) -> Bool {
    if label.number == 1, areOnes { return true }
    guard let last = steps.last else { return false }
    return label.follows(Int(last.name) ?? 0)
  }

  /// `-587: submission` and `-2024. 5. 1` number no steps.
  private func isPlausible(_ label: StepLabel) -> Bool {
    label.number <= (steps.last.flatMap { Int($0.name) } ?? 20) + 10
  }

  private func isOperation(_ content: ItemContent) -> Bool {
    let phrases = lexicon.sections.first { $0.kind == .operation }?.phrases ?? []
    return lexicon.has(phrases, in: FoldedText(content.inlines, in: file))
  }

  private func isTroubleshooting(_ paragraph: Paragraph) -> Bool {
    guard CalloutReader.severity(of: paragraph, in: file, lexicon: lexicon) == nil else {
      return false
    }
    let text = FoldedText(paragraph.content, in: file)
    let phrases = lexicon.sections.first { $0.kind == .troubleshooting }?.phrases ?? []
    return lexicon.has(phrases, in: text)
  }

  // MARK: - Steps

  private mutating func add(_ content: ItemContent, label: StepLabel?, range: SourceRange) {
    completeLastStep(with: pending)
    pending = []
    // `1. 1. 1.` and then `4.`: the list before numbered itself.
    if let number = label?.number, steps.count > 1, number == steps.count + 1, areOnes {
      steps = steps.map(\.numberedByPosition)
      areOnes = false
    }
    let inlines =
      label.map { content.inlines.dropping(before: $0.contentStart, in: file) } ?? content.inlines
    let text = FoldedText(inlines, in: file)
    let ordinal = steps.count + 1
    steps.append(
      Step(
        label: label?.text, labelRange: label?.range, ordinal: ordinal, content: inlines,
        images: content.images, substeps: content.substeps, details: content.details,
        isOptional: lexicon.has(lexicon.optionalStep, in: text),
        saysRequirement: lexicon.has(lexicon.requirement, in: text),
        references: StepReferences.find(in: text).filter { !inlines.hasLink(around: $0.range) },
        range: range))
    areOnes = areOnes && label?.text == "1"
    self.range = self.range.union(range)
  }

  /// Gives the last step what stands behind it and belongs to it.
  private mutating func completeLastStep(with details: [Block] = []) {
    guard let last = steps.last, !pictures.images.isEmpty || !details.isEmpty else { return }
    steps[steps.count - 1] = last.adding(
      images: pictures.images, details: details, range: pictures.range)
    pictures = ([], nil)
  }

  private mutating func close() {
    completeLastStep()
    // A list of nothing but `1.` numbers itself.
    if steps.count > 1, areOnes {
      steps = steps.map { $0.numberedByPosition }
    }
    if !introduction.isEmpty || !steps.isEmpty {
      procedures.append(
        Procedure(
          kind: kind, title: procedures.isEmpty ? title : nil, introduction: introduction,
          steps: steps, closing: pending,
          references: StepReferences.naming(in: introduction + pending, of: file), range: range))
    }
    introduction = []
    steps = []
    areOnes = true
    pending = []
  }

  private mutating func remark(_ range: SourceRange, _ text: String) {
    remarks.append(Remark(range: range, text: text))
  }
}

extension Block {
  var isOrderedList: Bool {
    if case .list(let list) = self { list.isOrdered } else { false }
  }
}
