import Foundation
import GuideModel
import Rendering
import SourceText
import Syntax

/// `bench markdown FOLDER`: writes what is made of each page `N.md` of a folder to `N.html`, the page's
/// blocks alone. `Scripts/commonmark` holds it against what CommonMark asks for.
enum MarkdownBodies {
  static func write(_ folder: String) throws {
    let url = URL(filePath: folder)
    let pages = try FileManager.default.contentsOfDirectory(
      at: url, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "md" }
    let reader = GuideReader(vocabulary: .standard)
    for page in pages {
      let file = SourceFile(
        path: page.lastPathComponent, text: try String(contentsOf: page, encoding: .utf8))
      let reading = reader.read(Dialect.markdown.parse(file), name: "page")
      try Data(BlocksAlone.html(of: reading)).write(
        to: page.deletingPathExtension().appendingPathExtension("html"))
    }
  }
}
