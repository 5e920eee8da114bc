import GuideModel
import SourceText
import Syntax

/// What was understood of a page, one fact a line: small enough to read in a test case.
struct ModelDump {
  private let reading: PageReading
  private var lines: [String] = []

  static func text(_ reading: PageReading) -> String {
    var dump = ModelDump(reading: reading)
    dump.addPage()
    return dump.lines.map { $0 + "\n" }.joined()
  }

  private var file: SourceFile { reading.document.file }

  private init(reading: PageReading) { self.reading = reading }

  private mutating func addPage() {
    add(0, "title '\(reading.title)'")
    for feature in reading.features { add(0, "feature \(feature.id)") }
    for client in reading.clients { add(client) }
    for statement in reading.statements { add(statement) }
    for guide in reading.guides { add(guide) }
    for diagnostic in reading.diagnostics { add(0, "\(diagnostic.rule): \(diagnostic.message)") }
  }

  private mutating func add(_ client: Client) {
    var line = "client \(client.id) '\(client.name)' \(client.kind.rawValue)"
    if !client.aliases.isEmpty { line += " aliases=\(client.aliases.joined(separator: ","))" }
    if client.distribution.model != .unknown { line += " \(client.distribution.model.rawValue)" }
    for link in client.links { line += " \(link.relation.rawValue)=\(link.url)" }
    add(0, line)
  }

  private mutating func add(_ statement: SupportStatement) {
    let level = statement.level?.rawValue ?? "unknown"
    add(
      0,
      "statement \(statement.clientID)\(versions(statement.versions)) \(level)"
        + " '\(statement.levelAsWritten.text)' \(statement.basis.rawValue)"
        + (statement.isTakenOver ? " taken over" : "")
        + (reading.features.count > 1 ? " for \(statement.featureID)" : ""))
    let lines = LineIndex(file)
    for note in statement.notes {
      add(1, "note '\(note.text)' from line \(lines.line(at: note.evidence.range.lower))")
    }
    if let verification = statement.verification {
      let line = lines.line(at: verification.evidence.range.lower)
      add(1, "verified \(verification.on.text) \(verification.method.rawValue) from line \(line)")
    }
  }

  private mutating func add(_ guide: Guide) {
    let client = guide.clientID ?? "nobody"
    add(0, "guide \(guide.id) for \(client)\(versions(guide.versions)) '\(guide.title)'")
    for entry in guide.entryPoints {
      let target =
        entry.target.map { ($0.procedure > 0 ? "\($0.procedure):" : "") + "#\($0.ordinal)" }
        ?? "nothing"
      add(1, "enter \(entry.audience.rawValue) at \(entry.label) -> \(target)")
    }
    for requirement in guide.requirements {
      let step = requirement.step.map { " in step \($0)" } ?? ""
      add(1, "requires \(requirement.kind.rawValue)\(step): \(oneLine(requirement.excerpt.text))")
    }
    for procedure in guide.procedures { add(procedure) }
  }

  private mutating func add(_ procedure: Procedure) {
    add(1, procedure.kind.rawValue + (procedure.title.map { " '\($0)'" } ?? ""))
    for block in procedure.introduction { add(2, "before: \(words(of: block))") }
    for step in procedure.steps { add(step) }
    for block in procedure.closing { add(2, "after: \(words(of: block))") }
  }

  private mutating func add(_ step: Step) {
    let label = step.labelRange.map { "'\(file.text($0))'" } ?? "no label"
    let text = VisibleText.of(step.content, in: file)
    add(2, "#\(step.ordinal) \(label) \(text)" + (step.isOptional ? " [optional]" : ""))
    for image in step.images { add(3, "image \(file.text(image.source))") }
    for substep in step.substeps {
      add(3, "- \(VisibleText.of(substep.content, in: file))")
      for image in substep.images { add(4, "image \(file.text(image.source))") }
    }
    for block in step.details { add(3, "with: \(words(of: block))") }
    for reference in step.references {
      let last = reference.last == reference.label ? "" : "–\(reference.last)"
      add(3, "refers to \(reference.label)\(last): '\(file.text(reference.range))'")
    }
  }

  private func versions(_ versions: Versions) -> String {
    switch versions.scope {
    case .unspecified: ""
    case .all: "[all]"
    case .listed(let versions): "[\(versions.joined(separator: ", "))]"
    case .range(let from, let through): "[\(from ?? "")…\(through ?? "")]"
    }
  }

  private func words(of block: Block) -> String { oneLine(file.text(block.range)) }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " / ")
  }

  private mutating func add(_ depth: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }
}
