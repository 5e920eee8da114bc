#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The one door to iconv: from or to UTF-8, and past what it does not know.
struct Converter: ~Copyable {
  /// The encodings of iconv that are used here.
  enum Name: String {
    case eucJP = "EUC-JP-MS"
    case shiftJIS = "CP932"
  }

  private let name: Name
  private let handle: iconv_t?
  private var buffer = [CChar](repeating: 0, count: 16_384)

  init(from name: Name) {
    self.name = name
    handle = Self.open("UTF-8", name.rawValue)
  }

  init(to name: Name) {
    self.name = name
    handle = Self.open(name.rawValue, "UTF-8")
  }

  deinit { if let handle { iconv_close(handle) } }

  /// Nil where the system has no such encoding; then every byte beyond ASCII is a fault.
  private static func open(_ target: String, _ source: String) -> iconv_t? {
    let handle = iconv_open(target, source)
    return handle == iconv_t(bitPattern: -1) ? nil : handle
  }

  /// - Returns: UTF-8 with U+FFFD for what is no text, and where that stood in the source.
  mutating func decode(_ source: [UInt8]) -> (bytes: [UInt8], faults: [Int]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + source.count / 2)
    var faults: [Int] = []
    var index = 0
    var stop = firstForeign(in: source[...])
    while index < source.count {
      index = convert(source, from: index, to: stop, into: &bytes)
      guard index < source.count else { break }
      faults.append(index)
      bytes += DecodedText.replacement
      index += faultLength(at: index, in: source)
      if stop < index { stop = firstForeign(in: source[index...]) }
    }
    return (bytes, faults)
  }

  /// Nil where something cannot be written.
  mutating func encode(_ text: String) -> [UInt8]? {
    let source = text.unicodeScalars.map { Self.written[$0] ?? String($0) }.joined()
    var bytes: [UInt8] = []
    let utf8 = Array(source.utf8)
    return convert(utf8, from: 0, to: utf8.count, into: &bytes) == utf8.count ? bytes : nil
  }

  /// The first byte that is text to iconv and to nobody else: NUL, and controls beyond ASCII.
  private func firstForeign(in source: ArraySlice<UInt8>) -> Int {
    let index = source.firstIndex { byte in
      switch byte {
      case 0: true
      case 0x80...0x8D, 0x90...0x9F: name == .eucJP
      default: false
      }
    }
    return index ?? source.endIndex
  }

  /// A character of several bytes that nobody has given a meaning is one fault, not several. ASCII
  /// is never part of a fault.
  private func faultLength(at index: Int, in source: [UInt8]) -> Int {
    func follows(_ distance: Int, _ trails: ClosedRange<UInt8>) -> Bool {
      index + distance < source.count && trails.contains(source[index + distance])
    }
    switch (name, source[index]) {
    case (.eucJP, 0x8F) where follows(1, 0xA1...0xFE) && follows(2, 0xA1...0xFE): return 3
    case (.eucJP, 0x8E) where follows(1, 0xA1...0xFE): return 2
    case (.eucJP, 0xA1...0xFE) where follows(1, 0xA1...0xFE): return 2
    case (.shiftJIS, 0x81...0x9F) where follows(1, 0x80...0xFC): return 2
    case (.shiftJIS, 0xE0...0xFC) where follows(1, 0x80...0xFC): return 2
    default: return 1
    }
  }

  /// Characters that JIS and Windows put at the same place.
  private static let written: [Unicode.Scalar: String] = [
    "\u{301C}": "\u{FF5E}", "\u{2016}": "\u{2225}", "\u{2212}": "\u{FF0D}",
    "\u{2014}": "\u{2015}",
    "\u{00A2}": "\u{FFE0}", "\u{00A3}": "\u{FFE1}", "\u{00AC}": "\u{FFE2}",
  ]

  /// Converts as far as it goes.
  /// - Returns: the index of the first byte that could not be converted, or `end`.
  private mutating func convert(
    _ source: [UInt8], from start: Int, to end: Int, into bytes: inout [UInt8]
  ) -> Int {
    guard let handle else { return copyASCII(source, from: start, to: end, into: &bytes) }
    iconv(handle, nil, nil, nil, nil)
    var index = start
    while index < end {
      let (read, written, code) = step(handle, source, index..<end)
      bytes += buffer[..<written].lazy.map { UInt8(bitPattern: $0) }
      index += read
      if code != 0 && code != E2BIG { return index }
    }
    return index
  }

  private mutating func step(
    _ handle: iconv_t, _ source: [UInt8], _ range: Range<Int>
  ) -> (read: Int, written: Int, code: Int32) {
    source.withUnsafeBytes { source in
      buffer.withUnsafeMutableBufferPointer { buffer in
        var input = UnsafeMutablePointer(
          mutating: source.baseAddress?.advanced(by: range.lowerBound)
            .assumingMemoryBound(to: CChar.self))
        var inputLeft = range.count
        var output = buffer.baseAddress
        var outputLeft = buffer.count
        let result = iconv(handle, &input, &inputLeft, &output, &outputLeft)
        let code = result == Int(bitPattern: UInt.max) ? errno : 0
        return (range.count - inputLeft, buffer.count - outputLeft, code)
      }
    }
  }

  private func copyASCII(
    _ source: [UInt8], from start: Int, to end: Int, into bytes: inout [UInt8]
  ) -> Int {
    var index = start
    while index < end, source[index] < 0x80 {
      bytes.append(source[index])
      index += 1
    }
    return index
  }
}
