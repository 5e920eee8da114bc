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
  /// power keeps it. A device that cannot say so is believed.
  package static func settle(_ folder: String) { wikiguide_settle(folder) }

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
