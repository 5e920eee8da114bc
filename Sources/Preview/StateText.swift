import Rendering
import Site
import SourceText

/// What a page of the preview is told of the state of things, as JSON.
struct StateText {
  let moment: PreviewState.Moment
  let version: String

  /// - Parameters:
  ///   - path: the page that asks, from the site's root.
  ///   - page: how it looks now; nil where there is no such page.
  ///   - understood: the source page whose understanding it shows.
  func json(path: String, page: PreviewPage?, understood: String?) -> [UInt8] {
    let sources = understood.map { [$0] } ?? moment.model?.sources(of: path) ?? []
    var excerpts = FindingExcerpts(moment)
    let faults = faults(&excerpts)
    let own = moment.judged?.findings(on: sources) ?? []
    var values: [(key: String, value: JSONText.Value)] = [
      ("version", .string(version)), ("digest", .string(page?.digest ?? "")),
      ("style", .string(moment.model?.theme.stylePath ?? "")),
      ("pictures", .integer(moment.pictures)), ("judged", .boolean(moment.isJudged)),
      ("faults", .array(faults)),
      ("findings", .array(own.prefix(Self.most).map { excerpts.json($0) })),
      ("more", .integer(max(0, own.count - Self.most))),
      ("others", .array(others(besides: sources))),
    ]
    values.append(
      (
        "understood",
        .array(
          sources.prefix(20).map {
            .object([
              ("path", .string($0)), ("address", .string(UnderstoodPage.address(of: $0))),
            ])
          })
      ))
    return JSONText.compactBytes(.object(values))
  }

  /// More findings than this are not shown on one page.
  private static let most = 100
  private static let mostFiles = 50

  /// Why the content cannot be read.
  private func faults(_ excerpts: inout FindingExcerpts) -> [JSONText.Value] {
    switch moment.fault {
    case nil: []
    case .usage(let message)?, .disk(let message)?:
      [
        .object([
          ("severity", .string("error")), ("message", .string(message.maskingPasswords)),
        ])
      ]
    case .configuration(let report)?:
      report.diagnostics.map { excerpts.json($0, in: report.sources) }
    }
  }

  /// Findings of other files, counted, those with the worst ones first.
  private func others(besides sources: [String]) -> [JSONText.Value] {
    let own = Set(sources)
    let places = (moment.judged?.places ?? []).lazy.filter { !own.contains($0.path) }
    return places.prefix(Self.mostFiles).map { place in
      let address = moment.model?.address(ofPage: place.path).map { "/" + SitePath.encoded($0) }
      return .object(
        [("path", .string(place.path)), ("address", .string(address ?? ""))]
          + Severity.allCases.map {
            ($0.rawValue, JSONText.Value.integer(place.counts[$0] ?? 0))
          })
    }
  }
}
