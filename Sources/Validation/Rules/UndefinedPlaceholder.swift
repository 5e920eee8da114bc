import GuideModel
import SourceText
import Syntax

extension Rule {
  static let undefinedPlaceholder = Rule(
    name: "undefined-placeholder", severity: .error,
    summary: "a placeholder such as {{incoming.host}} stands for nothing",
    explanation: """
      Readers would see the braces in the place of a value. What placeholders stand for is written \
      in 'provider.yml' beside the pages: the company's servers, and how its customers' accounts are \
      formed. In the target of a link nothing is put in a placeholder's place.
      """,
    wrong: Example(
      "a slip in the name", "*Setup (Thunderbird)\n+Server: {{incoming.hots}}\n+Port: 993\n",
      provider: .example),
    right: Example(
      "a name that there is", "*Setup (Thunderbird)\n+Server: {{incoming.host}}\n+Port: 993\n",
      provider: .example),
    shownCheck: { shown, index in
      let page = shown.page
      let file = page.document.file
      guard WrittenPlaceholder.mayStand(in: file), !index.isProviderUnreadable else { return [] }
      let shown = shown.words.flatMap { WrittenPlaceholder.all(in: $0, of: file) }
      let inTargets = page.facts.links.filter { link in
        // A link without words of its own shows its target.
        !(link.label.count == 1 && link.label[0].range == link.targetRange)
      }.flatMap { WrittenPlaceholder.all(in: $0.targetRange, of: file) }
      guard let provider = index.provider else { return withoutProvider(shown + inTargets) }
      return shown.compactMap { finding($0, provider) }
        + inTargets.filter { $0.placeholder != nil }.map { written in
          Finding(
            range: written.sourceRange,
            message:
              "'{{\(written.name)}}' stands in the target of a link, where it stays as it is",
            help: "write the address itself", subject: written.name)
        }
    })

  private static func finding(
    _ written: WrittenPlaceholder, _ provider: ProviderSettings
  ) -> Finding? {
    if let placeholder = written.placeholder {
      guard !provider.defines(placeholder) else { return nil }
      return Finding(
        range: written.sourceRange,
        message: "'\(provider.file.path)' does not say what '{{\(written.name)}}' stands for",
        help: missing(placeholder), subject: written.name)
    }
    let nearest = NearestName.find(written.name, among: Placeholder.all.map(\.name))
    // Names without a dot are those of other programs, unless they nearly are one of ours.
    guard nearest != nil || written.name.contains(".") else { return nil }
    return Finding(
      range: written.sourceRange, message: "there is no placeholder '{{\(written.name)}}'",
      help: nearest.map { "did you mean '{{\($0)}}'?" }
        ?? "such as '{{incoming.host}}' or '{{account.address}}'",
      suggestion: nearest.map {
        .init(written.sourceRange, replacement: "{{\($0)}}", certainty: .maybe)
      }, subject: written.name)
  }

  private static func missing(_ placeholder: Placeholder) -> String {
    switch placeholder {
    case .server(let server, _):
      "it names no \(server.rawValue.uppercased()) server; "
        + "'incoming' and 'outgoing' stand for those that there are"
    case .popBeforeSMTPMinutes: "write 'pop_before_smtp_minutes: …' there"
    case .account, .providerName: "write it there"
    }
  }

  /// What is missing is missing for all of them: one finding says so.
  private static func withoutProvider(_ all: [WrittenPlaceholder]) -> [Finding] {
    let known = all.filter { $0.placeholder != nil }
    guard let first = known.first else { return [] }
    let more = known.count > 1 ? " (and \(known.count - 1) more)" : ""
    return [
      Finding(
        range: first.sourceRange,
        message: "nothing says what '{{\(first.name)}}'\(more) stands for",
        help: "write the servers of the hosting company into 'provider.yml' beside the pages",
        subject: first.name)
    ]
  }
}

extension WrittenPlaceholder {
  fileprivate var sourceRange: SourceRange { SourceRange(range.lowerBound, range.upperBound) }
}
