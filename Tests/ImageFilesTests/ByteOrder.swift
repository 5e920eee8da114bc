/// Numbers as files hold them.
enum ByteOrder {
  static func big(_ number: Int, _ count: Int) -> [UInt8] {
    little(number, count).reversed()
  }

  static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
