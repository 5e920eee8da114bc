import GuideModel
import SourceText
import Syntax

/// What was understood of one page, as text for people: facts with their lines, then the reasons.
struct PageInspection {
  private let page: PageReading
  private let lines: LineIndex
  private let palette: Palette
  private var file: SourceFile { page.document.file }

  init(_ page: PageReading, palette: Palette) {
    self.page = page
    self.palette = palette
    lines = LineIndex(page.document.file)
  }

  var text: String {
    ([overview, clients, links] + page.guides.map(guide) + [remarks])
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var overview: String {
    var table = AlignedTable()
    table.add("page", page.name)
    table.add("title", page.title)
    table.add("file", "\(page.path), \(Summary.counted(lines.lineCount(of: file), "line"))")
    if page.features.isEmpty { table.add("feature", "none was recognised") }
    for feature in page.features {
      let place = feature.evidence.first.map { ", line \(line($0))" } ?? ""
      table.add("feature", "\(feature.name) (\(feature.id))\(place)")
      if let excerpt = feature.prerequisite {
        table.add("needs", "\(excerpt.text) (line \(line(excerpt.evidence)))")
      }
    }
    return table.text(indent: "", paint: named)
  }

  // MARK: - Clients

  private var clients: String {
    guard !page.clients.isEmpty else { return "" }
    var table = AlignedTable(
      heads: [
        "line", "level", "client", "feature", "versions", "basis", "tried", "price", "why", "notes",
      ])
    var seen: Set<String> = []
    for client in page.clients where seen.insert(client.id).inserted {
      let statements = page.statements.filter { $0.clientID == client.id }
      let price = client.distribution.model.rawValue
      if statements.isEmpty {
        let place = client.evidence.first.map { String(line($0)) } ?? ""
        table.add(place, "-", client.name, "-", "-", "-", "-", price, "named without a level")
      }
      for statement in statements {
        table.add(
          statement.evidence.first.map { String(line($0)) } ?? "",
          statement.level?.rawValue ?? "not understood", client.name, statement.featureID,
          versions(statement.versions), statement.basis.rawValue, tried(statement), price,
          reason(statement), notes(statement))
      }
    }
    return palette.strong("clients") + "\n"
      + table.text(heads: palette.faint) { cell, column in
        column == 1 ? palette.level(cell, SupportLevel(rawValue: cell)) : cell
      }
  }

  private func reason(_ statement: SupportStatement) -> String {
    let words = statement.levelAsWritten
    guard !words.text.isEmpty else { return "no words for a level" }
    let quoted = "'\(DisplayWidth.clipped(words.text, to: 40))' on line \(line(words.evidence))"
    if statement.isTakenOver { return "stands beside \(quoted), taken over" }
    switch statement.basis {
    case .stated: return "says \(quoted)"
    case .heading: return "under \(quoted)"
    case .tested: return "tried, says \(quoted)"
    case .curated: return "curated: \(quoted)"
    }
  }

  private func tried(_ statement: SupportStatement) -> String {
    statement.verification.map { verification in
      "\(verification.on.text) \(verification.method.rawValue) (line \(line(verification.evidence)))"
    } ?? "-"
  }

  private func notes(_ statement: SupportStatement) -> String {
    statement.notes.map { note in
      "'\(DisplayWidth.clipped(note.text, to: 40))' (line \(line(note.evidence)))"
    }.joined(separator: "; ")
  }

  private var links: String {
    var table = AlignedTable(heads: ["line", "client", "link", "address"])
    let links = page.clients.flatMap { client in client.links.map { (client, $0) } }
    guard !links.isEmpty else { return "" }
    for (client, link) in links {
      table.add(String(line(link.evidence)), client.name, link.relation.rawValue, link.url)
    }
    return palette.strong("links") + "\n" + table.text(heads: palette.faint)
  }

  // MARK: - Guides

  private func guide(_ guide: Guide) -> String {
    var table = AlignedTable()
    table.add("title", guide.title)
    table.add("client", guide.clientID ?? "none was recognised")
    table.add("versions", versions(guide.versions))
    table.add("feature", guide.featureID ?? "-")
    for entry in guide.entryPoints {
      let step = entry.target.map { "position \($0.ordinal)" } ?? "which does not exist"
      table.add(
        "begin",
        "\(entry.audience.rawValue): step \(entry.label), \(step)"
          + " (line \(line(entry.excerpt.evidence)))")
    }
    for requirement in guide.requirements {
      table.add(
        "requires",
        "\(DisplayWidth.clipped(requirement.excerpt.text, to: 60))"
          + " (\(requirement.kind.rawValue), line \(line(requirement.excerpt.evidence)))")
    }
    return palette.strong("guide \(guide.id)") + ", line \(line(guide.range))\n"
      + table.text(paint: named)
      + guide.procedures.map(procedure).joined()
  }

  private func procedure(_ procedure: Procedure) -> String {
    let title = procedure.title.map { " '\($0.escapingControls)'" } ?? ""
    var table = AlignedTable(heads: ["line", "step", "position", "images", "", "text"])
    for step in procedure.steps {
      table.add(
        String(line(step.range)), step.label ?? "-", String(step.ordinal),
        String(step.images.count), step.isOptional ? "optional" : "", words(step.content))
      for substep in step.substeps {
        table.add(
          String(line(substep.range)), "", "", String(substep.images.count), "",
          "- " + words(substep.content))
      }
    }
    return "\n  \(palette.strong(procedure.kind.rawValue + title)), line \(line(procedure.range)), "
      + "\(Summary.counted(procedure.steps.count, "step"))\n"
      + (procedure.steps.isEmpty ? "" : table.text(indent: "    ", heads: palette.faint))
  }

  // MARK: - Reasons

  private var remarks: String {
    guard !page.remarks.isEmpty else { return "" }
    let width = String(lines.lineCount(of: file)).count
    return palette.strong("reasons") + "\n"
      + page.remarks.map { remark in
        let number = String(line(remark.range))
        let space = String(repeating: " ", count: max(0, width - number.count))
        return "  line \(space)\(number): \(remark.text.escapingControls)\n"
      }.joined()
  }

  // MARK: - Words

  /// The names of facts stand back behind the facts.
  private func named(_ cell: String, column: Int) -> String {
    column == 0 ? palette.faint(cell) : cell
  }

  private func words(_ content: [Inline]) -> String {
    DisplayWidth.clipped(VisibleText.of(content, in: file).escapingControls, to: 56)
  }

  private func versions(_ versions: Versions) -> String {
    switch versions.scope {
    case .unspecified: "-"
    case .all: "all"
    case .listed(let versions): versions.joined(separator: ", ")
    case .range(let from?, let through?): "\(from) to \(through)"
    case .range(let from, nil): "\(from ?? "") and later"
    case .range(nil, let through): "\(through ?? "") and earlier"
    }
  }

  private func line(_ evidence: Evidence) -> Int { line(evidence.range) }

  private func line(_ range: SourceRange) -> Int { lines.line(at: range.lower) }
}
