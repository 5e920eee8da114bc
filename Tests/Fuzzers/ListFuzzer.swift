@testable import CompatibilityChanges

/// Reads a published list, and the record of what changed in it.
enum ListFuzzer {
  static func take(_ bytes: [UInt8]) {
    _ = try? PublishedListReader.read(bytes)
    _ = try? ChangeHistoryReader.read(bytes)
  }
}
