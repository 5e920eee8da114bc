import Dispatch
import Synchronization

/// Work on many values on all processor cores, with results in the order of the values.
enum Parallel {
  /// How many values one task takes: enough to outweigh the cost of handing it out.
  private static let chunkSize = 16

  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    let chunks = (values.count + chunkSize - 1) / chunkSize
    guard chunks > 1 else { return values.map(transform) }
    let results = Mutex<[[Result]]>(Array(repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      let start = chunk * chunkSize
      let mine = values[start..<min(start + chunkSize, values.count)].map(transform)
      results.withLock { $0[chunk] = mine }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
