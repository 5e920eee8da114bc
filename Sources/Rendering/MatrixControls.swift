import GuideModel

/// The controls above a matrix by which its readers choose rows and their order. They show only where
/// scripts run, and answer once `matrix.js` has come.
struct MatrixControls {
  let list: CompatibilityList
  /// How many clients the page has rows for.
  let count: Int
  let text: InterfaceText
  private var words: MatrixText { text.matrixText }

  /// Up to so many features have their choice beside the other ones.
  private static let mostShown = 4

  func html() -> String {
    """
    <search class="matrix-tools" aria-labelledby="matrix:filter">
    <form autocomplete="off" data-words="\(escaped(wordsOfScript))">
    <fieldset disabled>
    <legend id="matrix:filter" class="hidden">\(escaped(words.filter))</legend>
    \(textField)\(platforms)\(groupings)\(levels)\(checks)\
    <p class="matrix-field"><button type="reset">\(escaped(words.reset))</button></p>
    </fieldset>
    </form>
    <p class="matrix-status" role="status">\(escaped(shown))</p>
    </search>

    """
  }

  private var isPart: Bool { count < list.clients.count }

  /// What the page shows before anything is chosen.
  private var shown: String {
    (isPart ? words.shownOfPart : words.shown)(String(count), String(count))
  }

  private func escaped(_ words: String) -> String { HTMLText.escaped(words) }

  private var textField: String {
    field("<input type=\"search\" name=\"q\" enterkeyhint=\"search\">", words.find)
  }

  private var platforms: String {
    let options =
      ClientProfile.Platform.allCases.map { ($0.rawValue, ClientFacet.words($0, text)) }
      + [(MatrixGrouping.unknown, text.unknown.word)]
    return field(select("platform", [("", words.any)] + options), text.byPlatform)
  }

  private var groupings: String {
    let options = MatrixGrouping.allCases.map { ($0.rawValue, words.groups[$0] ?? $0.rawValue) }
    return field(select("group", options), words.group)
  }

  /// A choice of levels for each feature, folded away where there are many.
  private var levels: String {
    let levels: [SupportLevel?] = SupportLevel.allCases + [nil]
    let options =
      [("", words.any), ("works", words.works)]
      + levels.map { ($0?.rawValue ?? "unknown", text.levelText($0).word) }
    let fields = list.features.map { field(select("level.\($0.id)", options), $0.name) }.joined()
    return list.features.count <= Self.mostShown
      ? fields
      : "<details><summary>\(escaped(words.moreFilters))</summary>\n<div>\(fields)</div></details>\n"
  }

  private var checks: String {
    check("guide", words.onlyWithGuide) + check("current", words.onlyCurrent)
  }

  private func field(_ control: String, _ label: String) -> String {
    "<p class=\"matrix-field\"><label><span>\(escaped(label))</span> \(control)</label></p>\n"
  }

  private func check(_ name: String, _ label: String) -> String {
    "<p class=\"matrix-field matrix-check\"><label><input type=\"checkbox\" name=\"\(name)\" "
      + "value=\"1\"> <span>\(escaped(label))</span></label></p>\n"
  }

  private func select(_ name: String, _ options: [(value: String, label: String)]) -> String {
    let options = options.map { "<option value=\"\($0.value)\">\(escaped($0.label))</option>" }
    return "<select name=\"\(escaped(name))\">\(options.joined())</select>"
  }

  /// The words that the script shows, as JSON: those with values keep the places for them.
  private var wordsOfScript: String {
    func groups(_ grouping: MatrixGrouping) -> JSONText.Value {
      .object(grouping.groups(text).map { ($0.key, .string($0.words)) })
    }
    let object: JSONText.Value = .object([
      ("shown", .string((isPart ? words.shownOfPart : words.shown).pattern)),
      ("sort", .string(words.sort.pattern)), ("sorted", .string(words.sorted.pattern)),
      ("backwards", .string(words.sortedBackwards.pattern)),
      ("platform", groups(.platform)), ("kind", groups(.kind)),
    ])
    return String(decoding: JSONText.compactBytes(object), as: UTF8.self)
  }
}
