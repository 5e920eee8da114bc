/// The header of an answer, line by line as it arrives; of its fields only those that matter here.
struct AnswerHeader {
  private(set) var status = 0
  private(set) var isComplete = false
  /// All bytes of all lines, also of headers before the last one.
  private(set) var size = 0
  private var fields: [String: [UInt8]] = [:]

  /// Takes one line with its end. A header that says "wait" is followed by another one.
  mutating func take(_ line: UnsafeBufferPointer<UInt8>) {
    size += line.count
    // A field of such a length says nothing that anybody needs.
    guard line.count <= 16_384 else { return }
    var line = Array(line)
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    if line.starts(with: "HTTP/".utf8) {
      fields.removeAll()
      isComplete = false
      status = Self.status(line)
    } else if line.isEmpty {
      isComplete = status >= 200
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      guard Self.wanted.contains(name), fields[name] == nil else { return }
      fields[name] = Array(
        line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
    }
  }

  /// The first field of a name, given in small letters, as text.
  subscript(name: String) -> String? {
    fields[name].map { String(decoding: $0, as: UTF8.self) }
  }

  var location: [UInt8]? { fields["location"] }

  var contentLength: Int? { self["content-length"].flatMap { Int($0) } }

  var isCompressed: Bool {
    self["content-encoding"].map { !$0.isEmpty && $0.lowercased() != "identity" } ?? false
  }

  /// A field that a server is told again at the next visit: short and printable, or not kept.
  func validator(_ name: String) -> String? {
    guard let value = fields[name], (1...256).contains(value.count),
      value.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  private static func status(_ line: [UInt8]) -> Int {
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count > 1 else { return 0 }
    return Int(String(decoding: words[1], as: UTF8.self)) ?? 0
  }

  private static let wanted: Set<String> = [
    "location", "retry-after", "etag", "last-modified", "content-type", "content-length",
    "content-encoding", "server", "cf-mitigated", "x-amzn-waf-action", "x-datadome",
    "x-sucuri-block", "x-vercel-mitigated",
  ]
}
