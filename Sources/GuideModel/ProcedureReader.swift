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
    for block in blocks {
      switch block {
      case .list(let list): read(list, takesOrdered: takesOrdered)
      case .paragraph(let paragraph):
        for part in NumberedLines.parts(of: paragraph, in: file) { read(part) }
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
    for item in list.items {
      let content = ItemContent(item)
      if let label = StepLabel.read(content.inlines, in: file), isPlausible(label) {
        flush(&self)
        add(content, label: label, range: item.range)
      } else if list.isOrdered, takesOrdered {
        flush(&self)
        add(content, label: nil, range: item.range)
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
      add(ItemContent(paragraph.content), label: label, range: paragraph.range)
      return
    }
    let content = ItemContent(paragraph.content)
    if !steps.isEmpty, pending.isEmpty, content.inlines.isEmpty, !content.images.isEmpty {
      let last = steps.removeLast()
      steps.append(last.adding(images: content.images, range: paragraph.range))
      return
    }
    keep(.paragraph(paragraph))
  }

  /// Whether a number follows those of the steps before, or is `1.` again where all are.
  private func continues(with label: StepLabel) -> Bool {
    if label.number == 1, steps.allSatisfy({ $0.label == "1" }) { return true }
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
    if let last = steps.popLast() {
      steps.append(pending.isEmpty ? last : last.adding(details: pending))
    }
    pending = []
    let inlines = label.map { content.inlines.dropping(before: $0.contentStart) } ?? content.inlines
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
    self.range = self.range.union(range)
  }

  private mutating func close() {
    // A list of nothing but `1.` numbers itself.
    if steps.count > 1, steps.allSatisfy({ $0.label == "1" }) {
      steps = steps.map { $0.numberedByPosition }
    }
    if !introduction.isEmpty || !steps.isEmpty {
      procedures.append(
        Procedure(
          kind: kind, title: procedures.isEmpty ? title : nil, introduction: introduction,
          steps: steps, closing: pending, range: range))
    }
    introduction = []
    steps = []
    pending = []
  }

  private mutating func remark(_ range: SourceRange, _ text: String) {
    remarks.append(Remark(range: range, text: text))
  }
}

/// The parts of a list item or paragraph: its own text, its pictures, its sub-items, the rest.
struct ItemContent {
  private(set) var inlines: [Inline] = []
  private(set) var images: [Image] = []
  private(set) var substeps: [Substep] = []
  private(set) var details: [Block] = []

  init(_ inlines: [Inline]) { add(inlines) }

  init(_ item: ListItem) {
    for block in item.blocks {
      switch block {
      case .paragraph(let paragraph) where inlines.isEmpty || images.isEmpty && details.isEmpty:
        add(paragraph.content)
      case .list(let list):
        for item in list.items {
          let content = ItemContent(item)
          substeps.append(
            Substep(content: content.inlines, images: content.images, range: item.range))
          details += content.details
        }
      default: details.append(block)
      }
    }
  }

  /// Takes pictures out of the text, with the line ends that stood before them.
  private mutating func add(_ content: [Inline]) {
    for inline in content {
      if case .image(let image) = inline {
        while case .softBreak? = inlines.last { inlines.removeLast() }
        images.append(image)
      } else if case .softBreak = inline, inlines.isEmpty {
        continue
      } else {
        inlines.append(inline)
      }
    }
    while case .softBreak? = inlines.last { inlines.removeLast() }
  }
}

extension [Inline] {
  /// Whether a stretch of the text is a link, which leads where its author says.
  func hasLink(around range: SourceRange) -> Bool {
    contains { inline in
      switch inline {
      case .link(let link): link.range.contains(range)
      case .styled(_, let content, _), .ruby(let content, _, _): content.hasLink(around: range)
      default: false
      }
    }
  }

  /// The inlines without what stands before an offset, such as a step's label.
  func dropping(before offset: Int) -> [Inline] {
    var result = self
    while let first = result.first, first.range.upper <= offset { result.removeFirst() }
    if case .text(let range)? = result.first, range.lower < offset {
      result[0] = .text(SourceRange(offset, range.upper))
    }
    return result
  }
}

extension Step {
  /// The same step, named by its position; what the author wrote is still at its range.
  var numberedByPosition: Step {
    Step(
      label: nil, labelRange: labelRange, ordinal: ordinal, content: content, images: images,
      substeps: substeps, details: details, isOptional: isOptional,
      saysRequirement: saysRequirement, references: references, range: range)
  }

  func adding(images more: [Image] = [], details blocks: [Block] = [], range: SourceRange? = nil)
    -> Step
  {
    Step(
      label: label, labelRange: labelRange, ordinal: ordinal, content: content,
      images: images + more, substeps: substeps, details: details + blocks, isOptional: isOptional,
      saysRequirement: saysRequirement, references: references,
      range: range.map(self.range.union) ?? self.range)
  }
}
