import Syntax

/// A folder with the start of a site, made where nothing is.
package enum NewSite {
  /// Makes the folder, if need be, and writes the files.
  /// - Returns: the paths of the files.
  package static func write(
    in folder: String, dialect: Dialect, language: StartingLanguage
  ) throws(SiteFault) -> [String] {
    do throws(FileSystemError) {
      switch try FileSystem.kindFollowingLinks(folder) {
      case nil: try FileSystem.makeFolders(folder)
      case .folder:
        guard try FileSystem.list(folder).isEmpty else {
          throw FileSystemError(operation: .write, path: folder, code: 17)
        }
      case .file, .symlink, .other:
        throw FileSystemError(operation: .makeFolder, path: folder, code: 20)
      }
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      var paths: [String] = []
      for (path, text) in SiteTemplate(dialect: dialect, language: language).files {
        try FileSystem.writeNew(prefix + path, Array(text.utf8))
        paths.append(prefix + path)
      }
      return paths
    } catch {
      guard error.code == 17 else { throw .disk(error.description) }
      throw .usage(
        "'\(folder)' is not empty, and nothing is overwritten; name a new folder, or add a guide "
          + "with 'wikiguide new guide --into \(folder)'")
    }
  }
}
