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
      throw FileSystemError(operation: .write, path: folder, code: errno)
    }
    defer { close(descriptor) }
    // Some file systems have nothing to wait for.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw FileSystemError(operation: .write, path: folder, code: errno)
    }
  }

  /// Whether another file system, or another folder, is mounted at a path.
  static func isMounted(_ folder: String) -> Bool { wikiguide_is_mounted(folder) != 0 }

  /// Removes a folder where it is empty.
  static func removeEmpty(folder: String) -> Bool { rmdir(folder) == 0 }

  /// Writes a file that must not exist yet, and makes the folders above it that are missing.
  static func writeNewMakingFolders(
    _ path: String, _ bytes: [UInt8]
  ) throws(FileSystemError) {
    do throws(FileSystemError) {
      try writeNew(path, bytes)
    } catch {
      guard error.isMissing, let slash = path.lastIndex(of: "/") else { throw error }
      try makeFolders(String(path[..<slash]))
      try writeNew(path, bytes)
    }
  }

  static func hardLinkMakingFolders(_ old: String, to new: String) throws(FileSystemError) {
    do throws(FileSystemError) {
      try hardLink(old, to: new)
    } catch {
      guard error.isMissing, let slash = new.lastIndex(of: "/") else { throw error }
      try makeFolders(String(new[..<slash]))
      try hardLink(old, to: new)
    }
  }

  /// A second folder with the same files: each is a hard link, or a copy where there are none.
  package static func mirror(_ source: String, as target: String) throws(FileSystemError) {
    try makeFolders(target)
    for entry in try list(source) {
      let (from, to) = (source + "/" + entry.name, target + "/" + entry.name)
      switch entry.kind {
      case .file:
        do throws(FileSystemError) {
          try hardLink(from, to: to)
        } catch {
          try writeNew(to, read(from))
        }
      case .folder: try mirror(from, as: to)
      case .symlink, .other: continue
      }
    }
  }
}
