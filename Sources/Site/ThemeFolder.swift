import Rendering
import SourceText
import Validation

/// The folder `theme` of a content folder: files that take the place of built-in ones.
package struct ThemeFolder: Sendable {
  static let name = "theme"

  let own: [Theme.File: [UInt8]]
  /// Phrases of the interface, by language.
  let words: [String: InterfaceWords]
  /// The files of phrases, for findings.
  let files: [SourceFile]
  let diagnostics: [Diagnostic]

  /// - Parameter paths: the files of the folder, relative to the content.
  init(_ paths: [String], of discovery: ContentDiscovery) throws(FileSystemError) {
    var own: [Theme.File: [UInt8]] = [:]
    var words: [String: InterfaceWords] = [:]
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let name = String(path.dropFirst(Self.name.count + 1))
      if let language = Self.language(ofFile: name) {
        let bytes = try FileSystem.read(discovery.systemPath(path))
        do throws(SourceFault) {
          let file = try SourceFile(path: path, bytes: bytes)
          let (found, findings) = InterfaceWords.read(file)
          words[language] = found
          diagnostics += findings
          files.append(file)
        } catch {
          diagnostics.append(error.diagnostic(path: path))
        }
        continue
      }
      guard let file = Theme.File(rawValue: name) else {
        diagnostics.append(Self.unknown(name, path: path))
        continue
      }
      let bytes = try FileSystem.read(discovery.systemPath(path))
      if file == .template, let fault = Theme.fault(ofTemplate: bytes) {
        diagnostics.append(
          Diagnostic(
            rule: "invalid-template", severity: .error, place: SourcePlace(path),
            message: "the template cannot be used: \(fault)",
            help: "compare it with the built-in one: wikiguide theme eject \(name)"))
        continue
      }
      own[file] = bytes
    }
    self.own = own
    self.words = words
    self.files = files
    self.diagnostics = diagnostics
  }

  /// `de` for `text-de.txt`; nil for other files.
  static func language(ofFile name: String) -> String? {
    name.wholeMatch(of: /text-([a-z]{2,3}(-[A-Za-z0-9]+)*)\.txt/).map { String($0.output.1) }
  }

  /// The languages that a site has words for.
  static func languages(_ paths: [String]) -> [String] {
    let own = paths.compactMap { language(ofFile: String($0.dropFirst(name.count + 1))) }
    return Set(own + SiteTexts.builtInLanguages).sorted()
  }

  private static func unknown(_ name: String, path: String) -> Diagnostic {
    let names = Theme.File.allCases.map(\.rawValue)
    return Diagnostic(
      rule: "unknown-theme-file", severity: .warning, place: SourcePlace(path),
      message: "no built-in file is named '\(name)'; this one changes nothing",
      help: NearestName.find(name, among: names).map { "did you mean '\($0)'?" }
        ?? "the files are \(names.joined(separator: ", "))")
  }

  /// Writes a built-in file into a folder.
  /// - Returns: the path of the written file.
  package static func eject(
    _ name: String, into folder: String, isForced: Bool
  ) throws(SiteFault) -> String {
    guard let file = Theme.File(rawValue: name) else {
      let names = Theme.File.allCases.map(\.rawValue)
      let nearest = NearestName.find(name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw .usage("there is no built-in file '\(name)'\(nearest)")
    }
    let path = folder + "/" + name
    do throws(FileSystemError) {
      if try FileSystem.exists(path), !isForced {
        throw FileSystemError(operation: .write, path: path, code: 17)
      }
      try FileSystem.makeFolders(folder)
      try FileSystem.removeTree(path)
      try FileSystem.writeNew(path, file.builtIn)
      return path
    } catch {
      guard error.code == 17 else { throw .disk(error.description) }
      throw .usage("'\(path)' is there already; overwrite it with --force")
    }
  }
}
