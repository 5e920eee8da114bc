import SourceText
import Syntax

/// A page cut at its headings, each section with what its heading and its author say it is.
struct Section {
  let heading: Heading?
  /// The heading's words, folded once; nil where there is no heading.
  var words: FoldedText?
  /// The heading as readers see it; nil where there is none.
  var title: String?
  let level: Int
  let parent: Int?
  var blocks: [Block] = []
  var kind: Vocabulary.SectionKind?
  /// Where the word stands that decided the kind.
  var kindWord: SourceRange?
  var directives: [Directive] = []
  var range: SourceRange

  /// The level that the author gives in a comment: to one client that another comment names, or to
  /// all clients that the section lists.
  func level(ofOneClient: Bool) -> SupportLevel? {
    let namesClient = directives.contains { if case .client = $0 { true } else { false } }
    guard namesClient == ofOneClient else { return nil }
    for case .level(let level) in directives { return level }
    return nil
  }
}

enum Outline {
  /// Sections in page order; the first is what stands before any heading.
  static func sections(of document: Document, lexicon: Lexicon) -> [Section] {
    var sections = [
      Section(heading: nil, level: 0, parent: nil, range: SourceRange(document.file.textStart, 0))
    ]
    /// The section to which blocks go.
    var current = 0
    func add(_ blocks: [Block], to index: Int) {
      sections[index].blocks += blocks
      sections[index].range = blocks.reduce(sections[index].range) { $0.union($1.range) }
    }
    func open(_ heading: Heading) {
      // Whatever stands as high is a section before it, or one around that: the way leads from the
      // last section outwards, and so is short.
      var parent: Int? = sections.count - 1
      while let above = parent, sections[above].level >= heading.level {
        parent = sections[above].parent
      }
      let text = FoldedText(heading.content, in: document.file)
      var section = Section(
        heading: heading, words: text, title: VisibleText.of(heading.content, in: document.file),
        level: heading.level, parent: parent, range: heading.range)
      if let (kind, word) = lexicon.sectionKind(of: text) {
        section.kind = kind
        section.kindWord = text.sourceRange(word)
      }
      inherit(&section, from: parent.map { sections[$0] })
      sections.append(section)
    }
    /// The section of the last heading that is one to the author's tools too.
    var opened = 0
    let blocks = document.blocks
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let heading):
        open(heading)
        current = sections.count - 1
        opened = current
      case .paragraph(let paragraph)
      where blocks.indices.contains(index + 1) && blocks[index + 1].isOrderedList:
        if let words = headingWords(of: paragraph, in: document.file) {
          current = opened
          let text = FoldedText(words, in: document.file)
          if ClientName.mention(in: text, file: document.file, lexicon: lexicon) != nil {
            open(
              Heading(
                level: sections[opened].level + 1, content: words, anchor: nil,
                range: paragraph.range))
            current = sections.count - 1
            continue
          }
        }
        add([block], to: current)
      case .tabs(let tabs) where areClients(tabs, in: document.file, lexicon: lexicon):
        let level = sections[current].level + 1
        for tab in tabs.tabs {
          open(Heading(level: level, content: tab.label, anchor: nil, range: labelRange(of: tab)))
          add(tab.blocks, to: sections.count - 1)
        }
      default: add([block], to: current)
      }
    }
    return sections
  }

  /// The words of a line like `**iOS Mail:**`, which above numbered steps is what its author made of
  /// a heading; nil for other paragraphs.
  private static func headingWords(of paragraph: Paragraph, in file: SourceFile) -> [Inline]? {
    var words = paragraph.content.filter { !$0.isBlank(in: file) }
    if case .text(let mark)? = words.last, [":", "："].contains(file.text(mark)) {
      words.removeLast()
    }
    guard words.count == 1, case .styled(.strong, let content, _) = words[0] else { return nil }
    return content
  }

  /// Tabs that are named by different clients are sections about them.
  private static func areClients(
    _ tabs: Tabs, in file: SourceFile, lexicon: Lexicon
  ) -> Bool {
    let clients = tabs.tabs.compactMap { tab in
      ClientName.mention(in: FoldedText(tab.label, in: file), file: file, lexicon: lexicon)
    }.filter { !lexicon.isSystemName($0.asWritten) }
    let names = Set(clients.map { "\($0.id) \($0.asWritten)" })
    return clients.count == tabs.tabs.count && names.count == clients.count
  }

  private static func labelRange(of tab: Tabs.Tab) -> SourceRange {
    guard let first = tab.label.first, let last = tab.label.last else { return tab.range }
    return first.range.union(last.range)
  }

  /// Below a list of clients stand its categories, below a setup guide its parts.
  private static func inherit(_ section: inout Section, from parent: Section?) {
    guard let kind = parent?.kind else { return }
    switch kind {
    case .clientList:
      if section.kind == nil || section.kind == .explanation { section.kind = .clientList }
    case .setup, .operation, .troubleshooting, .references:
      if section.kind == nil { section.kind = kind }
    case .explanation: break
    }
  }
}
