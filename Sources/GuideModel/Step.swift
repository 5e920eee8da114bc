import SourceText
import Syntax

/// One numbered action of a procedure. Nothing in it ever changes.
///
/// An object and not a value: each rule walks all steps, and handing on a value would count the
/// references of its fields each time.
package final class Step: Sendable {
  /// The number as the author wrote it (`10`), brackets and words left out; nil in lists that
  /// number themselves, such as those of nothing but `1.`.
  package let label: String?
  private let packedLabelRange: PackedRange
  private let shortOrdinal: Int32
  package let isOptional: Bool
  /// Whether its words say that a setting must be made.
  let saysRequirement: Bool
  /// Most steps say one stretch of text and show one picture that is nothing but its address: those
  /// need no arrays. Where there is more, it stands in ``further``.
  private let text: PackedRange
  private let picture: PackedRange
  private let pictureIsLinked: Bool
  private let further: Further?
  package let range: SourceRange

  private final class Further: Sendable {
    let content: [Inline]
    let images: [Image]
    let substeps: [Substep]
    let details: [Block]
    let references: [StepReference]

    init?(
      _ content: [Inline], _ images: [Image], _ substeps: [Substep], _ details: [Block],
      _ references: [StepReference]
    ) {
      let isEmpty = content.isEmpty && images.isEmpty && substeps.isEmpty && details.isEmpty
      guard !isEmpty || !references.isEmpty else { return nil }
      self.content = content.fitted
      self.images = images.fitted
      self.substeps = substeps.fitted
      self.details = details.fitted
      self.references = references.fitted
    }
  }

  /// The label with everything that belongs to it, such as `(10)`, as a range of the file.
  package var labelRange: SourceRange? { packedLabelRange.range }
  /// Position in the procedure, from 1.
  package var ordinal: Int { Int(shortOrdinal) }
  /// The item's own text, its label left out, without its images.
  package var content: [Inline] {
    text.range.map { [.text($0)] } ?? further?.content ?? []
  }
  package var images: [Image] {
    picture.range.map { [Image(address: $0, isLinked: pictureIsLinked)] } ?? further?.images ?? []
  }
  package var substeps: [Substep] { further?.substeps ?? [] }
  /// Further blocks inside the step: tables, callouts, paragraphs.
  package var details: [Block] { further?.details ?? [] }
  package var references: [StepReference] { further?.references ?? [] }

  /// What the reader calls the step.
  package var name: String { label ?? String(ordinal) }

  package init(
    label: String?, labelRange: SourceRange?, ordinal: Int, content: [Inline], images: [Image],
    substeps: [Substep], details: [Block], isOptional: Bool, saysRequirement: Bool,
    references: [StepReference], range: SourceRange
  ) {
    self.label = label
    packedLabelRange = PackedRange(labelRange)
    shortOrdinal = Int32(clamping: ordinal)
    let text = content.count == 1 ? content[0].plainText : nil
    let picture = images.count == 1 && images[0].isBareAddress ? images[0] : nil
    self.text = PackedRange(text)
    self.picture = PackedRange(picture?.range)
    pictureIsLinked = picture?.isLinked ?? false
    further = Further(
      text == nil ? content : [], picture == nil ? images : [], substeps, details, references)
    self.isOptional = isOptional
    self.saysRequirement = saysRequirement
    self.range = range
  }
}

extension Inline {
  /// The stretch of a text without marks.
  fileprivate var plainText: SourceRange? { if case .text(let range) = self { range } else { nil } }
}

package struct Substep: Sendable {
  package let content: [Inline]
  package let images: [Image]
  package let range: SourceRange

  package init(content: [Inline], images: [Image], range: SourceRange) {
    self.content = content
    self.images = images
    self.range = range
  }
}

/// Words that send the reader to a step: 「手順3に戻る」, "see step 9", "step 4 of the Outlook guide".
package struct StepReference: Sendable {
  /// The first number as written; `last` is the same but in ranges such as "steps 1–7".
  package let label: String
  package let last: String
  /// The words that make the reference.
  package let range: SourceRange
  /// The words that name another procedure; nil where none do.
  package var destination: Destination?

  package struct Destination: Sendable {
    package let range: SourceRange
    /// Whether they surely name a procedure, so that there is a mistake where none has the name.
    package let isCertain: Bool

    package init(range: SourceRange, isCertain: Bool) {
      self.range = range
      self.isCertain = isCertain
    }
  }

  package init(
    label: String, last: String, range: SourceRange, destination: Destination? = nil
  ) {
    self.label = label
    self.last = last
    self.range = range
    self.destination = destination
  }

  /// `9` of the anchors `step-9`, `Step 9` and `手順9`; nil for others.
  package static func label(ofAnchor anchor: String) -> String? {
    let text = FoldedText(anchor).text
    guard let word = ["step", "ステップ", "手順"].first(where: text.hasPrefix) else { return nil }
    let number = text.dropFirst(word.count).drop { " -_".contains($0) }
    let isNumber = !number.isEmpty && number.utf8.allSatisfy(FoldedText.isDigit)
    return isNumber && number.utf8.count <= 4 ? String(number) : nil
  }
}
