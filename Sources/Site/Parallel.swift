import Dispatch

/// Work on several processor cores: on many values, with results in the order of the values.
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

  /// The same, while one other piece of work is done, which is begun first.
  package static func map<Value: Sendable, Result: Sendable, Other: Sendable>(
    _ values: [Value], chunkSize: Int = 16, beside other: @Sendable () -> Other,
    _ transform: @Sendable (Value) -> Result
  ) -> (results: [Result], other: Other) {
    // Shared unchecked, as above. All is one row of tasks, since what is begun within a task gets no
    // processor core of its own.
    nonisolated(unsafe) let otherPlace = UnsafeMutablePointer<Other>.allocate(capacity: 1)
    defer { otherPlace.deallocate() }
    let chunks = (values.count + chunkSize - 1) / chunkSize
    let results = [Result](unsafeUninitializedCapacity: values.count) { buffer, count in
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: chunks + 1) { task in
        guard task > 0 else { return otherPlace.initialize(to: other()) }
        let start = (task - 1) * chunkSize
        for index in start..<min(start + chunkSize, values.count) {
          places.initializeElement(at: index, to: transform(values[index]))
        }
      }
      count = values.count
    }
    return (results, otherPlace.move())
  }

  /// Two pieces of work side by side, where neither needs what the other one makes.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    // Shared unchecked: each task fills one place, and both have ended before anybody reads them.
    nonisolated(unsafe) let firstPlace = UnsafeMutablePointer<First>.allocate(capacity: 1)
    nonisolated(unsafe) let secondPlace = UnsafeMutablePointer<Second>.allocate(capacity: 1)
    defer {
      firstPlace.deallocate()
      secondPlace.deallocate()
    }
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        firstPlace.initialize(to: first())
      } else {
        secondPlace.initialize(to: second())
      }
    }
    return (firstPlace.move(), secondPlace.move())
  }
}
