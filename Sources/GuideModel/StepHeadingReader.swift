import SourceText
import Syntax

/// Reads headings that are steps: `手順1 …`, `手順2 …` or `Step 1`, `Step 2`.
///
/// A number alone, as in `1. はじめに`, most often numbers chapters: those are looked at more closely.
struct StepHeadingReader {
  let file: SourceFile
  let lexicon: Lexicon

  /// Runs of neighbouring sections on one level whose headings count 1, 2, 3 …; at least two each.
  /// - Parameter accepts: whether headings with a number alone are steps, and no chapters.
  func runs(in sections: [Section], accepts: ([Int]) -> Bool) -> [[Int]] {
    var runs: [[Int]] = []
    for index in sections.indices {
      guard let label = label(of: sections[index]) else { continue }
      let number = label.number
      if let run = runs.last, let last = run.last, sections[last].parent == sections[index].parent,
        sections[last].level == sections[index].level, number == run.count + 1,
        isWorded(sections[last]) == label.isWorded
      {
        runs[runs.count - 1].append(index)
      } else if number == 1 {
        runs.append([index])
      }
    }
    return runs.filter { $0.count > 1 && (isWorded(sections[$0[0]]) || accepts($0)) }
  }

  /// The procedure that a run makes.
  /// - Parameter blocks: what stands in each of its sections and in those below it.
  func procedure(
    _ run: [Section], blocks: [[Block]], introduction: [Block], title: String?
  ) -> Procedure {
    var steps: [Step] = []
    for (section, blocks) in zip(run, blocks) {
      if let step = step(section, blocks, ordinal: steps.count + 1) { steps.append(step) }
    }
    let range = steps.reduce(run[0].range) { $0.union($1.range) }
    return Procedure(
      kind: .setup, title: title, introduction: introduction, steps: steps, closing: [],
      references: StepReferences.naming(in: introduction, of: file), range: range)
  }

  /// Nil where the heading is nothing but a link, as in a table of contents.
  private func label(of section: Section) -> StepLabel? {
    guard let heading = section.heading, let label = StepLabel.read(heading.content, in: file)
    else {
      return nil
    }
    let words = heading.content.dropping(before: label.contentStart, in: file).filter {
      !$0.isBlank(in: file)
    }
    if words.count == 1, case .link = words[0] { return nil }
    return label
  }

  private func isWorded(_ section: Section) -> Bool { label(of: section)?.isWorded ?? false }

  /// The heading's words and the paragraphs right below it are the step's text.
  private func step(_ section: Section, _ blocks: [Block], ordinal: Int) -> Step? {
    guard let heading = section.heading, let label = label(of: section) else { return nil }
    var content = heading.content.dropping(before: label.contentStart, in: file)
    var images: [Image] = []
    var substeps: [Substep] = []
    var details: [Block] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph) where details.isEmpty && substeps.isEmpty:
        let part = ItemContent(paragraph.content, in: file)
        if !content.isEmpty, !part.inlines.isEmpty {
          content.append(.lineBreak(SourceRange(paragraph.range.lower, paragraph.range.lower)))
        }
        content += part.inlines
        images += part.images
      case .list(let list) where details.isEmpty:
        for item in list.items {
          let part = ItemContent(item, in: file)
          substeps.append(
            Substep(content: part.inlines, images: part.images, range: item.range))
          details += part.details
        }
      default: details.append(block)
      }
    }
    let text = FoldedText(content, in: file)
    return Step(
      label: label.text, labelRange: label.range, ordinal: ordinal, content: content,
      images: images, substeps: substeps, details: details,
      isOptional: lexicon.has(lexicon.optionalStep, in: text),
      saysRequirement: lexicon.has(lexicon.requirement, in: text),
      references: StepReferences.find(in: text), range: heading.range.union(section.range))
  }
}
