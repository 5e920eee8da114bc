/// The part of a disk that a store looks at, in the hands of whoever may open files.
///
/// Paths are relative to the store's folder, parts separated by `/`.
package struct StoreFolder: Sendable {
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let size: Int
    /// Seconds since 1970.
    package let modified: Int
    /// False for links, pipes and names that cannot be read: nothing of a store is read through them.
    package let isFile: Bool

    package init(name: String, size: Int, modified: Int, isFile: Bool = true) {
      self.name = name
      self.size = size
      self.modified = modified
      self.isFile = isFile
    }
  }

  /// What a folder holds but for folders, in byte order of their names; none where there is no folder.
  package let files: @Sendable (_ folder: String) throws(StoreFault) -> [Entry]
  /// The same for a folder and all folders below it; names are paths, and hidden files are not listed.
  package let tree: @Sendable (_ folder: String) throws(StoreFault) -> [Entry]
  /// The names of the folders in the store's own folder.
  package let folders: @Sendable () throws(StoreFault) -> [String]
  package let read: @Sendable (_ path: String) throws(StoreFault) -> [UInt8]

  package init(
    files: @escaping @Sendable (_ folder: String) throws(StoreFault) -> [Entry],
    tree: (@Sendable (_ folder: String) throws(StoreFault) -> [Entry])? = nil,
    folders: @escaping @Sendable () throws(StoreFault) -> [String],
    read: @escaping @Sendable (_ path: String) throws(StoreFault) -> [UInt8]
  ) {
    self.files = files
    self.tree = tree ?? files
    self.folders = folders
    self.read = read
  }
}

/// A file or folder of a store that the system does not let be read.
package struct StoreFault: Error, Sendable, Equatable {
  package let path: String
  /// The system's words for it.
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
