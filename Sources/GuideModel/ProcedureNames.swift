import SourceText

/// Many names made ready for finding those that hold some words, and those that the words hold.
///
/// What is found is what a look at each name would find; only so few are looked at that words on every
/// page of a large site can be looked up.
struct ProcedureNames: Sendable {
  private let names: [String]
  /// The names that hold three bytes side by side, by these.
  private var holding: [UInt32: [Int32]] = [:]
  /// The names themselves.
  private var whole: [String: [Int32]] = [:]
  /// How long names are that begin with three bytes, by these.
  private var lengths: [UInt32: Set<Int>] = [:]
  /// Names with letters that Unicode writes in several ways: each is looked at.
  private var others: [Int] = []

  /// Shorter names are held by too many words.
  private static let shortest = 4

  init(_ names: [String]) {
    self.names = names
    for (index, name) in names.enumerated() {
      guard Self.isPlain(name) else {
        others.append(index)
        continue
      }
      whole[name, default: []].append(Int32(index))
      let bytes = Array(name.utf8)
      for triple in Set(Self.triples(bytes)) { holding[triple, default: []].append(Int32(index)) }
      if bytes.count >= Self.shortest, let first = Self.triples(bytes).first {
        lengths[first, default: []].insert(bytes.count)
      }
    }
  }

  /// The names that hold a name or are held by it, in order.
  func alike(_ name: String) -> [Int] {
    guard Self.isPlain(name) else {
      return names.indices.filter { Self.areAlike(names[$0], name) }
    }
    let bytes = Array(name.utf8)
    var found = others.filter { Self.areAlike(names[$0], name) }
    found += rarest(Self.triples(bytes)).filter { names[$0].contains(name) }
    for (start, triple) in Self.triples(bytes).enumerated() {
      for length in lengths[triple] ?? [] where start + length <= bytes.count {
        let part = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
        found += (whole[part] ?? []).map(Int.init)
      }
    }
    found.sort()
    return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
  }

  private static func areAlike(_ known: String, _ name: String) -> Bool {
    known.contains(name) || known.utf8.count >= shortest && name.contains(known)
  }

  /// The names that hold the one of some triples that fewest hold.
  private func rarest(_ triples: [UInt32]) -> [Int] {
    var fewest: [Int32]?
    for triple in triples {
      guard let names = holding[triple] else { return [] }
      if names.count < fewest?.count ?? Int.max { fewest = names }
    }
    return (fewest ?? []).map(Int.init)
  }

  private static func triples(_ bytes: [UInt8]) -> [UInt32] {
    guard bytes.count >= 3 else { return [] }
    return (0...(bytes.count - 3)).map {
      UInt32(bytes[$0]) << 16 | UInt32(bytes[$0 + 1]) << 8 | UInt32(bytes[$0 + 2])
    }
  }

  /// Whether a name has only letters that are written in one way, so that bytes tell whether it holds
  /// another: ASCII, kana without marks of their own, and kanji.
  private static func isPlain(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case ..<0x80, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
      default: false
      }
    }
  }
}
