#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder held open, whose files are named by their paths within it.
///
/// The way to the folder is walked once, and it stays the same folder when its name changes. Its name
/// may not be a symbolic link.
final class OpenFolder: Sendable {
  let path: String
  let descriptor: Int32

  convenience init(_ path: String) throws(FileSystemError) {
    try self.init(path, in: AT_FDCWD, saying: path)
  }

  /// - Parameter whole: how messages name it.
  init(
    _ name: UnsafePointer<CChar>, in folder: Int32, saying whole: String
  ) throws(FileSystemError) {
    path = whole
    descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileSystemError(operation: .list, path: whole, code: errno)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What stands at a path, a symbolic link not followed; nil where nothing does.
  func kind(of path: UnsafePointer<CChar>) throws(FileSystemError) -> FileSystem.Kind? {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      let error = failure(.inspect, path)
      guard error.isMissing else { throw error }
      return nil
    }
    return FileSystem.kind(of: status)
  }

  // MARK: - Files

  private static let window = 65_536

  /// Whether a regular file holds just these bytes; one that cannot be read does not. Nothing is kept of
  /// what is read.
  func holds(_ path: UnsafePointer<CChar>, _ bytes: [UInt8]) -> Bool {
    let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, FileSystem.kind(of: status) == .file,
      status.st_size == bytes.count
    else { return false }
    return withUnsafeTemporaryAllocation(byteCount: Self.window, alignment: 16) { window in
      bytes.withUnsafeBytes { Self.isSame(file, $0, through: window) }
    }
  }

  private static func isSame(
    _ file: Int32, _ bytes: UnsafeRawBufferPointer, through window: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var done = 0
    while done < bytes.count, let known = bytes.baseAddress, let found = window.baseAddress {
      let count = read(file, found, min(window.count, bytes.count - done))
      if count < 0, errno == EINTR { continue }
      guard count > 0, memcmp(found, known + done, count) == 0 else { return false }
      done += count
    }
    return true
  }

  /// Writes a file that must not exist yet, and makes the folders on its way that are missing.
  func write(_ path: UnsafePointer<CChar>, _ bytes: [UInt8]) throws(FileSystemError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var file = openat(descriptor, path, flags, 0o666)
    if file < 0, errno == ENOENT {
      try makeFolders(above: path)
      file = openat(descriptor, path, flags, 0o666)
    }
    guard file >= 0 else { throw failure(.write, path) }
    let code = FileSystem.writeAll(file, bytes)
    // The first reason counts; some file systems only tell at `close`.
    let closing = close(file) == 0 ? 0 : errno
    guard code == 0, closing == 0 else {
      throw failure(.write, path, code != 0 ? code : closing)
    }
  }

  /// Makes the folders on the way to a file that are missing: the last one first, since those above are
  /// mostly there.
  private func makeFolders(above path: UnsafePointer<CChar>) throws(FileSystemError) {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    var part = Array(UnsafeBufferPointer(start: path, count: strlen(path) + 1))
    guard let last = part.lastIndex(of: slash) else { return }
    part[last] = 0
    if mkdirat(descriptor, part, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure(.makeFolder, part) }
    try makeFolders(above: part)
    guard mkdirat(descriptor, part, 0o777) == 0 || errno == EEXIST else {
      throw failure(.makeFolder, part)
    }
  }

  /// Gives another folder files of this one under the same paths: as hard links, or as copies where there
  /// are none.
  /// - Parameter numbers: which of the paths.
  func link(
    _ paths: PathTable, _ numbers: [Int], into other: OpenFolder
  ) throws(FileSystemError) {
    let failures = Parallel.map(numbers, chunkSize: 256) { number in
      paths.withPath(number) { path -> FileSystemError? in
        do throws(FileSystemError) {
          try link(path, into: other)
          return nil
        } catch {
          return error
        }
      }
    }
    for case let failure? in failures { throw failure }
  }

  private func link(
    _ path: UnsafePointer<CChar>, into other: OpenFolder
  ) throws(FileSystemError) {
    if linkat(descriptor, path, other.descriptor, path, 0) == 0 { return }
    if errno == ENOENT {
      try other.makeFolders(above: path)
      if linkat(descriptor, path, other.descriptor, path, 0) == 0 { return }
    }
    try other.write(path, FileSystem.read(whole(path)))
  }

  /// Removes files.
  /// - Parameter numbers: which of the paths.
  func remove(_ paths: PathTable, _ numbers: [Int]) throws(FileSystemError) {
    for number in numbers {
      try paths.withPath(number) { path throws(FileSystemError) in
        guard unlinkat(descriptor, path, 0) == 0 else { throw failure(.remove, path) }
      }
    }
  }

  func failure(
    _ operation: FileSystemError.Operation, _ path: UnsafePointer<CChar>, _ code: Int32 = errno
  ) -> FileSystemError {
    FileSystemError(operation: operation, path: whole(path), code: code)
  }

  /// A path below as messages name it.
  func whole(_ path: UnsafePointer<CChar>) -> String { "\(self.path)/\(String(cString: path))" }
}
