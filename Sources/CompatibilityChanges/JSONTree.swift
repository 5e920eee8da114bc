import CYajl

/// The tree of a JSON file while its events come in.
final class JSONTree {
  private(set) var root: JSONNode?
  private(set) var fault: PlacedFault?
  var parser: yajl_handle?
  /// Whether the parser has been given all bytes and is asked for what it held back.
  var isAtEnd = false

  private let bytes: [UInt8]
  private var open: [Container] = []
  private var count = 0
  /// Where the last event ended; the next one begins behind it.
  private var end = 0

  private struct Container {
    let offset: Int
    let isObject: Bool
    var members: [JSONNode.Member] = []
    var elements: [JSONNode] = []
    var keys: Set<String> = []
    var key = ""
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  // MARK: - Events

  /// Where the value or key of the event that is coming in begins.
  private func start() -> Int {
    var start = end
    while start < bytes.count,
      Self.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: ",")
        || bytes[start] == UInt8(ascii: ":")
    {
      start += 1
    }
    end = isAtEnd ? bytes.count : parser.map { yajl_get_bytes_consumed($0) } ?? end
    return start
  }

  /// Takes a value in. False ends the run.
  private func add(_ content: JSONNode.Content) -> Bool {
    add(JSONNode(offset: start(), content: content))
  }

  private func add(_ node: JSONNode) -> Bool {
    guard counted(at: node.offset) else { return false }
    guard let last = open.indices.last else {
      root = node
      return true
    }
    if open[last].isObject {
      open[last].members.append(.init(key: open[last].key, value: node))
    } else {
      open[last].elements.append(node)
    }
    return true
  }

  private func counted(at offset: Int) -> Bool {
    count += 1
    guard count <= JSONReader.maximumCount else {
      return failed("the file holds more than \(JSONReader.maximumCount) values", at: offset)
    }
    return true
  }

  private func begin(isObject: Bool) -> Bool {
    let offset = start()
    guard open.count < JSONReader.maximumDepth else {
      return failed(
        "values are nested more than \(JSONReader.maximumDepth) deep here", at: offset)
    }
    open.append(Container(offset: offset, isObject: isObject))
    return true
  }

  private func addKey(_ key: String) -> Bool {
    let offset = start()
    guard let last = open.indices.last else { return false }
    guard open[last].keys.insert(key).inserted else {
      return failed("the key '\(key)' stands here for the second time", at: offset)
    }
    open[last].key = key
    return counted(at: offset)
  }

  private func close() -> Bool {
    _ = start()
    guard let container = open.popLast() else { return false }
    let content: JSONNode.Content =
      container.isObject ? .object(container.members) : .array(container.elements)
    return add(JSONNode(offset: container.offset, content: content))
  }

  private func failed(_ message: String, at offset: Int) -> Bool {
    fault = PlacedFault(message, at: offset)
    return false
  }

  // MARK: - Callbacks

  private static func run(
    _ context: UnsafeMutableRawPointer?, _ event: (JSONTree) -> Bool
  ) -> Int32 {
    guard let context else { return 0 }
    return event(Unmanaged<JSONTree>.fromOpaque(context).takeUnretainedValue()) ? 1 : 0
  }

  private static func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  static var callbacks: yajl_callbacks {
    yajl_callbacks(
      yajl_null: { JSONTree.run($0) { $0.add(.null) } },
      yajl_boolean: { context, value in JSONTree.run(context) { $0.add(.boolean(value != 0)) } },
      yajl_integer: nil, yajl_double: nil,
      yajl_number: { context, digits, count in
        let text = String(
          decoding: UnsafeRawBufferPointer(start: digits, count: count), as: UTF8.self)
        return JSONTree.run(context) { $0.add(.number(text)) }
      },
      yajl_string: { context, bytes, count in
        let text = JSONTree.text(bytes, count)
        return JSONTree.run(context) { $0.add(.string(text)) }
      },
      yajl_start_map: { JSONTree.run($0) { $0.begin(isObject: true) } },
      yajl_map_key: { context, bytes, count in
        let key = JSONTree.text(bytes, count)
        return JSONTree.run(context) { $0.addKey(key) }
      },
      yajl_end_map: { JSONTree.run($0) { $0.close() } },
      yajl_start_array: { JSONTree.run($0) { $0.begin(isObject: false) } },
      yajl_end_array: { JSONTree.run($0) { $0.close() } })
  }
}
