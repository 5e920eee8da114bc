import SourceText
import Syntax

/// Finds the sentences before a guide's steps that say where to begin, and who should.
struct EntryPointReader {
  let file: SourceFile
  let lexicon: Lexicon
  let endsSentencesWithLines: Bool

  /// A sentence that may say where to begin.
  struct Opening {
    let range: SourceRange
    let words: FoldedText
    let saysBeginning: Bool
    /// The links of its paragraph.
    let links: [Link]
  }

  /// - Parameters:
  ///   - blocks: what stands right before the steps: a step that is named there must exist.
  ///   - above: from the sections around the guide, which may speak of other guides: only steps that
  ///     exist count.
  ///   - procedures: those of the guide, in order.
  func entryPoints(
    in blocks: [Block], above: [Opening], procedures: [Procedure]
  ) -> [EntryPoint] {
    let points =
      above.flatMap { self.points(in: $0, procedures) }.filter { $0.target != nil }
      + openings(in: blocks).flatMap { self.points(in: $0, procedures) }
    // "A new account" alone is no choice of where to begin.
    let first = StepPosition(procedure: 0, ordinal: 1)
    return points.contains { $0.target != first } ? points : []
  }

  /// The sentences of paragraphs that speak of a beginning or of a new account.
  func openings(in blocks: [Block]) -> [Opening] {
    var openings: [Opening] = []
    for case .paragraph(let paragraph) in blocks {
      let text = FoldedText(paragraph.content, in: file)
      for sentence in Sentences.split(text, atLines: endsSentencesWithLines) {
        let range = text.sourceRange(sentence)
        let words = FoldedText(range, in: file)
        let saysBeginning = lexicon.has(lexicon.beginning, in: words)
        guard saysBeginning || lexicon.has(lexicon.newAccount, in: words) else { continue }
        openings.append(
          Opening(
            range: range, words: words, saysBeginning: saysBeginning,
            links: paragraph.content.links))
      }
    }
    return openings
  }

  private func points(in opening: Opening, _ procedures: [Procedure]) -> [EntryPoint] {
    let (range, words) = (opening.range, opening.words)
    let excerpt = Excerpt(file.text(range), evidence: Evidence(path: file.path, range: range))
    let references = StepReferences.find(in: words)
    if references.isEmpty {
      let linked = points(of: opening.links, inSentence: range, excerpt, procedures)
      guard linked.isEmpty else { return linked }
      guard audience(words) == .newAccount, let first = procedures.first?.steps.first else {
        return []
      }
      let target = StepPosition(procedure: 0, ordinal: 1)
      return [
        EntryPoint(audience: .newAccount, label: first.name, target: target, excerpt: excerpt)
      ]
    }
    guard opening.saysBeginning else { return [] }
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

  /// A sentence may send its readers to headings by links: the words before each, and its own, say
  /// whom. What leads to no procedure of the guide counts where it is said of a new account.
  private func points(
    of links: [Link], inSentence range: SourceRange, _ excerpt: Excerpt,
    _ procedures: [Procedure]
  ) -> [EntryPoint] {
    var start = range.lower
    var points: [EntryPoint] = []
    var isCertain = false
    for link in links where range.lower <= link.range.lower && link.range.lower < range.upper {
      guard case .anchor(let anchor) = link.target else { continue }
      let clause = FoldedText(SourceRange(start, link.range.upper), in: file)
      start = link.range.upper
      let place = HeadingNames.folded(file.text(anchor))
      let procedure = procedures.firstIndex {
        $0.title.map { HeadingNames.folded($0) == place } ?? false
      }
      let audience = audience(clause)
      guard let index = procedure ?? (audience == .newAccount ? 0 : nil),
        let first = procedures[index].steps.first
      else { continue }
      isCertain = isCertain || procedure != nil
      points.append(
        EntryPoint(
          audience: audience, label: first.name,
          target: StepPosition(procedure: index, ordinal: first.ordinal), excerpt: excerpt))
    }
    return isCertain ? points : []
  }

  private func audience(_ words: FoldedText) -> EntryPoint.Audience {
    // "You do not already have one", 「初めてお使いの方」: what speaks for a new account counts more.
    if lexicon.has(lexicon.newAccount, in: words) { return .newAccount }
    return lexicon.has(lexicon.existingAccount, in: words) ? .existingAccount : .other
  }
}
