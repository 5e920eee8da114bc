import SourceText

/// Shows a document as an indented tree, one node a line: kind, attributes, quoted text.
///
/// For people who wonder how a page was read. Every dialect's tree is shown in the same words.
package enum DocumentDump {
  package static func text(_ document: Document) -> String {
    var writer = TreeWriter(document)
    writer.add("document \(document.file.path.debugDescription)") { writer in
      if let title = document.title { writer.add("title", title) }
      if let page = document.redirection { writer.add("redirection", page) }
      for field in document.frontMatter {
        writer.add("front-matter" + writer.attribute("key", field.key)) { writer in
          for value in field.values { writer.add("value", value) }
        }
      }
      writer.blocks(document.blocks)
      for comment in document.comments { writer.add("comment", comment.text) }
    }
    return writer.text
  }
}

/// Writes nodes at the depth at which they stand.
private struct TreeWriter {
  let file: SourceFile
  let meanings: [SourceRange: String]
  private(set) var text = ""
  private var depth = 0

  init(_ document: Document) {
    file = document.file
    meanings = document.meanings
  }

  mutating func add(
    _ node: String, _ quoted: SourceRange? = nil, inside: (inout TreeWriter) -> Void = { _ in }
  ) {
    text += String(repeating: "  ", count: depth) + node + (quoted.map { " " + quote($0) } ?? "")
    text += "\n"
    depth += 1
    inside(&self)
    depth -= 1
  }

  private func quote(_ range: SourceRange) -> String {
    file.text(range).debugDescription
      + (meanings[range].map { " meaning=\($0.debugDescription)" } ?? "")
  }

  func attribute(_ name: String, _ range: SourceRange?) -> String {
    range.map { " \(name)=\(quote($0))" } ?? ""
  }

  // MARK: - Blocks

  mutating func blocks(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let heading):
      add("heading level=\(heading.level)" + attribute("anchor", heading.anchor)) {
        $0.inlines(heading.content)
      }
    case .paragraph(let paragraph):
      add(paragraph.isBare ? "paragraph bare" : "paragraph") { $0.inlines(paragraph.content) }
    case .list(let list): add(list)
    case .definitionList(let list): add(list)
    case .quote(let quote): add("quote level=\(quote.level)") { $0.blocks(quote.blocks) }
    case .preformatted(let block):
      add("preformatted" + attribute("language", block.language)) { writer in
        if block.content.isEmpty {
          for line in block.lines { writer.add("line", line) }
        } else {
          writer.inlines(block.content)
        }
      }
    case .rule: add("rule")
    case .table(let table): add(table)
    case .aligned(let aligned):
      add("aligned \(aligned.alignment.rawValue)") { $0.blocks(aligned.blocks) }
    case .tableOfContents: add("table-of-contents")
    case .spacer: add("spacer")
    case .anchor(let name, range: _): add("anchor", name)
    case .inclusion(let inclusion):
      add("inclusion" + (inclusion.showsTitle ? "" : " without-title"), inclusion.page)
    case .pageList(let list): add("page-list" + attribute("parent", list.parent))
    case .navigation(let navigation): add("navigation" + attribute("home", navigation.home))
    case .admonition(let admonition): add(admonition)
    case .tabs(let tabs): add(tabs)
    case .plugin(let plugin): add(plugin)
    }
  }

  private mutating func add(_ list: List) {
    add(
      "list \(list.isOrdered ? "ordered" : "unordered") level=\(list.level)"
        + (list.start == 1 ? "" : " start=\(list.start)")
    ) { writer in
      for item in list.items {
        let task = item.isDone.map { $0 ? " done" : " to-do" } ?? ""
        writer.add("item" + writer.attribute("label", item.label) + task) {
          $0.blocks(item.blocks)
        }
      }
    }
  }

  private mutating func add(_ admonition: Admonition) {
    let folding = admonition.isCollapsed.map { $0 ? " collapsed" : " expanded" } ?? ""
    add("admonition" + attribute("kind", admonition.kind) + folding) { writer in
      if !admonition.title.isEmpty {
        writer.add("title") { $0.inlines(admonition.title) }
      }
      writer.blocks(admonition.blocks)
    }
  }

  private mutating func add(_ tabs: Tabs) {
    add("tabs") { writer in
      for tab in tabs.tabs {
        writer.add("tab") { writer in
          writer.add("label") { $0.inlines(tab.label) }
          writer.blocks(tab.blocks)
        }
      }
    }
  }

  private mutating func add(_ list: DefinitionList) {
    add("definition-list level=\(list.level)") { writer in
      for entry in list.entries {
        writer.add("entry") { writer in
          writer.add("term") { $0.inlines(entry.term) }
          writer.add("definition") { $0.blocks(entry.definition) }
        }
      }
    }
  }

  private mutating func add(_ table: Table) {
    add("table") { writer in
      for row in table.rows {
        writer.add("row \(row.section)") { writer in
          for cell in row.cells { writer.add(cell) }
        }
      }
    }
  }

  private mutating func add(_ cell: Table.Cell) {
    var node = "cell column=\(cell.column)"
    if cell.isHeader { node += " header" }
    if cell.columnSpan > 1 { node += " column-span=\(cell.columnSpan)" }
    if cell.rowSpan > 1 { node += " row-span=\(cell.rowSpan)" }
    if let alignment = cell.alignment { node += " \(alignment.rawValue)" }
    add(node) { $0.inlines(cell.content) }
  }

  private mutating func add(_ plugin: Plugin) {
    add(
      "plugin" + attribute("name", plugin.name) + attribute("arguments", plugin.arguments)
        + (plugin.isForWikiOnly ? " for-wiki-only" : "")
    ) { writer in
      writer.inlines(plugin.content)
      for line in plugin.lines { writer.add("line", line) }
    }
  }

  // MARK: - Inlines

  mutating func inlines(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let range): add("text", range)
    case .character(let character, let range):
      add("character \(character.debugDescription) written", range)
    case .lineBreak: add("line-break")
    case .softBreak: add("soft-break")
    case .styled(let style, let content, _): add(name(style)) { $0.inlines(content) }
    case .ruby(let content, let reading, range: _):
      add("ruby" + attribute("reading", reading)) { $0.inlines(content) }
    case .link(let link):
      add("link " + target(link.target) + attribute("title", link.title)) {
        $0.inlines(link.label)
      }
    case .image(let image):
      add(name(image))
    case .footnote(let content, _): add("footnote") { $0.inlines(content) }
    case .anchor(let name, range: _): add("anchor", name)
    case .plugin(let plugin): add(plugin)
    }
  }

  private func name(_ style: Inline.Style) -> String {
    switch style {
    case .strong: "strong"
    case .emphasis: "emphasis"
    case .strike: "strike"
    case .inserted: "inserted"
    case .coloured(let colour): "coloured" + attribute("colour", colour)
    case .raised: "raised"
    case .lowered: "lowered"
    case .larger: "larger"
    case .smaller: "smaller"
    case .code: "code"
    case .keyboard: "keyboard"
    case .plain: "plain"
    }
  }

  private func name(_ image: Image) -> String {
    var text = "image" + attribute("source", image.source)
    switch image.holder {
    case .none: break
    case .thisPage: text += " attached"
    case .page(let page): text += attribute("page", page)
    }
    switch image.size {
    case .pixels(let width, let height)?: text += " size=\(width)x\(height)"
    case .width(let width)?: text += " size=\(width)"
    case .percent(let percent)?: text += " size=\(percent)%"
    case nil: break
    }
    if let alignment = image.alignment { text += " \(alignment.rawValue)" }
    if image.isFloating { text += " floating" }
    return text + (image.isLinked ? " linked" : "")
      + attribute("description", image.description) + attribute("title", image.title)
  }

  private func target(_ target: Link.Target) -> String {
    switch target {
    case .page(let name, let anchor): "page=\(quote(name))" + attribute("anchor", anchor)
    case .anchor(let name): "anchor=\(quote(name))"
    case .url(let address): "url=\(quote(address))"
    case .mail(let address): "mail=\(quote(address))"
    case .interWiki(let wiki, let name): "wiki=\(quote(wiki)) name=\(quote(name))"
    case .file(let path, let anchor): "file=\(quote(path))" + attribute("anchor", anchor)
    case .attachment(let name, let page): "attachment=\(quote(name))" + attribute("page", page)
    }
  }
}
