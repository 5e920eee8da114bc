#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileSystem {
  /// Removes whatever stands at a path. A symbolic link goes, what it points at stays.
  package static func removeTree(_ path: String) throws(FileSystemError) {
    if unlink(path) == 0 { return }
    let code = errno
    guard code != ENOENT, code != ENOTDIR else { return }
    // Linux says that it is a folder, others that folders do not go this way.
    guard code == EISDIR || code == EPERM, try kind(path) == .folder else {
      throw FileSystemError(operation: .remove, path: path, code: code)
    }
    try OpenFolder(path).removeAll()
    guard rmdir(path) == 0 || errno == ENOENT else {
      throw FileSystemError(operation: .remove, path: path, code: errno)
    }
  }
}

extension OpenFolder {
  /// Removes everything within, whatever the bytes of its names. Folders that may not be written are no
  /// reason to keep what is ours.
  fileprivate func removeAll() throws(FileSystemError) {
    let folders = try walk(makingWritable: true) { entry, _ throws(FileSystemError) in
      guard entry.kind != .folder else { return }
      guard unlinkat(entry.folder.descriptor, entry.name, 0) == 0 || errno == ENOENT else {
        throw entry.folder.failure(.remove, entry.name)
      }
    }
    for number in (0..<folders.count).reversed() {
      try folders.withPath(number) { path throws(FileSystemError) in
        guard unlinkat(descriptor, path, AT_REMOVEDIR) == 0 || errno == ENOENT else {
          throw failure(.remove, path)
        }
      }
    }
  }
}
