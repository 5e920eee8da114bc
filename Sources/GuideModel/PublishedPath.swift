import SourceText

/// A file's path as it stands in the addresses of a site that some generator made of the files.
///
/// Generators take away what only orders the files (`01.folder`, `0-page.md`), the language
/// (`page.en.md`, `window.de.png`, `page-nl_NL.md`) and the ending:
///
/// ```
/// 02.mail/01.clients/setup.en.md       mail/clients/setup              in en
/// en_US/mua/2-configure.outlook.md     en_us/mua/configure.outlook     in en_us
/// ```
struct PublishedPath {
  /// The parts of the address, in small letters.
  let parts: [String]
  /// The language that the file's name ends with, or a folder is named for; nil where none is named.
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
      var plain = words.joined(separator: ".")
      if plain.dropLast(5).hasSuffix("-"), Self.isLocale(plain.suffix(5)) {
        language = plain.suffix(5).lowercased()
        plain = String(plain.dropLast(6))
      }
      parts.append(plain)
    }
    self.parts = parts.map { Self.unordered($0).lowercased() }
    self.language = language ?? parts.dropLast().first { Self.isLocale($0) }?.lowercased()
  }

  /// Whether the first part of an address is nothing but the code of a language.
  var beginsWithLanguage: Bool { parts.count > 1 && Self.languages.contains(parts[0]) }

  /// `en_US`.
  private static func isLocale(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 5 && bytes[2] == UInt8(ascii: "_")
      && languages.contains(String(text.prefix(2)))
      && bytes[3...].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
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
  /// How many files are in each language that names of files and folders tell.
  private let sizes: [String: Int]

  /// Finds pictures and other files.
  init(_ paths: some Sequence<String>) {
    let all = paths.map { path in
      let name = PublishedPath(path)
      return File(path: path, parts: name.parts, language: name.language)
    }
    self.init(all)
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
    self.init(all)
  }

  private init(_ all: [File]) {
    files = Dictionary(grouping: all) { $0.parts.last ?? "" }
    sizes = all.reduce(into: [:]) { sizes, file in
      if let language = file.language { sizes[language, default: 0] += 1 }
    }
  }

  /// The one file that a path may mean when it is written on a page: its address ends like the path.
  /// Of several, one at the path itself comes first, then those in the page's language, and then those
  /// that lie nearest to it. A
  /// page that is there only in other languages is found in the one that most files are in, as the
  /// generators do.
  func find(_ written: String, on page: String) -> String? {
    let plain = written.prefix { $0 != "?" && $0 != "#" }
    let path = plain.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let wanted = PublishedPath(path.joined(separator: "/"))
    let here = PublishedPath(page)
    let language = wanted.language ?? here.language
    if let place = FilePath.resolved(written, on: page).map({ PublishedPath($0).parts }),
      !place.isEmpty,
      let found = find(place, in: language, near: here, isWhole: true)
    {
      return found
    }
    if let found = find(wanted.parts, in: language, near: here) { return found }
    // `/de/mail` is `mail` in German.
    guard plain.hasPrefix("/"), wanted.beginsWithLanguage else { return nil }
    return find(Array(wanted.parts.dropFirst()), in: wanted.parts[0], near: here)
  }

  private func find(
    _ wanted: [String], in language: String?, near here: PublishedPath, isWhole: Bool = false
  ) -> String? {
    guard let last = wanted.last else { return nil }
    let found = (files[last] ?? []).filter { file in
      (isWhole ? file.parts.count == wanted.count : file.parts.count >= wanted.count)
        && file.parts.suffix(wanted.count).elementsEqual(wanted)
    }
    let scores = found.map { file in
      (
        file: file,
        language: file.language == language ? 2 : file.language == nil ? 1 : 0,
        near: zip(file.parts, here.parts).prefix { $0 == $1 }.count
      )
    }
    guard let best = scores.max(by: { ($0.language, $0.near) < ($1.language, $1.near) }) else {
      return nil
    }
    let equals = scores.filter { $0.language == best.language && $0.near == best.near }.map(\.file)
    let paths = Set(equals.map(\.path))
    if paths.count == 1 { return best.file.path }
    // Translations of one page differ in nothing but the language.
    let addresses = Set(equals.map { file in file.parts.filter { $0 != file.language } })
    let languages = Dictionary(grouping: equals) { $0.language ?? "" }
    guard best.language == 0, addresses.count == 1, languages.count == paths.count,
      let main = languages.keys.max(by: { (sizes[$0] ?? 0, $1) < (sizes[$1] ?? 0, $0) })
    else { return nil }
    return languages[main]?.first?.path
  }
}
