import Dispatch

/// Work on many values on all processor cores, with results in the order of the values.
package enum Parallel {
  /// - Parameter chunkSize: how many values one task takes: enough to outweigh the cost of handing it
  ///   out.
  package static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], chunkSize: Int = 16, _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    let chunks = (values.count + chunkSize - 1) / chunkSize
    guard chunks > 1 else { return values.map(transform) }
    return [Result](unsafeUninitializedCapacity: values.count) { buffer, count in
      // Shared unchecked: each task fills places that no other one touches, and all have ended before
      // anybody reads them. So nobody waits, and nothing is copied afterwards.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
        let start = chunk * chunkSize
        for index in start..<min(start + chunkSize, values.count) {
          places.initializeElement(at: index, to: transform(values[index]))
        }
      }
      count = values.count
    }
  }
}
