#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes an earlier release live again, or a later one.
extension ReleaseFolder {
  /// What changed for readers.
  package struct Rollback: Sendable, Equatable {
    package let before: ReleaseName?
    package let live: ReleaseName
    package let newest: ReleaseName
  }

  /// - Parameter written: the number or the name of a release; nil for the one before the live one.
  package func rollBack(to written: String?) throws(SiteFault) -> Rollback {
    do throws(OutputFault) {
      let lock = try lockPatiently()
      defer { withExtendedLifetime(lock) {} }
      try recover(keepingWork: true)
      let names = try onDisk { () throws(FileSystemError) in try self.names() }
      let before = try live()
      guard let newest = names.last else { throw .noReleases(path) }
      let target: ReleaseName
      if let written {
        guard let named = names.last(where: { $0.isMeant(by: written) }) else {
          throw .noSuchRelease(written, path)
        }
        target = named
      } else {
        guard let earlier = names.last(where: { before.map($0.isBefore) ?? true }) else {
          throw .noEarlierRelease(path)
        }
        target = earlier
      }
      if target != before {
        try onDisk { () throws(FileSystemError) in
          try announce(target)
          try exchange()
        }
      }
      return Rollback(before: before, live: target, newest: newest)
    } catch {
      throw error.siteFault
    }
  }

  /// Waits for the lock, which others hold for a moment only.
  func lockPatiently() throws(OutputFault) -> FolderLock {
    for _ in 0..<600 {
      let lock = try onDisk { () throws(FileSystemError) in try self.lock() }
      if let lock { return lock }
      usleep(50_000)
    }
    throw .busy(path)
  }
}

extension ReleaseName {
  fileprivate func isBefore(_ other: ReleaseName) -> Bool { self < other }
}
