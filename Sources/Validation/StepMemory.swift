import GuideModel
import SourceText
import Syntax

/// Which step each reference of a site meant when it was written, kept from build to build.
///
/// A number alone does not tell: when a step is put in before it, "step 6" still exists and is another
/// step. What is remembered of a reference goes on as long as the reference stands unchanged and the
/// step that it meant is still in the guide under another number.
package struct StepMemory: Sendable, Equatable {
  /// A reference, found again after the text around it has changed.
  package struct Key: Sendable, Hashable, Comparable {
    let path: String
    let guide: String
    /// The beginning of the text in which the reference stands.
    let holder: String
    /// The reference as written, such as `手順3`.
    let words: String
    let label: String
    /// Among the same words in the same text, from 1.
    let ordinal: Int

    package static func < (left: Key, right: Key) -> Bool {
      if left.path != right.path { return left.path < right.path }
      if left.guide != right.guide { return left.guide < right.guide }
      if left.holder != right.holder { return left.holder < right.holder }
      if left.words != right.words { return left.words < right.words }
      if left.label != right.label { return left.label < right.label }
      return String(left.ordinal) < String(right.ordinal)
    }

    var fields: [String] { [path, guide, holder, words, label, String(ordinal)] }
  }

  /// The beginning of the meant step's text.
  private var titles: [Key: String]

  private static let format = "# wikiguide: which step each reference means, version 1"

  package init() { titles = [:] }

  /// Reads what an earlier build wrote; lines that are none of its own are left out, and a text of
  /// another kind is nothing remembered.
  package init(text: String) {
    titles = [:]
    let lines = text.split(separator: "\n")
    guard lines.first.map(String.init) == Self.format else { return }
    for line in lines.dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 7, let ordinal = Int(fields[5]) else { continue }
      let key = Key(
        path: fields[0], guide: fields[1], holder: fields[2], words: fields[3], label: fields[4],
        ordinal: ordinal)
      titles[key] = fields[6]
    }
  }

  package var isEmpty: Bool { titles.isEmpty }

  subscript(key: Key) -> String? { titles[key] }

  /// What is to be remembered of a site, given what was remembered before.
  package init(_ library: GuideLibrary, previous: StepMemory) {
    titles = [:]
    for page in library.pages {
      for (key, title) in Self.titles(on: page, library, previous) { titles[key] = title }
    }
  }

  /// The same as the bytes of a file, a line for each reference, so that nothing else of a large site is
  /// held; nil where there is nothing to remember. The same knowledge gives the same bytes.
  package static func bytes(_ library: GuideLibrary, previous: StepMemory) -> [UInt8]? {
    var bytes = Array(format.utf8)
    let headLength = bytes.count
    for page in library.pages.sorted(by: { $0.path < $1.path }) {
      for (key, title) in titles(on: page, library, previous).sorted(by: { $0.key < $1.key }) {
        bytes.append(UInt8(ascii: "\n"))
        for field in key.fields {
          bytes.append(contentsOf: field.utf8)
          bytes.append(UInt8(ascii: "\t"))
        }
        bytes.append(contentsOf: title.utf8)
      }
    }
    guard bytes.count > headLength else { return nil }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func titles(
    on page: PageReading, _ library: GuideLibrary, _ previous: StepMemory
  ) -> [(key: Key, title: String)] {
    MeantStep.all(on: page, library).compactMap { meant in
      let old = previous[meant.key]
      guard let title = meant.title else { return old.map { (meant.key, $0) } }
      let isKept = old.map { $0 != title && meant.number(of: $0) != nil } ?? false
      return (meant.key, isKept ? old ?? title : title)
    }
  }
}

/// A reference with the step that it means by its number now.
struct MeantStep {
  let key: StepMemory.Key
  /// Where the number stands.
  let range: SourceRange
  let label: String
  let guide: Guide
  /// The beginning of the step's text; nil where there is no such step.
  let title: String?
  /// The file of the guide that is meant.
  private let file: SourceFile

  /// Whether a sentence says that readers may begin there.
  var isEntryPoint: Bool { key.holder.isEmpty }

  /// What readers call the step with a text; nil where no step of the guide has it, or several have.
  func number(of title: String) -> String? {
    let found = guide.procedures.flatMap(\.steps).filter { Self.title($0, in: file) == title }
    return found.count == 1 ? found[0].name : nil
  }

  static func all(on page: PageReading, _ library: GuideLibrary) -> [MeantStep] {
    let file = page.document.file
    var seen: [String: Int] = [:]
    return library.guides(on: page.path).flatMap { guide -> [MeantStep] in
      func meant(
        _ label: String, _ words: String, _ range: SourceRange, holder: String,
        _ target: (guide: Guide, position: StepPosition?)
      ) -> MeantStep {
        let ordinal = seen["\(guide.id)\t\(holder)\t\(words)\t\(label)", default: 0] + 1
        seen["\(guide.id)\t\(holder)\t\(words)\t\(label)"] = ordinal
        let key = StepMemory.Key(
          path: plain(page.path), guide: guide.id, holder: holder, words: plain(words),
          label: label, ordinal: ordinal)
        let owner = library.page(at: target.guide.path)?.document.file ?? file
        return MeantStep(
          key: key, range: range, label: label, guide: target.guide,
          title: target.position.map {
            title(
              target.guide.procedures[$0.procedure].steps[$0.ordinal - 1], in: owner)
          }, file: owner)
      }
      let points = guide.entryPoints.map { point in
        meant(
          point.label, point.excerpt.text, point.excerpt.evidence.range, holder: "",
          (guide, point.target))
      }
      let references = WrittenReference.all(in: guide).flatMap { written -> [MeantStep] in
        let reference = written.reference
        let labels =
          reference.label == reference.last
          ? [reference.label] : [reference.label, reference.last]
        return labels.compactMap { label in
          let target = library.target(
            of: reference, label: label, in: written.procedure, of: guide)
          return target.guide.map {
            meant(
              label, file.text(reference.range), reference.range,
              holder: written.step.map { title($0, in: file) } ?? "", ($0, target.position))
          }
        }
      }
      return points + references
    }
  }

  /// The first words of a step, as one field of a line.
  private static func title(_ step: Step, in file: SourceFile) -> String {
    let words = plain(VisibleText.of(step.content, in: file))
    guard words.utf8.count > 80 else { return words }
    return String(words.unicodeScalars.prefix(80))
  }

  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
