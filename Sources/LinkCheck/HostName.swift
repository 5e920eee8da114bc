import CUTF8Proc

/// The host of an address in the one form in which hosts are compared and asked.
///
/// Small letters, international names in their ASCII form, IPv4 addresses in four numbers however
/// odd they were written (`0x7f.1`, `2130706433`, `0177.0.0.1`), IPv6 addresses in brackets.
enum HostName {
  /// The normal form of a host as it stands between `//` and the path; nil where it names none.
  static func normal(_ written: String) -> String? {
    if written.utf8.first == UInt8(ascii: "[") {
      guard written.utf8.last == UInt8(ascii: "]"),
        let address = IPAddress(written.dropFirst().dropLast()), address.bytes.count == 16
      else { return nil }
      return "[" + address.text + "]"
    }
    guard let name = asciiForm(PercentCoding.decoded(written)), isHostName(name) else { return nil }
    let labels = name.split(separator: ".")
    guard let last = labels.last, number(last) != nil || last.utf8.allSatisfy(isDigit) else {
      return name
    }
    // A name whose last label is a number is an IPv4 address or nothing.
    return address(labels)?.text
  }

  /// The address that a host in its normal form is, where it is one.
  static func address(of normal: String) -> IPAddress? {
    normal.utf8.first == UInt8(ascii: "[")
      ? IPAddress(normal.dropFirst().dropLast()) : IPAddress(normal)
  }

  /// Folds letters as browsers do and writes each label in ASCII.
  private static func asciiForm(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let folded = text.utf8.allSatisfy { $0 < 0x80 } ? text.lowercased() : foldedName(text)
    guard let folded else { return nil }
    let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
    let labels = folded.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: dots.contains)
    var ascii: [String] = []
    for label in labels {
      guard let encoded = Punycode.encoded(String(Substring(label))) else { return nil }
      ascii.append(encoded)
    }
    return ascii.joined(separator: ".")
  }

  /// Compatibility folding keeps the two letters that would become others: `ß` and `ς` are names of
  /// their own today.
  private static func foldedName(_ text: String) -> String? {
    let kept: Set<Unicode.Scalar> = ["ß", "ς"]
    var result = ""
    var run = String.UnicodeScalarView()
    func fold() -> Bool {
      guard !run.isEmpty else { return true }
      guard let folded = caseFolded(String(run)) else { return false }
      result += folded
      run.removeAll()
      return true
    }
    for scalar in text.unicodeScalars {
      if kept.contains(scalar) {
        guard fold() else { return nil }
        result.unicodeScalars.append(scalar)
      } else {
        run.append(scalar)
      }
    }
    return fold() ? result : nil
  }

  private static func caseFolded(_ text: String) -> String? {
    // A NUL would end the text early for the library.
    guard !text.utf8.contains(0) else { return nil }
    return text.utf8CString.withUnsafeBufferPointer { characters in
      characters.withMemoryRebound(to: UInt8.self) { bytes in
        guard let start = bytes.baseAddress, let folded = utf8proc_NFKC_Casefold(start) else {
          return nil
        }
        defer { free(folded) }
        return String(cString: folded)
      }
    }
  }

  private static func isHostName(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 253 else { return false }
    var labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count)
        && label.utf8.allSatisfy {
          isDigit($0) || ($0 >= 0x61 && $0 <= 0x7A) || $0 == UInt8(ascii: "-")
            || $0 == UInt8(ascii: "_")
        }
    }
  }

  // MARK: IPv4 in odd spellings

  private static func address(_ labels: [Substring]) -> IPAddress? {
    guard labels.count <= 4 else { return nil }
    let numbers = labels.compactMap(number)
    guard numbers.count == labels.count, let last = numbers.last else { return nil }
    guard numbers.dropLast().allSatisfy({ $0 < 256 }), last < 1 << (8 * (5 - numbers.count)) else {
      return nil
    }
    var value = last
    for (index, number) in numbers.dropLast().enumerated() { value += number << (8 * (3 - index)) }
    return IPAddress(bytes: (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * (3 - $0))) })
  }

  /// Decimal, `0x` hexadecimal, `0` octal.
  private static func number(_ text: Substring) -> Int? {
    let isHexadecimal = text.hasPrefix("0x")
    let isOctal = !isHexadecimal && text.hasPrefix("0") && text.utf8.count > 1
    let digits = isHexadecimal ? text.dropFirst(2) : text
    guard digits.utf8.first != UInt8(ascii: "-"), text.utf8.count < 16 else { return nil }
    if isHexadecimal, digits.isEmpty { return 0 }
    return Int(digits, radix: isHexadecimal ? 16 : isOctal ? 8 : 10)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
