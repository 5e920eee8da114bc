#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The way down to folders, name by name, so that no symbolic link on it is ever followed.
///
/// The folder in which the last one lies stays open, since many that follow lie there too.
struct FolderDescent {
  private let root: OpenFolder
  private var parent: OpenFolder
  private var parentPath: [CChar] = []

  init(_ root: OpenFolder) {
    self.root = root
    parent = root
  }

  /// A folder by its path below the root.
  mutating func folder(_ path: UnsafePointer<CChar>) throws(FileSystemError) -> OpenFolder {
    let (folder, name) = try place(of: path)
    return try OpenFolder(name, in: folder.descriptor, saying: root.whole(path))
  }

  /// The folder in which something lies, and its name there, which is the end of the path.
  mutating func place(
    of path: UnsafePointer<CChar>
  ) throws(FileSystemError) -> (folder: OpenFolder, name: UnsafePointer<CChar>) {
    let whole = UnsafeBufferPointer(start: path, count: strlen(path))
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    guard let end = whole.lastIndex(of: slash) else { return (root, path) }
    if !whole[..<end].elementsEqual(parentPath) {
      var folder = root
      for part in whole[..<end].split(separator: slash) {
        let name = Array(part) + [0]
        folder = try OpenFolder(name, in: folder.descriptor, saying: folder.whole(name))
      }
      (parent, parentPath) = (folder, Array(whole[..<end]))
    }
    return (parent, path + end + 1)
  }

  /// Nil where a folder on the way is missing, or is none.
  mutating func placeIfThere(
    of path: UnsafePointer<CChar>
  ) throws(FileSystemError) -> (folder: OpenFolder, name: UnsafePointer<CChar>)? {
    do throws(FileSystemError) {
      return try place(of: path)
    } catch {
      guard error.isMissing || error.code == ELOOP else { throw error }
      return nil
    }
  }
}
