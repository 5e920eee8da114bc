/// Paths that authors write to name other files of the content.
package enum FilePath {
  /// The file that a path names on a page, from the top of the content: `../a.md` on `guides/b.md` is
  /// `a.md`, and `/a.md` is too.
  /// - Returns: nil where the path leads out of the content; the empty path is its own folder.
  package static func resolved(_ written: String, on page: String) -> String? {
    let name = String(written.prefix { $0 != "?" && $0 != "#" })
    guard let plain = PercentText.decoded(name), !plain.contains("\\") else { return nil }
    var parts = plain.hasPrefix("/") ? [] : page.split(separator: "/").dropLast()
    for part in plain.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// A file of the content as a page would name it, from the top where the author writes so.
  package static func written(_ file: String, on page: String, like written: String) -> String {
    let hasEnding = withoutPageEnding(written) != written
    let plain = PercentText.encoded(hasEnding ? file : withoutPageEnding(file))
    if written.hasPrefix("/") { return "/" + plain }
    let from = PercentText.encoded(page).split(separator: "/").dropLast()
    let to = plain.split(separator: "/")
    var common = 0
    while common < min(from.count, to.count - 1), from[common] == to[common] { common += 1 }
    let parts = from.dropFirst(common).map { _ in ".." } + to.dropFirst(common)
    return (written.hasPrefix("./") && from.count == common ? "./" : "")
      + parts.joined(separator: "/")
  }

  /// The pages that a path may name, the likeliest one first: the file itself, one whose ending the
  /// author left out or wrote as that of the published page, and the front page of a folder.
  static func pages(_ path: String) -> [String] {
    let folder = path.isEmpty ? "" : path + "/"
    var candidates = path.isEmpty ? [] : [path] + endings.map { path + $0 }
    for ending in [".html", ".htm"] where path.hasSuffix(ending) {
      candidates += endings.map { path.dropLast(ending.utf8.count) + $0 }
    }
    return candidates + House.folderPages.flatMap { name in endings.map { folder + name + $0 } }
  }

  /// The name of the page that a path means, whatever ending it is written with.
  static func withoutPageEnding(_ path: String) -> String {
    for ending in endings + [".html", ".htm"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.utf8.count))
    }
    return path
  }

  private static let endings = [".md", ".markdown"]
}
