import SourceText
import Syntax

/// Finds the sentences before a guide's steps that say where to begin, and who should.
struct EntryPointReader {
  let file: SourceFile
  let lexicon: Lexicon

  /// - Parameters:
  ///   - blocks: what stands right before the steps: a step that is named there must exist.
  ///   - above: what stands in the sections around the guide, which may speak of other guides: only
  ///     steps that exist count.
  ///   - procedures: those of the guide, in order.
  func entryPoints(
    in blocks: [Block], above: [Block], procedures: [Procedure]
  ) -> [EntryPoint] {
    let points =
      points(in: above, procedures).filter { $0.target != nil } + points(in: blocks, procedures)
    // "A new account" alone is no choice of where to begin.
    let first = StepPosition(procedure: 0, ordinal: 1)
    return points.contains { $0.target != first } ? points : []
  }

  private func points(in blocks: [Block], _ procedures: [Procedure]) -> [EntryPoint] {
    var points: [EntryPoint] = []
    for case .paragraph(let paragraph) in blocks {
      let text = FoldedText(paragraph.content, in: file)
      for sentence in Sentences.split(text) {
        points += self.points(inSentence: text.sourceRange(sentence), procedures)
      }
    }
    return points
  }

  private func points(
    inSentence range: SourceRange, _ procedures: [Procedure]
  ) -> [EntryPoint] {
    let words = FoldedText(range, in: file)
    let saysBeginning = lexicon.has(lexicon.beginning, in: words)
    guard saysBeginning || lexicon.has(lexicon.newAccount, in: words) else { return [] }
    let excerpt = Excerpt(file.text(range), evidence: Evidence(path: file.path, range: range))
    let references = StepReferences.find(in: words)
    if references.isEmpty {
      guard audience(words) == .newAccount, let first = procedures.first?.steps.first else {
        return []
      }
      let target = StepPosition(procedure: 0, ordinal: 1)
      return [
        EntryPoint(audience: .newAccount, label: first.name, target: target, excerpt: excerpt)
      ]
    }
    guard saysBeginning else { return [] }
    // One sentence may send several readers to a step each: the words before a number say whom.
    var start = range.lower
    return references.map { reference in
      let clause = FoldedText(SourceRange(start, reference.range.lower), in: file)
      start = reference.range.upper
      return EntryPoint(
        audience: audience(clause), label: reference.label,
        target: StepPosition.of(reference.label, in: procedures), excerpt: excerpt)
    }
  }

  private func audience(_ words: FoldedText) -> EntryPoint.Audience {
    // "You do not already have one", 「初めてお使いの方」: what speaks for a new account counts more.
    if lexicon.has(lexicon.newAccount, in: words) { return .newAccount }
    return lexicon.has(lexicon.existingAccount, in: words) ? .existingAccount : .other
  }
}
