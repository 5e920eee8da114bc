/// The form of names of hosts and mail domains.
enum InternetName {
  /// Takes a name in lower case; one with at least two labels, which is no number, is valid.
  static func isValid(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name.utf8.count <= 253, labels.count >= 2, let last = labels.last else { return false }
    return labels.allSatisfy(isLabel) && !last.utf8.allSatisfy(isDigit)
  }

  private static func isLabel(_ label: Substring) -> Bool {
    let bytes = label.utf8
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
      && bytes.allSatisfy { $0 == hyphen || isDigit($0) || (0x61...0x7A).contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
