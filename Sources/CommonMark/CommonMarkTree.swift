import CCMark

/// A CommonMark tree that is built once and printed twice, as HTML and as Markdown.
///
/// Owns libcmark's nodes and frees them; no pointer leaves this type. Nodes are added at the place
/// that is open. What HTML and Markdown say differently, such as ids, stands in a ``Frame``. HTML is
/// printed in libcmark's safe mode: text never becomes markup, unsafe addresses are left out.
package struct CommonMarkTree: ~Copyable {
  private let root: OpaquePointer
  private var current: OpaquePointer
  /// For each open container whether libcmark took it; what is put in a refused one goes to the
  /// container around it, so that no text is lost.
  private var opened: [Bool] = []
  private var frames: [(node: OpaquePointer, frame: Frame)] = []
  /// Titles in which libcmark would let signs stand that mean something to Markdown.
  private var titles: [(node: OpaquePointer, title: String)] = []
  private var isMarkdown = false

  /// How often nesting was illegal in CommonMark: 0 unless a caller is wrong.
  package private(set) var refusals = 0

  package init() {
    root = Self.make(CMARK_NODE_DOCUMENT)
    current = root
  }

  deinit { cmark_node_free(root) }

  // MARK: - Building

  /// Opens a container at the open place; everything added until ``close()`` goes into it.
  package mutating func open(_ container: Container) {
    let node = Self.make(container.nodeType)
    configure(node, as: container)
    guard append(node) else {
      opened.append(false)
      return
    }
    remember(container.frame, of: node)
    opened.append(true)
    current = node
  }

  package mutating func close() {
    guard opened.popLast() == true, let parent = cmark_node_parent(current) else { return }
    current = parent
  }

  package mutating func add(text: String) { add(text: Array(text.utf8)[...]) }

  /// Adds text that lies in a file. Control characters, which no page may hold, become spaces.
  package mutating func add(text bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    addLiteral(CMARK_NODE_TEXT) { node in
      Self.withCString(bytes) { cmark_node_set_literal(node, $0) }
    }
  }

  /// Adds a span of code; Markdown puts as many backticks around it as it needs.
  package mutating func add(code bytes: ArraySlice<UInt8>) {
    addLiteral(CMARK_NODE_CODE) { node in
      Self.withCString(bytes) { cmark_node_set_literal(node, $0) }
    }
  }

  /// Whether what comes next may stand right behind a backtick of Markdown, with which its own would
  /// run together.
  package var isBehindCode: Bool {
    var node = current
    var last = cmark_node_last_child(current)
    while last == nil, cmark_node_get_type(node) == CMARK_NODE_CUSTOM_INLINE,
      let parent = cmark_node_parent(node)
    {
      last = cmark_node_previous(node)
      node = parent
    }
    while let inner = last {
      guard cmark_node_get_type(inner) == CMARK_NODE_CUSTOM_INLINE else {
        return cmark_node_get_type(inner) == CMARK_NODE_CODE
      }
      last = cmark_node_last_child(inner)
      // What holds nothing and stands last was framed last.
      if last == nil, let frame = frames.last, frame.node == inner {
        return (frame.frame.markdown.enter + frame.frame.markdown.exit).hasSuffix("`")
      }
    }
    return false
  }

  /// - Parameter language: what the code is written in; one word.
  package mutating func addCodeBlock(_ text: String, language: String? = nil) {
    addLiteral(CMARK_NODE_CODE_BLOCK) { node in
      if let language { Self.check(cmark_node_set_fence_info(node, language)) }
      return cmark_node_set_literal(node, text)
    }
  }

  package mutating func addLineBreak() { addLeaf(CMARK_NODE_LINEBREAK) }

  package mutating func addSoftBreak() { addLeaf(CMARK_NODE_SOFTBREAK) }

  package mutating func addThematicBreak() { addLeaf(CMARK_NODE_THEMATIC_BREAK) }

  /// Adds a picture with its alternative text.
  package mutating func addImage(url: String, alternative: String) {
    open(.image(url: url))
    add(text: alternative)
    close()
  }

  /// Adds what HTML and Markdown each print as it stands.
  package mutating func add(inline frame: Frame) {
    open(.customInline(frame))
    close()
  }

  // MARK: - Printing

  package func html() -> [UInt8] {
    assert(!isMarkdown, "HTML is printed first: Markdown takes its frames away")
    return Self.taking(cmark_render_html(root, CMARK_OPT_DEFAULT))
  }

  /// Prints Markdown. Takes blocks away that frame HTML only, so call it after ``html()``.
  package mutating func markdown() -> [UInt8] {
    if !isMarkdown {
      isMarkdown = true
      for (node, frame) in frames { dressAsMarkdown(node, frame) }
      for (node, title) in titles { Self.check(cmark_node_set_title(node, title)) }
      // What must be escaped depends on the neighbouring characters.
      cmark_consolidate_text_nodes(root)
    }
    return Self.taking(cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0))
  }

  /// libcmark sets every custom block apart by blank lines, even one that prints nothing: such a
  /// block gives its place to what it holds.
  private func dressAsMarkdown(_ node: OpaquePointer, _ frame: Frame) {
    let isEmpty = frame.markdown.enter.isEmpty && frame.markdown.exit.isEmpty
    if isEmpty, cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK, unwrap(node) { return }
    Self.dress(node, in: frame.markdown)
  }

  /// A block that holds inlines, such as a table of rows, becomes a paragraph.
  private func unwrap(_ node: OpaquePointer) -> Bool {
    if let first = cmark_node_first_child(node), cmark_node_insert_before(node, first) != 1 {
      let paragraph = Self.make(CMARK_NODE_PARAGRAPH)
      guard cmark_node_insert_before(node, paragraph) == 1 else {
        cmark_node_free(paragraph)
        return false
      }
      while let child = cmark_node_first_child(node) {
        guard cmark_node_append_child(paragraph, child) == 1 else { return false }
      }
    }
    while let child = cmark_node_first_child(node) {
      guard cmark_node_insert_before(node, child) == 1 else { return false }
    }
    cmark_node_free(node)
    return true
  }

  private static func dress(_ node: OpaquePointer, in sides: Frame.Sides) {
    check(cmark_node_set_on_enter(node, sides.enter))
    check(cmark_node_set_on_exit(node, sides.exit))
  }

  // MARK: - Nodes

  private mutating func configure(_ node: OpaquePointer, as container: Container) {
    switch container {
    case .heading(let level): Self.check(cmark_node_set_heading_level(node, Int32(min(6, level))))
    case .bulletList(let isTight):
      Self.check(cmark_node_set_list_type(node, CMARK_BULLET_LIST))
      Self.check(cmark_node_set_list_tight(node, isTight ? 1 : 0))
    case .orderedList(let start, let isTight):
      Self.check(cmark_node_set_list_type(node, CMARK_ORDERED_LIST))
      Self.check(cmark_node_set_list_start(node, Int32(clamping: start)))
      Self.check(cmark_node_set_list_tight(node, isTight ? 1 : 0))
    case .link(let url, let title):
      Self.check(cmark_node_set_url(node, url))
      if let title { setTitle(title, of: node) }
    case .image(let url): Self.check(cmark_node_set_url(node, url))
    case .paragraph, .item, .blockQuote, .emphasis, .strong, .customBlock, .customInline: break
    }
  }

  private mutating func setTitle(_ title: String, of node: OpaquePointer) {
    let bytes = Array(title.utf8)[...]
    Self.check(Self.withCString(bytes) { cmark_node_set_title(node, $0) })
    let plain = String(decoding: PrintableText.of(bytes), as: UTF8.self)
    let escaped = plain.replacing("&", with: "&amp;").replacing("|", with: "&#124;")
      .replacing("\n", with: " ")
    if escaped != plain { titles.append((node, escaped)) }
  }

  private mutating func remember(_ frame: Frame?, of node: OpaquePointer) {
    guard let frame else { return }
    frames.append((node, frame))
    Self.dress(node, in: frame.html)
  }

  private mutating func addLeaf(_ type: cmark_node_type) { _ = append(Self.make(type)) }

  private mutating func addLiteral(
    _ type: cmark_node_type, set: (OpaquePointer) -> Int32
  ) {
    let node = Self.make(type)
    Self.check(set(node))
    _ = append(node)
  }

  /// libcmark does nothing where nesting is illegal, but says so.
  private mutating func append(_ node: OpaquePointer) -> Bool {
    guard cmark_node_append_child(current, node) == 1 else {
      cmark_node_free(node)
      refusals += 1
      return false
    }
    return true
  }

  private static func make(_ type: cmark_node_type) -> OpaquePointer {
    guard let node = cmark_node_new(type) else {
      preconditionFailure("libcmark ends the program itself where memory runs out")
    }
    return node
  }

  /// A setter fails only on a node of another type, which ``configure(_:as:)`` rules out.
  private static func check(_ result: Int32) {
    assert(result == 1, "libcmark refused an attribute")
  }

  private static func withCString(
    _ bytes: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { buffer in
      let count = PrintableText.copy(bytes, to: buffer)
      buffer[count] = 0
      return buffer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { body($0) } ?? 0
      }
    }
  }

  private static func taking(_ text: UnsafeMutablePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
