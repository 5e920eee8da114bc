import CFileSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileSystem {
  /// Where a symbolic link leads, as it is written; nil where there is none.
  package static func linkTarget(_ path: String) throws(FileSystemError) -> String? {
    guard try kind(path) == .symlink else { return nil }
    var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &characters, characters.count)
    guard count >= 0 else {
      throw FileSystemError(operation: .inspect, path: path, code: errno)
    }
    return String(decoding: characters[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes a symbolic link where nothing is yet.
  package static func makeLink(_ path: String, to target: String) throws(FileSystemError) {
    guard symlink(target, path) == 0 else {
      throw FileSystemError(operation: .link, path: path, code: errno)
    }
  }

  /// Waits until what was written to a folder's file system is on its device, so that a failure of
  /// power keeps it. A system that cannot be asked is believed.
  package static func settle(_ folder: String) throws(FileSystemError) {
    let code = wikiguide_settle(folder)
    guard code == 0 else { throw FileSystemError(operation: .write, path: folder, code: code) }
  }

  /// Waits until the names in one folder are on its device.
  static func settle(folder: String) throws(FileSystemError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // One that may be written but not read is left to the system.
      guard errno != EACCES else { return }
      throw FileSystemError(operation: .write, path: folder, code: errno)
    }
    defer { close(descriptor) }
    // Some file systems have nothing to wait for.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw FileSystemError(operation: .write, path: folder, code: errno)
    }
  }

  /// Whether another file system, or another folder, is mounted at a folder.
  static func isMounted(_ folder: String, in parent: String) -> Bool {
    wikiguide_is_mounted(folder, parent) != 0
  }

  /// Gives a folder the owner and the permissions of another one, as far as it may be done.
  static func makeAlike(_ folder: String, to other: String) {
    var status = stat()
    guard stat(other, &status) == 0 else { return }
    _ = chown(folder, status.st_uid, status.st_gid)
    _ = chmod(folder, status.st_mode & 0o7777)
  }

  /// A second folder with the same files: each is a hard link, or a copy where there are none.
  package static func mirror(_ source: String, as target: String) throws(FileSystemError) {
    try makeFolders(target)
    let (from, to) = (try OpenFolder(source), try OpenFolder(target))
    let tree = try OutputTree(of: from)
    try from.link(tree.files, Array(0..<tree.files.count), into: to)
  }
}
