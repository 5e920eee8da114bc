import CFileSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The one door to the disk: whoever needs a file asks here.
///
/// Thin over the system's calls, so that a build costs no more than they do: nothing is synced to
/// the device, since a site can always be built again. Every failure is thrown, that of `close` too.
package enum FileSystem {
  package enum Kind: Sendable, Equatable { case file, folder, symlink, other }

  /// One name in a folder.
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let kind: Kind
    package let size: Int
    /// When its bytes were last written, in seconds since 1970.
    package let modified: Int
  }

  private typealias Operation = FileSystemError.Operation

  // MARK: Looking

  /// What stands at a path, a symbolic link not followed; nil where nothing does.
  package static func kind(_ path: String) throws(FileSystemError) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return try nilIfMissing(path) }
    return kind(of: status)
  }

  /// What stands where a path leads, symbolic links followed; nil where nothing does.
  package static func kindFollowingLinks(_ path: String) throws(FileSystemError) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return try nilIfMissing(path) }
    return kind(of: status)
  }

  /// How many bytes a path leads to; nil where it leads nowhere.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  package static func exists(_ path: String) throws(FileSystemError) -> Bool {
    try kind(path) != nil
  }

  /// Whether files may be made in a folder.
  package static func isWritable(folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  /// The absolute path without symbolic links, `.` and `..`.
  package static func canonicalPath(_ path: String) throws(FileSystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw failure(.resolve, path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A folder's entries in byte order of their names, without `.` and `..`.
  package static func list(_ folder: String) throws(FileSystemError) -> [Entry] {
    guard let stream = opendir(folder) else { throw failure(.list, folder) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let record = readdir(stream) else {
        guard errno == 0 else { throw failure(.list, folder) }
        break
      }
      if let entry = try entry(record, in: folder) { entries.append(entry) }
    }
    entries.sort { $0.name.precedesInBytes($1.name) }
    return entries
  }

  /// The names in a folder in byte order with what bears them, without `.` and `..`: quicker than
  /// ``list(_:)``, since most file systems tell the kind with the name and no file is looked at.
  package static func names(
    in folder: String
  ) throws(FileSystemError) -> [(name: String, kind: Kind)] {
    guard let stream = opendir(folder) else { throw failure(.list, folder) }
    defer { closedir(stream) }
    var names: [(name: String, kind: Kind)] = []
    while true {
      errno = 0
      guard let record = readdir(stream) else {
        guard errno == 0 else { throw failure(.list, folder) }
        break
      }
      guard let kind = toldKind(record) else {
        if let entry = try entry(record, in: folder) { names.append((entry.name, entry.kind)) }
        continue
      }
      guard let start = nameStart(record), let (name, isText) = name(from: start) else { continue }
      names.append((name, isText ? kind : .other))
    }
    names.sort { $0.name.precedesInBytes($1.name) }
    return names
  }

  // MARK: Reading

  /// The most bytes of a file that are read into memory. A file of which nothing is written but its
  /// length can claim any size.
  static let largestFile = 1 << 30

  /// All bytes of a regular file.
  /// - Parameter limit: a larger file is refused without being read.
  package static func read(
    _ path: String, atMost limit: Int = largestFile
  ) throws(FileSystemError) -> [UInt8] {
    // Without O_NONBLOCK, a named pipe would keep the build waiting for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(.read, path) }
    switch kind(of: status) {
    case .file: break
    case .folder: throw FileSystemError(operation: .read, path: path, code: EISDIR)
    case .symlink, .other: throw FileSystemError(operation: .read, path: path, code: EINVAL)
    }
    guard status.st_size <= limit else {
      throw FileSystemError(operation: .read, path: path, code: EFBIG)
    }
    var bytes: [UInt8] = []
    // One byte more than the file has, so that the end shows in the same round.
    var room = Int(status.st_size) + 1
    while true {
      let (part, code) = readPart(descriptor, atMost: room)
      guard code == 0 else { throw FileSystemError(operation: .read, path: path, code: code) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room { return bytes }
      room = 65_536
    }
  }

  /// Lets somebody read a regular file part by part, as far as it wants, so that a file of any length
  /// costs little memory.
  /// - Parameter body: is given the file's length and a function that reads bytes from an offset on;
  ///   fewer come back where the file ends, or where it cannot be read on.
  package static func readParts<Result>(
    _ path: String, _ body: (_ count: Int, _ read: @escaping (Int, Int) -> [UInt8]) -> Result
  ) throws(FileSystemError) -> Result {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(.read, path) }
    guard kind(of: status) == .file else {
      throw FileSystemError(operation: .read, path: path, code: EINVAL)
    }
    return body(Int(status.st_size)) { offset, count in
      guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { return [] }
      return readPart(descriptor, atMost: count).bytes
    }
  }

  /// Whether a regular file holds just these bytes.
  package static func sameBytes(
    _ path: String, _ bytes: [UInt8]
  ) throws(FileSystemError) -> Bool {
    try read(path) == bytes
  }

  // MARK: Writing

  /// Writes a file that must not exist yet.
  package static func writeNew(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(.write, path) }
    let code = writeAll(descriptor, bytes)
    // The first reason counts; some file systems only tell at `close`.
    let closing = close(descriptor) == 0 ? 0 : errno
    guard code == 0, closing == 0 else {
      throw FileSystemError(operation: .write, path: path, code: code != 0 ? code : closing)
    }
  }

  /// Makes a folder, and the folders above it that are missing.
  package static func makeFolders(_ path: String) throws(FileSystemError) {
    if mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == EEXIST, try kindFollowingLinks(path) == .folder { return }
    guard code == ENOENT, let slash = path.lastSlash, slash > path.startIndex else {
      throw FileSystemError(operation: .makeFolder, path: path, code: code)
    }
    try makeFolders(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(.makeFolder, path) }
  }

  package static func hardLink(_ old: String, to new: String) throws(FileSystemError) {
    guard link(old, new) == 0 else { throw failure(.link, new) }
  }

  package static func rename(_ old: String, to new: String) throws(FileSystemError) {
    #if canImport(Darwin)
      let result = Darwin.rename(old, new)
    #else
      let result = Glibc.rename(old, new)
    #endif
    guard result == 0 else { throw failure(.rename, old) }
  }

  /// Exchanges two paths in one step.
  package static func swap(_ left: String, _ right: String) throws(FileSystemError) {
    let code = wikiguide_swap_paths(left, right)
    guard code == 0 else { throw FileSystemError(operation: .swap, path: right, code: code) }
  }

  // MARK: Steps of the above

  private static func failure(_ operation: Operation, _ path: String) -> FileSystemError {
    FileSystemError(operation: operation, path: path, code: errno)
  }

  private static func nilIfMissing(_ path: String) throws(FileSystemError) -> Kind? {
    let error = failure(.inspect, path)
    guard error.isMissing else { throw error }
    return nil
  }

  static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .symlink
    default: .other
    }
  }

  /// The kind that a record of a folder tells; nil where it tells none.
  private static func toldKind(_ record: UnsafeMutablePointer<dirent>) -> Kind? {
    switch Int(record.pointee.d_type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .symlink
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  private static func nameStart(
    _ record: UnsafeMutablePointer<dirent>
  ) -> UnsafePointer<CChar>? {
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return nil }
    return (UnsafeRawPointer(record) + offset).assumingMemoryBound(to: CChar.self)
  }

  /// A name of a folder's record; nil for the folder itself and the one above. One that is not UTF-8
  /// cannot be named in a message or an address, nor opened again.
  private static func name(
    from start: UnsafePointer<CChar>
  ) -> (text: String, isText: Bool)? {
    if start[0] == 0x2E, start[1] == 0 || start[1] == 0x2E && start[2] == 0 { return nil }
    guard let text = String(validatingCString: start) else {
      return (String(cString: start), false)
    }
    return (text, true)
  }

  private static func entry(
    _ record: UnsafeMutablePointer<dirent>, in folder: String
  ) throws(FileSystemError) -> Entry? {
    guard let start = nameStart(record), let (name, isText) = name(from: start) else { return nil }
    guard isText else { return Entry(name: name, kind: .other, size: 0, modified: 0) }
    var status = stat()
    let path = folder + "/" + name
    guard lstat(path, &status) == 0 else {
      let error = failure(.inspect, path)
      // Gone since the folder was read.
      guard error.isMissing else { throw error }
      return nil
    }
    #if canImport(Darwin)
      let modified = status.st_mtimespec.tv_sec
    #else
      let modified = status.st_mtim.tv_sec
    #endif
    return Entry(
      name: name, kind: kind(of: status), size: Int(status.st_size), modified: modified)
  }

  /// Reads until the end or until so many bytes are there.
  private static func readPart(
    _ descriptor: Int32, atMost room: Int
  ) -> (bytes: [UInt8], code: Int32) {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      while filled < room, let base = buffer.baseAddress {
        #if canImport(Darwin)
          let count = Darwin.read(descriptor, base + filled, room - filled)
        #else
          let count = Glibc.read(descriptor, base + filled, room - filled)
        #endif
        if count == 0 { return }
        if count > 0 {
          filled += count
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    return (bytes, code)
  }

  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = write(descriptor, base + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
