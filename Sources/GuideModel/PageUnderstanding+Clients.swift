import SourceText
import Syntax

/// Which client a page and its sections speak of.
extension PageUnderstanding {
  /// The client a section is about, by its heading, the headings above it, the page's title or
  /// name; `isOwn` where its own heading or its author says so.
  func client(of index: Int) -> (name: ClientName?, isOwn: Bool) {
    (sectionClients ?? clientsOfSections())[index]
  }

  /// The same for all sections at once: each heading is looked at once.
  func clientsOfSections() -> [(name: ClientName?, isOwn: Bool)] {
    let ofPage = clientOfPage
    let own = sections.map { ownClient(of: $0) }
    let named = idsBelow(own)
    var clients: [(name: ClientName?, isOwn: Bool)] = []
    for (section, own) in zip(sections, own) {
      if let own {
        clients.append((own, true))
        continue
      }
      guard let parent = section.parent else {
        clients.append((ofPage, false))
        continue
      }
      let above = clients[parent].name
      // "Move from A to B" above "Leave A", "Begin with B" and "Wait": who waits, is not said.
      let isShared = ofPage == nil && named[parent, default: []].count > 1
      clients.append((isShared ? nil : above, false))
    }
    return clients
  }

  /// The clients that the headings right below a section name, by that section.
  private func idsBelow(_ own: [ClientName?]) -> [Int: Set<String>] {
    var ids: [Int: Set<String>] = [:]
    for (section, client) in zip(sections, own) {
      if let parent = section.parent, let client {
        ids[parent, default: []].insert(client.id)
      }
    }
    return ids
  }

  private func ownClient(of section: Section) -> ClientName? {
    for case .client(let name) in section.directives {
      let named = ClientName.mention(
        in: FoldedText(name), file: SourceFile(path: file.path, text: name), lexicon: lexicon)
      return named ?? unknownClient(name)
    }
    return section.heading.flatMap { mention($0.content) }.flatMap(unlessSystem)
  }

  /// By what the page's author says before its text, by its title, its name or the folders in it,
  /// the nearest first.
  private var clientOfPage: ClientName? {
    if let stated = statedClient { return stated }
    for text in [title] + name.split(separator: "/").reversed().map(String.init) {
      if let found = mention(inName: text).flatMap(unlessSystem) { return versioned(found) }
    }
    return nil
  }

  private func mention(inName text: String) -> ClientName? {
    ClientName.mention(
      in: FoldedText(text), file: SourceFile(path: file.path, text: text), lexicon: lexicon)
  }

  /// "Android" is a mail program only where mail is spoken of.
  private func unlessSystem(_ client: ClientName) -> ClientName? {
    let name = String(client.asWritten.prefix { !$0.isNumber })
    return !lexicon.isSystemName(name) || isAboutMail ? client : nil
  }

  /// By its name, its title and its headings; by all its words where it has no headings.
  private var isAboutMail: Bool {
    if lexicon.has(lexicon.mailWords, in: FoldedText(name + "\n" + title)) { return true }
    if facts.headings.isEmpty {
      return lexicon.has(
        lexicon.mailWords, in: FoldedText(SourceRange(file.textStart, file.bytes.count), in: file))
    }
    return facts.headings.contains {
      lexicon.has(lexicon.mailWords, in: FoldedText($0.content, in: file))
    }
  }

  // MARK: - What a page says before its text

  /// `client: Thunderbird`, perhaps with a version beside it. Other keys that may name a program
  /// count only where the program is known.
  private var statedClient: ClientName? {
    for key in lexicon.clientKeys {
      for value in frontMatter(key) {
        if let known = mention(inName: value) { return versioned(known) }
        if key == lexicon.clientKeys[0] { return versioned(unknownClient(value)) }
      }
    }
    return nil
  }

  private func frontMatter(_ key: String) -> [String] {
    document.frontMatter.filter { field in
      let written = FoldedText(file.text(field.key)).text
      return written == key || written.hasSuffix("." + key)
    }.flatMap { $0.values.map(file.text) }.filter { !$0.isEmpty }
  }

  /// The client in the version that the page's author says, where its name has none.
  private func versioned(_ client: ClientName) -> ClientName {
    guard case .unspecified = client.versions.scope,
      let written = lexicon.versionKeys.lazy.flatMap(frontMatter).first
    else { return client }
    let whole = FoldedText("\(client.name) \(written)")
    guard let found = lexicon.versions(behindNameIn: whole.bytes, at: client.name.utf8.count)
    else { return client }
    return ClientName(
      id: client.id, name: client.name, aliases: client.aliases, kind: client.kind,
      versions: Versions(found.scopes[0], asWritten: written), asWritten: client.asWritten)
  }

  func mention(_ content: [Inline]) -> ClientName? {
    let text = FoldedText(content, in: file)
    if let known = ClientName.mention(in: text, file: file, lexicon: lexicon) { return known }
    // A client that the page itself lists may be one that nobody else knows.
    guard let client = clients.first(where: { text.find(Phrase($0.name)) != nil }) else {
      return nil
    }
    return ClientName(
      id: client.id, name: client.name, aliases: [], kind: client.kind, versions: .unspecified,
      asWritten: client.name)
  }

  func unknownClient(_ name: String) -> ClientName {
    ClientName(
      id: Slug.ascii(name, fallback: "client"), name: name, aliases: [], kind: .unknown,
      versions: .unspecified, asWritten: name)
  }
}
