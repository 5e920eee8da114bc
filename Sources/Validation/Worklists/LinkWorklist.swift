import GuideModel
import SourceText
import Syntax

extension Worklist {
  /// The addresses that somebody has to look at: dead ones, those that nobody could confirm, those
  /// that have moved or lost the place that is named, and those that are not protected.
  package static func links(_ index: SiteIndex) -> Worklist {
    let external = ExternalLinks(index.library, index.images)
    var steps: [String: StepIndex] = [:]
    var rows: [WorklistRow] = []
    for link in external.links {
      for problem in problems(of: link, index) {
        for place in link.places {
          guard let range = place.place.range,
            problem.fragment == nil || problem.fragment == place.fragment,
            let page = index.library.page(at: place.place.path)
          else { continue }
          let known = steps[page.path] ?? StepIndex(page, index.library)
          steps[page.path] = known
          let entry = known.entry(at: range.lower)
          let client = entry?.client ?? ""
          rows.append(
            WorklistRow(
              client: client, guide: entry?.guide.id ?? "", position: entry?.position ?? 0,
              place: place.place,
              cells: [
                entry?.client, entry?.guide.title, entry?.step.name, link.address, problem.text,
                problem.since, problem.instead, page.path, nil,
              ]))
        }
      }
    }
    return Worklist(
      .links,
      columns: [
        "client", "guide", "step", "address", "problem", "since", "instead", "page", "line",
      ], rows)
  }

  private struct Problem {
    let text: String
    var since: String?
    var instead: String?
    var fragment: String?
  }

  private static func problems(of link: ExternalLinks.Link, _ index: SiteIndex) -> [Problem] {
    var problems: [Problem] = []
    if let known = index.knownLinks[link.address] {
      switch known.standing {
      case .dead(let since, _):
        problems.append(Problem(text: "dead: \(known.reason)", since: since))
      case .unconfirmed(let since):
        problems.append(Problem(text: "not confirmed: \(known.reason)", since: since))
      case .alive:
        if known.isMovedForGood, let target = known.finalAddress {
          problems.append(Problem(text: "moved for good", instead: target))
        }
      }
      for fragment in known.missingFragments {
        problems.append(Problem(text: "no place named '\(fragment)'", fragment: fragment))
      }
    }
    if AddressScheme.of(link.address) == "http" {
      problems.append(Problem(text: "not protected on its way"))
    }
    return problems
  }
}
