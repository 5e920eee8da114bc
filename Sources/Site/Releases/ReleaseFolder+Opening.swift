extension ReleaseFolder {
  /// The folder for releases of a site, made where it is not there.
  package static func opened(
    _ written: String, for content: String
  ) throws(SiteFault) -> ReleaseFolder {
    do throws(OutputFault) {
      let kind = try onDisk { () throws(FileSystemError) in
        try FileSystem.kindFollowingLinks(content)
      }
      guard kind != nil else { throw .contentMissing(content) }
      return try make(written, sources: WatchedPlaces.folders(of: content))
    } catch {
      throw error.siteFault
    }
  }

  /// A folder that releases are published in already.
  package static func opened(_ written: String) throws(SiteFault) -> ReleaseFolder {
    do throws(OutputFault) {
      return try open(written)
    } catch {
      throw error.siteFault
    }
  }

  /// A lock that keeps a second run from making releases.
  package func watching() throws(SiteFault) -> FolderLock {
    do throws(OutputFault) {
      guard let lock = try watchLock() else { throw .watchedAlready(path) }
      return lock
    } catch {
      throw error.siteFault
    }
  }

  /// All releases, the oldest first, and which of them is live.
  package func listing() throws(SiteFault) -> (names: [ReleaseName], live: ReleaseName?) {
    do throws(OutputFault) {
      let names = try onDisk { () throws(FileSystemError) in try self.names() }
      return (names, try live())
    } catch {
      throw error.siteFault
    }
  }
}
