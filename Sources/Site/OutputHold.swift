import Synchronization

/// An output that may be replaced, and that no other build replaces meanwhile; what an earlier one that
/// was killed left is finished or gone. Call `release` at the end.
final class OutputHold: Sendable {
  let place: OutputPlace
  private let lock: Int32
  private let isReleased = Mutex(false)

  /// - Parameter sources: the folders that are read, which the output may not touch.
  init(output: String, sources: [String]) throws(OutputFault) {
    let place = try OutputPlace(output, sources: sources)
    let lock = try Self.lock(place)
    do throws(FileSystemError) {
      try OutputPublication.recover(place)
    } catch {
      FileSystem.unlock(place.lock, lock)
      throw .disk(error)
    }
    self.place = place
    self.lock = lock
  }

  /// Removes a stage that nobody wants any more, and lets other builds in. May be called again.
  /// - Returns: whether it was held until now.
  @discardableResult
  func release() -> Bool {
    let isFirst = isReleased.withLock { isReleased in
      defer { isReleased = true }
      return !isReleased
    }
    guard isFirst else { return false }
    // What cannot be removed now, the next build removes.
    try? FileSystem.removeTree(place.stage)
    FileSystem.unlock(place.lock, lock)
    return true
  }

  /// A build that may not write beside the output locks within it, and one that may looks there too.
  private static func lock(_ place: OutputPlace) throws(OutputFault) -> Int32 {
    let lock = try onDisk { () throws(FileSystemError) in try FileSystem.lock(place.lock) }
    guard let lock else { throw .busy(place.output) }
    guard !FileSystem.isLocked(place.otherwise.lock) else {
      FileSystem.unlock(place.lock, lock)
      throw .busy(place.output)
    }
    return lock
  }
}
