#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileSystem {
  /// Takes a lock that ends with the process at the latest; nil where another process holds it. A file
  /// that a killed process left is no lock.
  package static func lock(_ path: String) throws(FileSystemError) -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else {
        throw FileSystemError(operation: .lock, path: path, code: errno)
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(descriptor)
        guard code == EWOULDBLOCK else {
          throw FileSystemError(operation: .lock, path: path, code: code)
        }
        return nil
      }
      // The holder before may have removed the name just now; then this lock guards nothing.
      var held = stat()
      var named = stat()
      if fstat(descriptor, &held) == 0, lstat(path, &named) == 0, held.st_ino == named.st_ino {
        return descriptor
      }
      close(descriptor)
    }
  }

  /// Whether another process holds a lock.
  static func isLocked(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Gives a lock back and takes its file away.
  package static func unlock(_ path: String, _ descriptor: Int32) {
    unlink(path)
    close(descriptor)
  }
}
