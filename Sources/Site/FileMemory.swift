import Synchronization

/// What was made of files, kept by their place on the disk until they change.
final class FileMemory<Value: Sendable>: Sendable {
  private let values = Mutex<[String: Value]>([:])

  /// What is known of a file, or else is made of it now; nil is not kept.
  func value(of systemPath: String, make: () -> Value?) -> Value? {
    if let known = values.withLock({ $0[systemPath] }) { return known }
    guard let value = make() else { return nil }
    values.withLock { $0[systemPath] = value }
    return value
  }

  /// - Parameter changed: files, and folders with all that is in them.
  func forget(_ changed: [String]) {
    values.withLock { values in
      let gone = changed.filter { values.removeValue(forKey: $0) == nil }
      guard !gone.isEmpty else { return }
      // Each of them is held against all that is known; reading anew is cheaper than too many.
      guard gone.count <= 100 else {
        values = [:]
        return
      }
      let folders = gone.map { $0 + "/" }
      for path in values.keys where folders.contains(where: path.hasPrefix) { values[path] = nil }
    }
  }

  func forgetAll() { values.withLock { $0 = [:] } }
}
