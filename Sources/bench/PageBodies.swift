import Foundation
import GuideModel
import Rendering
import SourceText
import Syntax

/// `bench bodies FOLDER`: writes what is made of each page of a folder, whose ending says its dialect, to
/// `NAME.html`, the page's blocks alone. `Scripts/commonmark` and `Scripts/wiki-cases` hold it against what
/// others ask for.
enum PageBodies {
  static func write(_ folder: String) throws {
    let url = URL(filePath: folder)
    let pages = try FileManager.default.contentsOfDirectory(
      at: url, includingPropertiesForKeys: nil)
    let reader = GuideReader(vocabulary: .standard)
    for page in pages {
      guard let dialect = Dialect.ofFile(page.path()) else { continue }
      let file = SourceFile(
        path: page.lastPathComponent, text: try String(contentsOf: page, encoding: .utf8))
      let reading = reader.read(dialect.parse(file), name: "page")
      try Data(BlocksAlone.html(of: reading)).write(
        to: page.deletingPathExtension().appendingPathExtension("html"))
    }
  }
}
