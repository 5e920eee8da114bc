import GuideModel
import ImageFiles
import SourceText
import Syntax

extension Worklist {
  /// The pictures that somebody has to take, or take anew.
  /// - Parameter limit: a page that was checked before this day, `YYYY-MM-DD`, has pictures that are
  ///   out of date.
  package static func screenshots(_ index: SiteIndex, outdatedBefore limit: String) -> Worklist {
    let rows = index.library.pages.indices.flatMap { number -> [WorklistRow] in
      let judged = index.shown(number)
      let page = judged.page
      let steps = StepIndex(page, index.library)
      let missing = Set(missingSteps(on: judged, index))
      let shown = page.facts.images.sorted { $0.range < $1.range }.compactMap {
        row(of: $0, on: judged, steps, index, limit)
      }
      let wanted = missing.sorted().compactMap { offset -> WorklistRow? in
        guard let entry = steps.entry(at: offset) else { return nil }
        return row(
          entry, page, SourcePlace(page.path, entry.step.labelRange ?? entry.step.range), nil,
          ["no picture"])
      }
      return shown + wanted
    }
    return Worklist(
      .screenshots,
      columns: ["client", "guide", "step", "caption", "picture", "problem", "page", "line"], rows)
  }

  /// The beginnings of steps without a picture, where the steps beside them have one.
  private static func missingSteps(on shown: ShownPage, _ index: SiteIndex) -> [Int] {
    Rule.stepWithoutScreenshot.findings(on: shown, index).compactMap { $0.range?.lower }
  }

  private static func row(
    of image: Image, on shown: ShownPage, _ steps: StepIndex, _ index: SiteIndex, _ limit: String
  ) -> WorklistRow? {
    let page = shown.page
    let entry = steps.entry(at: image.range.lower)
    let problems = problems(of: image, on: shown, entry, index, limit)
    guard !problems.isEmpty else { return nil }
    let name: String
    switch index.images.location(of: image, on: page) {
    case .local(let path), .missing(let path), .remote(let path): name = path
    }
    return row(entry, page, SourcePlace(page.path, image.source), name, problems)
  }

  private static func row(
    _ entry: StepIndex.Entry?, _ page: PageReading, _ place: SourcePlace, _ picture: String?,
    _ problems: [String]
  ) -> WorklistRow {
    WorklistRow(
      client: entry?.client ?? "", guide: entry?.guide.id ?? "", position: entry?.position ?? 0,
      place: place,
      cells: [
        entry?.client, entry?.guide.title, entry?.step.name, entry?.caption, picture,
        problems.joined(separator: "; "), page.path, nil,
      ])
  }

  private static func problems(
    of image: Image, on shown: ShownPage, _ entry: StepIndex.Entry?, _ index: SiteIndex,
    _ limit: String
  ) -> [String] {
    let page = shown.page
    var problems: [String] = []
    switch index.images.location(of: image, on: page) {
    case .missing: problems.append("missing")
    case .remote: problems.append("on another host")
    case .local(let path):
      if let fault = index.images.facts(of: path)?.fault { problems.append("\(fault)") }
      let picture = index.imageUses.number(of: path).map { index.imageUses.pictures[$0].first }
      let uses =
        entry.flatMap { entry in
          picture.map { shown.repeated.places(of: $0, in: entry.guide) }
        } ?? []
      if let own = uses.first(where: { $0.image == image.source })?.step {
        let others = uses.map(\.step).filter { $0 != own }
        var seen: Set<String> = []
        let names = others.map(\.name).filter { seen.insert($0).inserted }
        if !names.isEmpty { problems.append("shared with step \(names.joined(separator: ", "))") }
      }
      if let checked = page.checked?.day.text, checked < limit, entry != nil {
        problems.append("last checked on \(checked)")
      }
    }
    if image.description == nil, entry == nil || entry?.caption.isEmpty == true {
      problems.append("without description")
    }
    return problems
  }
}
