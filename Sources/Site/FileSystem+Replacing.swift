#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileSystem {
  /// Puts bytes in a file's place in one step, or makes the file: nobody ever sees half of it, and
  /// its permissions stay. Behind a symbolic link, the file that it leads to is replaced.
  package static func replace(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    var target = path
    var mode: mode_t?
    switch try kindFollowingLinks(path) {
    case nil:
      // A symbolic link to nothing is not ours to fill.
      guard try kind(path) == nil else { throw error(.write, path, ENOENT) }
    case .file:
      target = try canonicalPath(path)
      guard access(target, W_OK) == 0 else { throw error(.write, path, errno) }
      var status = stat()
      guard stat(target, &status) == 0 else { throw error(.inspect, path, errno) }
      mode = status.st_mode & 0o7777
    case .folder: throw error(.write, path, EISDIR)
    case .symlink, .other: throw error(.write, path, EINVAL)
    }
    let part = partPath(beside: target)
    // What a killed run left behind.
    if try kind(part) == .file { try removeTree(part) }
    do throws(FileSystemError) {
      try writeNew(part, bytes)
      if let mode, chmod(part, mode) != 0 { throw error(.write, path, errno) }
      try rename(part, to: target)
    } catch {
      if error.code != EEXIST { unlink(part) }
      // People know the file by its own name.
      throw FileSystemError(operation: .write, path: path, code: error.code)
    }
  }

  /// Writes bytes behind those that a file has.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw error(.write, path, errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw error(.write, path, errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// A hidden name, which no reader of content sees.
  private static func partPath(beside path: String) -> String {
    guard let slash = path.lastSlash else { return ".\(path).wikiguide-part" }
    return "\(path[...slash]).\(path[path.utf8.index(after: slash)...]).wikiguide-part"
  }

  private static func error(
    _ operation: FileSystemError.Operation, _ path: String, _ code: Int32
  ) -> FileSystemError {
    FileSystemError(operation: operation, path: path, code: code)
  }
}
