import CYajl

/// Reads JSON into a tree of values that know their places: the one door to the library that parses.
///
/// Goes in: any bytes. Comes out: the tree, or the first fault. How large a file, how deep and how
/// many its values may be is bounded, so that no file can exhaust memory or the stack of later walks.
enum JSONReader {
  static let maximumSize = 64 * 1024 * 1024
  static let maximumDepth = 32
  static let maximumCount = 4_000_000

  static func read(_ bytes: [UInt8]) throws(PlacedFault) -> JSONNode {
    guard bytes.count <= maximumSize else {
      throw PlacedFault(
        "the file has \(bytes.count) bytes; a list may have \(maximumSize) at most", at: 0)
    }
    guard bytes.contains(where: { !JSONTree.isBlank($0) }) else {
      throw PlacedFault("the file is empty", at: 0)
    }
    let tree = JSONTree(bytes)
    try parse(bytes, into: tree)
    guard let root = tree.root else { throw PlacedFault("the JSON is cut off", at: bytes.count) }
    return root
  }

  private static func parse(_ bytes: [UInt8], into tree: JSONTree) throws(PlacedFault) {
    var callbacks = JSONTree.callbacks
    // The parser keeps pointers to the callbacks and to the tree; both outlive it here.
    let fault = withExtendedLifetime(tree) { () -> PlacedFault? in
      withUnsafePointer(to: &callbacks) { callbacks in
        guard
          let parser = yajl_alloc(callbacks, nil, Unmanaged.passUnretained(tree).toOpaque())
        else { return PlacedFault("there is no memory for a parser", at: 0) }
        defer { yajl_free(parser) }
        tree.parser = parser
        return run(parser, bytes, tree)
      }
    }
    tree.parser = nil
    if let fault { throw fault }
  }

  private static func run(
    _ parser: yajl_handle, _ bytes: [UInt8], _ tree: JSONTree
  ) -> PlacedFault? {
    var status = yajl_parse(parser, bytes, bytes.count)
    let offset = yajl_get_bytes_consumed(parser)
    if status == yajl_status_ok {
      // The parser's own count begins anew here.
      tree.isAtEnd = true
      status = yajl_complete_parse(parser)
    }
    if let fault = tree.fault { return fault }
    guard status != yajl_status_ok else { return nil }
    guard !tree.isAtEnd else { return PlacedFault("the JSON is cut off", at: bytes.count) }
    return PlacedFault("this is no JSON: \(complaint(parser))", at: max(0, offset - 1))
  }

  /// The library's own words, such as `invalid char in json text.`.
  private static func complaint(_ parser: yajl_handle) -> String {
    guard let words = yajl_get_error(parser, 0, nil, 0) else { return "it cannot be parsed" }
    defer { yajl_free_error(parser, words) }
    var text = String(cString: words)
    while let last = text.last, last.isWhitespace || last == "." { text.removeLast() }
    return text.firstIndex(of: ":").map { String(text[text.index($0, offsetBy: 2)...]) } ?? text
  }
}
