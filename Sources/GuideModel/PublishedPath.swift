import SourceText

/// A file's path as it stands in the addresses of a site that some generator made of the files.
///
/// Generators take away what only orders the files (`01.folder`, `0-page.md`), the language
/// (`page.en.md`, `window.de.png`) and the ending:
///
/// ```
/// 02.mail/01.clients/setup.en.md       mail/clients/setup    in en
/// en_US/mua/2-configure.outlook.md     en_us/mua/configure.outlook
/// ```
struct PublishedPath {
  /// The parts of the address, in small letters.
  let parts: [String]
  /// The language that the file's name ends with; nil where it names none.
  let language: String?

  init(_ path: String) {
    var parts = path.split(separator: "/").map(String.init)
    var language: String?
    if let name = parts.popLast() {
      var words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let ending = words.count > 1 ? words.removeLast().lowercased() : ""
      if words.count > 1, let last = words.last, Self.languages.contains(last.lowercased()) {
        language = last.lowercased()
        words.removeLast()
      }
      // An ending that is none, as in `change.server.name`.
      if !Self.endings.contains(ending), !ending.isEmpty { words.append(ending) }
      parts.append(words.joined(separator: "."))
    }
    self.parts = parts.map { Self.unordered($0).lowercased() }
    self.language = language
  }

  private static let endings: Set<String> = ["md", "markdown", "html", "htm"]
  private static let languages: Set<String> = [
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "gl",
    "he", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nb", "nl", "no", "pl", "pt", "ro", "ru",
    "sk", "sl", "sr", "sv", "tr", "uk", "vi", "zh",
  ]

  /// `01.mail` and `0-mail` are `mail`; `0.9.1-notes` is not touched.
  private static func unordered(_ part: String) -> String {
    let digits = part.utf8.prefix(while: FoldedText.isDigit).count
    guard digits > 0, digits < 4 else { return part }
    let rest = part.utf8.dropFirst(digits)
    guard let mark = rest.first, "._-".utf8.contains(mark), let next = rest.dropFirst().first,
      !FoldedText.isDigit(next)
    else { return part }
    return String(decoding: rest.dropFirst(), as: UTF8.self)
  }
}

/// Finds files by what stands in addresses of a site, where no file lies at the path itself.
struct PublishedPaths: Sendable {
  private struct File: Sendable {
    let path: String
    let parts: [String]
    let language: String?
  }

  /// By the last part of their addresses.
  private let files: [String: [File]]

  /// Finds pictures and other files.
  init(_ paths: some Sequence<String>) {
    let all = paths.map { path in
      let name = PublishedPath(path)
      return File(path: path, parts: name.parts, language: name.language)
    }
    files = Dictionary(grouping: all) { $0.parts.last ?? "" }
  }

  /// Finds pages; one that is alone in its folder but for its translations stands for the folder.
  init(pages paths: some Sequence<String>) {
    let names = paths.map { (path: $0, name: PublishedPath($0)) }
    let ofFolders = Dictionary(grouping: names) { $0.name.parts.dropLast() }
      .mapValues { Set($0.map(\.name.parts.last)).count }
    let all = names.flatMap { path, name -> [File] in
      let page = File(path: path, parts: name.parts, language: name.language)
      let folder = name.parts.dropLast()
      guard ofFolders[folder] == 1, !folder.isEmpty else { return [page] }
      return [page, File(path: path, parts: Array(folder), language: name.language)]
    }
    files = Dictionary(grouping: all) { $0.parts.last ?? "" }
  }

  /// The one file that a path may mean when it is written on a page: its address ends like the path.
  /// Of several, those in the page's language come first, and then those that lie nearest to it.
  func find(_ written: String, on page: String) -> String? {
    let plain = written.prefix { $0 != "?" && $0 != "#" }
    let wanted = PublishedPath(
      plain.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/"))
    guard let last = wanted.parts.last else { return nil }
    let here = PublishedPath(page)
    let found = (files[last] ?? []).filter { file in
      file.parts.count >= wanted.parts.count
        && file.parts.suffix(wanted.parts.count).elementsEqual(wanted.parts)
    }
    let scores = found.map { file in
      (
        file: file,
        language: file.language == (wanted.language ?? here.language)
          ? 2 : file.language == nil ? 1 : 0,
        near: zip(file.parts, here.parts).prefix { $0 == $1 }.count
      )
    }
    guard let best = scores.max(by: { ($0.language, $0.near) < ($1.language, $1.near) }) else {
      return nil
    }
    let equals = scores.filter { $0.language == best.language && $0.near == best.near }
    return Set(equals.map(\.file.path)).count == 1 ? best.file.path : nil
  }
}
