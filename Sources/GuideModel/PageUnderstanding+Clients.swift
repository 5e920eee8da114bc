import SourceText
import Syntax

/// Which clients a page, its headings and its author name, before the page's own lists are looked at.
struct NamedClients {
  let ofPage: ClientName?
  /// By section.
  let ofSections: [OfSection]

  enum OfSection {
    case client(ClientName)
    /// It surely speaks of none.
    case none
    /// No client that others know; the page may list one by that name.
    case unknown
  }
}

/// Which client a page and its sections speak of.
extension PageUnderstanding {
  /// The client a section is about, by its heading, the headings above it, the page's title or
  /// name; `isOwn` where its own heading or its author says so.
  func client(of index: Int) -> (name: ClientName?, isOwn: Bool) { sectionClients[index] }

  /// Works out the clients of all sections, with those that the page itself has listed so far.
  mutating func nameSectionClients() {
    let named = namedClients ?? findNamedClients()
    namedClients = named
    let own = ownClients(named)
    let isShared = named.ofPage == nil ? sectionsWithSeveral(own) : []
    var clients: [(name: ClientName?, isOwn: Bool)] = []
    clients.reserveCapacity(sections.count)
    for (section, own) in zip(sections, own) {
      if let own {
        clients.append((own, true))
      } else if let parent = section.parent {
        // "Move from A to B" above "Leave A", "Begin with B" and "Wait": who waits, is not said.
        clients.append((isShared.contains(parent) ? nil : clients[parent].name, false))
      } else {
        clients.append((named.ofPage, false))
      }
    }
    sectionClients = clients
  }

  private mutating func findNamedClients() -> NamedClients {
    var ofSections: [NamedClients.OfSection] = []
    ofSections.reserveCapacity(sections.count)
    for section in sections {
      if let stated = statedClient(of: section) {
        ofSections.append(.client(stated))
      } else if let words = section.words {
        guard let known = ClientName.mention(in: words, file: file, lexicon: lexicon) else {
          ofSections.append(.unknown)
          continue
        }
        ofSections.append(isNoSystem(known) ? .client(known) : .none)
      } else {
        ofSections.append(.none)
      }
    }
    return NamedClients(ofPage: findClientOfPage(), ofSections: ofSections)
  }

  /// A client that the page itself lists may be one that nobody else knows.
  private mutating func ownClients(_ named: NamedClients) -> [ClientName?] {
    var listed: (phrases: [Phrase], search: NameSearch)?
    var own: [ClientName?] = []
    own.reserveCapacity(sections.count)
    for (section, client) in zip(sections, named.ofSections) {
      switch client {
      case .client(let name): own.append(name)
      case .none: own.append(nil)
      case .unknown:
        guard let words = section.words, !clients.isEmpty else {
          own.append(nil)
          continue
        }
        let names = listed ?? namesOfClients()
        listed = names
        own.append(listedClient(in: words, names))
      }
    }
    return own
  }

  private func namesOfClients() -> (phrases: [Phrase], search: NameSearch) {
    let phrases = clients.map { Phrase($0.name) }
    return (phrases, NameSearch(phrases.lazy.map(\.bytes)))
  }

  /// The first of the page's clients whose name stands in a heading.
  private mutating func listedClient(
    in words: FoldedText, _ names: (phrases: [Phrase], search: NameSearch)
  ) -> ClientName? {
    var first: Int?
    for start in words.bytes.indices {
      let found = names.search.first(in: words.bytes, at: start) {
        words.stands(names.phrases[$0], at: start)
      }
      if let found, first.map({ found < $0 }) ?? true { first = found }
    }
    guard let first else { return nil }
    let client = clients[first]
    let name = ClientName(
      id: client.id, name: client.name, aliases: [], kind: client.kind, versions: .unspecified,
      asWritten: client.name)
    return isNoSystem(name) ? name : nil
  }

  /// The sections with headings right below them that name different clients.
  private func sectionsWithSeveral(_ own: [ClientName?]) -> Set<Int> {
    var first = [String?](repeating: nil, count: sections.count)
    var several: Set<Int> = []
    for (section, client) in zip(sections, own) {
      guard let parent = section.parent, let client else { continue }
      if let known = first[parent] {
        if known != client.id { several.insert(parent) }
      } else {
        first[parent] = client.id
      }
    }
    return several
  }

  /// The client that a section's author names in a comment.
  func statedClient(of section: Section) -> ClientName? {
    for case .client(let name) in section.directives {
      let named = ClientName.mention(
        in: FoldedText(name), file: SourceFile(path: file.path, text: name), lexicon: lexicon)
      return named ?? unknownClient(name)
    }
    return nil
  }

  /// By what the page's author says before its text, by its title, its name or the folders in it,
  /// the nearest first.
  private mutating func findClientOfPage() -> ClientName? {
    if let stated = statedClient { return stated }
    let parts = name.utf8.split(separator: UInt8(ascii: "/")).reversed()
    for text in [title] + parts.map({ String(Substring($0)) }) {
      if let found = mention(inName: text), isNoSystem(found) { return versioned(found) }
    }
    return nil
  }

  private func mention(inName text: String) -> ClientName? {
    ClientName.mention(
      in: FoldedText(text), file: SourceFile(path: file.path, text: text), lexicon: lexicon)
  }

  /// "Android" is a mail program only where mail is spoken of.
  private mutating func isNoSystem(_ client: ClientName) -> Bool {
    guard lexicon.beginsWithSystem(client.asWritten) else { return true }
    let name = String(client.asWritten.prefix { !$0.isNumber })
    guard lexicon.isSystemName(name) else { return true }
    let isAboutMail = speaksOfMail ?? isAboutMail
    speaksOfMail = isAboutMail
    return isAboutMail
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
    guard !document.frontMatter.isEmpty else { return nil }
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
    guard !document.frontMatter.isEmpty, case .unspecified = client.versions.scope,
      let written = lexicon.versionKeys.lazy.flatMap(frontMatter).first
    else { return client }
    let whole = FoldedText("\(client.name) \(written)")
    guard let found = lexicon.versions(behindNameIn: whole.bytes, at: client.name.utf8.count)
    else { return client }
    return ClientName(
      id: client.id, name: client.name, aliases: client.aliases, kind: client.kind,
      versions: Versions(found.scopes[0], asWritten: written), asWritten: client.asWritten)
  }

  func unknownClient(_ name: String) -> ClientName {
    ClientName(
      id: Slug.ascii(name, fallback: "client"), name: name, aliases: [], kind: .unknown,
      versions: .unspecified, asWritten: name)
  }
}
