import CCMark
import CommonMark

/// The same tree as ``CommonMarkTree``, printed by libcmark: what ours has to agree with.
///
/// Each node of libcmark is made as it is added. Blocks that frame HTML alone are taken away before
/// Markdown is printed.
struct LibcmarkTree: ~Copyable {
  private let root: OpaquePointer
  private var current: OpaquePointer
  private var frames: [(node: OpaquePointer, frame: CommonMarkTree.Frame)] = []

  init() {
    root = cmark_node_new(CMARK_NODE_DOCUMENT)
    current = root
  }

  deinit { cmark_node_free(root) }

  // MARK: - Building

  mutating func open(_ container: CommonMarkTree.Container) {
    switch container {
    case .paragraph: open(CMARK_NODE_PARAGRAPH)
    case .heading(let level):
      open(CMARK_NODE_HEADING)
      cmark_node_set_heading_level(current, Int32(level))
    case .bulletList(let isTight): openList(CMARK_BULLET_LIST, isTight: isTight)
    case .orderedList(let start, let isTight):
      openList(CMARK_ORDERED_LIST, isTight: isTight)
      cmark_node_set_list_start(current, Int32(start))
    case .item: open(CMARK_NODE_ITEM)
    case .blockQuote: open(CMARK_NODE_BLOCK_QUOTE)
    case .emphasis: open(CMARK_NODE_EMPH)
    case .strong: open(CMARK_NODE_STRONG)
    case .link(let url, let title):
      open(CMARK_NODE_LINK)
      cmark_node_set_url(current, url)
      cmark_node_set_title(current, title)
    case .htmlBlock(let enter, let exit):
      open(CMARK_NODE_CUSTOM_BLOCK, in: .init(html: (enter, exit)))
    case .customInline(let frame): open(CMARK_NODE_CUSTOM_INLINE, in: frame)
    }
  }

  mutating func close() { current = cmark_node_parent(current) }

  mutating func add(text: String) { addLeaf(CMARK_NODE_TEXT, text) }

  /// As frames around signs of which CommonMark knows nothing.
  mutating func add(extended text: String) {
    var rest = Substring(text)
    while let mark = rest.firstIndex(where: { $0 == "|" || $0 == "~" }) {
      add(text: String(rest[..<mark]))
      add(inline: .init(html: (String(rest[mark]), ""), markdown: ("\\" + String(rest[mark]), "")))
      rest = rest[rest.index(after: mark)...]
    }
    add(text: String(rest))
  }

  mutating func add(code: String) { addLeaf(CMARK_NODE_CODE, code) }

  mutating func addCodeBlock(_ text: String, language: String?) {
    addLeaf(CMARK_NODE_CODE_BLOCK, text)
    if let language { cmark_node_set_fence_info(cmark_node_last_child(current), language) }
  }

  mutating func addLineBreak() { append(cmark_node_new(CMARK_NODE_LINEBREAK)) }

  mutating func addSoftBreak() { append(cmark_node_new(CMARK_NODE_SOFTBREAK)) }

  mutating func addThematicBreak() { append(cmark_node_new(CMARK_NODE_THEMATIC_BREAK)) }

  mutating func add(inline frame: CommonMarkTree.Frame) {
    open(.customInline(frame))
    close()
  }

  private mutating func open(_ type: cmark_node_type, in frame: CommonMarkTree.Frame? = nil) {
    guard let node = cmark_node_new(type) else { return }
    append(node)
    current = node
    guard let frame else { return }
    frames.append((node, frame))
    dress(node, in: frame.html)
  }

  private mutating func openList(_ type: cmark_list_type, isTight: Bool) {
    open(CMARK_NODE_LIST)
    cmark_node_set_list_type(current, type)
    cmark_node_set_list_tight(current, isTight ? 1 : 0)
  }

  private mutating func addLeaf(_ type: cmark_node_type, _ literal: String) {
    guard !literal.isEmpty || type != CMARK_NODE_TEXT else { return }
    let node = cmark_node_new(type)
    cmark_node_set_literal(node, literal)
    append(node)
  }

  private mutating func append(_ node: OpaquePointer?) {
    precondition(cmark_node_append_child(current, node) == 1, "CommonMark does not nest so")
  }

  private func dress(_ node: OpaquePointer, in sides: CommonMarkTree.Frame.Sides) {
    cmark_node_set_on_enter(node, sides.enter)
    cmark_node_set_on_exit(node, sides.exit)
  }

  // MARK: - Printing

  func html() -> String { taking(cmark_render_html(root, CMARK_OPT_DEFAULT)) }

  /// Takes blocks of HTML away, so it comes after ``html()``.
  func markdown() -> String {
    for (node, frame) in frames {
      if cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK {
        unwrap(node)
      } else {
        dress(node, in: frame.markdown)
      }
    }
    // What must be escaped depends on the neighbouring characters.
    cmark_consolidate_text_nodes(root)
    return taking(cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0))
  }

  /// A block that holds inlines, such as a table of rows, becomes a paragraph.
  private func unwrap(_ node: OpaquePointer) {
    if let first = cmark_node_first_child(node), cmark_node_insert_before(node, first) != 1 {
      let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
      cmark_node_insert_before(node, paragraph)
      while let child = cmark_node_first_child(node) { cmark_node_append_child(paragraph, child) }
    }
    while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
    cmark_node_free(node)
  }

  private func taking(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return String(cString: text)
  }
}
