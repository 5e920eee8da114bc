/// Knows which image files the site has and which addresses mean them.
package struct ImageSources: Sendable {
  /// An address prefix and the folder, relative to the content, that holds the same files.
  package struct Mirror: Sendable {
    package let prefix: String
    package let folder: String

    package init(prefix: String, folder: String) {
      self.prefix = prefix
      self.folder = folder
    }
  }

  package enum Location: Sendable, Equatable {
    /// A file of the content folder, by its path.
    case local(String)
    /// A file that a mirror should hold, but does not.
    case missing(String)
    /// On another host, with no mirror here.
    case remote(String)
  }

  private let mirrors: [Mirror]
  private let files: Set<String>

  /// - Parameter files: paths of all image files, relative to the content folder.
  package init(mirrors: [Mirror], files: some Sequence<String>) {
    self.mirrors = mirrors.sorted {
      ($1.prefix.utf8.count, $0.prefix) < ($0.prefix.utf8.count, $1.prefix)
    }
    self.files = Set(files)
  }

  /// All image files, sorted.
  package var paths: [String] { files.sorted() }

  package func location(of address: String) -> Location {
    let bytes = address.utf8
    guard let mirror = mirrors.first(where: { bytes.starts(with: $0.prefix.utf8) }) else {
      return address.contains("://") ? .remote(address) : local(address)
    }
    let rest = bytes.dropFirst(mirror.prefix.utf8.count)
    return local(mirror.folder + String(decoding: rest, as: UTF8.self))
  }

  /// A path leaves the content folder or names no file of it: then it is missing.
  private func local(_ path: String) -> Location {
    files.contains(path) ? .local(path) : .missing(path)
  }
}
