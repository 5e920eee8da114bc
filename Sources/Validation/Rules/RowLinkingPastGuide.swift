import GuideModel
import SourceText
import Syntax

extension Rule {
  static let rowLinkingPastGuide = Rule(
    name: "row-linking-past-guide", severity: .warning,
    summary: "a client's name in the list links to a page that has no guide for it",
    explanation: """
      The guide stands on another page, and readers of the list do not get there. Link to that \
      page. A page that itself links to the guide will do.
      """,
    wrong: Example(
      "a link to the wrong page",
      pages: [
        ("List.txt", "**対応メールソフト\n-手動対応ソフト\n--[[Thunderbird>Outlook]]\n"),
        ("Outlook.txt", "**設定例(Outlookの場合)\n-(1)起動する。\n-(2)保存する。\n"),
        ("Thunderbird.txt", "**設定例(Thunderbirdの場合)\n-(1)起動する。\n-(2)保存する。\n"),
      ]),
    right: Example(
      "a link to the guide's page",
      pages: [
        ("List.txt", "**対応メールソフト\n-手動対応ソフト\n--[[Thunderbird]]\n"),
        ("Outlook.txt", "**設定例(Outlookの場合)\n-(1)起動する。\n-(2)保存する。\n"),
        ("Thunderbird.txt", "**設定例(Thunderbirdの場合)\n-(1)起動する。\n-(2)保存する。\n"),
      ]),
    siteCheck: { index in
      let guides = Dictionary(
        index.library.guides.map { ($0.clientID ?? "", $0) },
        uniquingKeysWith: { first, _ in first })
      var reach = GuideReach(index.library)
      return index.library.pages.flatMap { page -> [(path: String, finding: Finding)] in
        guard !page.statements.isEmpty else { return [] }
        let links = NameLinks(page)
        var seen: Set<SourceRange> = []
        return page.statements.compactMap { statement in
          guard let guide = guides[statement.clientID], let line = statement.evidence.first,
            let link = links.link(of: statement.clientID, on: line.range, of: page),
            case .page(let written, _) = link.target,
            let target = index.library.directory.entry(
              named: page.document.file.text(written), from: page),
            target.path != page.path, !reach.has(statement.clientID, from: target.path),
            seen.insert(written).inserted
          else { return nil }
          let client = index.clientName(statement.clientID)
          return (
            page.path,
            Finding(
              range: written, message: "'\(target.name)' has no guide for '\(client)'",
              notes: [.init("the guide", at: SourcePlace(guide.path, guide.range))],
              help: "link to '\(index.library.page(at: guide.path)?.name ?? guide.path)'",
              subject: target.name)
          )
        }
      }
    })
}

/// The links of a page by the line on which they stand.
private struct NameLinks {
  private var byLine: [Int: [Link]] = [:]

  init(_ page: PageReading) {
    for link in page.facts.links {
      guard case .page = link.target else { continue }
      byLine[page.document.file.line(around: link.range.lower).lower, default: []].append(link)
    }
  }

  /// The one whose words name a client.
  func link(of clientID: String, on line: SourceRange, of page: PageReading) -> Link? {
    guard let links = byLine[line.lower] else { return nil }
    let file = page.document.file
    let names = page.place(of: clientID, at: Evidence(path: page.path, range: line))
    return links.first { link in
      !link.label.isEmpty && link.range.contains(names) && names != line
        && !file.text(names).isEmpty
    }
  }
}

/// For which clients a page has a guide, or links to a page that has.
private struct GuideReach {
  private let library: GuideLibrary
  private var known: [String: Set<String>] = [:]

  init(_ library: GuideLibrary) { self.library = library }

  mutating func has(_ clientID: String, from path: String) -> Bool {
    if known[path] == nil { known[path] = clients(from: path) }
    return known[path]?.contains(clientID) ?? false
  }

  private func clients(from path: String) -> Set<String> {
    var clients = Set(library.guides(on: path).compactMap(\.clientID))
    guard let page = library.page(at: path) else { return clients }
    let file = page.document.file
    let linked = page.facts.links.compactMap { link -> SourceRange? in
      if case .page(let written, _) = link.target { written } else { nil }
    }
    for written in linked + page.facts.inclusions.map(\.page) {
      guard let entry = library.directory.entry(named: file.text(written), from: page) else {
        continue
      }
      clients.formUnion(library.guides(on: entry.path).compactMap(\.clientID))
    }
    return clients
  }
}
