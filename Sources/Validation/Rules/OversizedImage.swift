import GuideModel
import ImageFiles
import SourceText
import Syntax

/// What a page on a phone can bear: beyond these, a picture is a photograph or a mistake.
private enum Most {
  /// More than three screens of 4K.
  static let pixels = 25_000_000
  static let bytes = 3_000_000
}

extension Rule {
  static let oversizedImage = Rule(
    name: "oversized-image", severity: .warning,
    summary: "a picture is far larger than any screen",
    explanation: """
      Readers on a phone wait for it and pay for it. Cut it to the window that it shows, make it \
      smaller, and save screenshots as PNG or WebP: 3 MB and 25 million pixels are more than any \
      screenshot needs.
      """,
    wrong: Example(
      "a poster", "https://wiki.example/images/step1.png\n",
      pictures: [.sized("images/step1.png", 9000, 6000)]),
    right: Example(
      "a screenshot", "https://wiki.example/images/step1.png\n",
      pictures: [.sized("images/step1.png", 900, 600)]),
    shownCheck: { shown, index in
      shown.imageFindings { path, use in
        guard let facts = index.images.facts(of: path) else { return nil }
        if case .hugeSize(let width, let height)? = facts.fault {
          return finding("\(width) by \(height) pixels", path, use)
        }
        if let size = facts.size, size.width * size.height > Most.pixels {
          return finding("\(size.width) by \(size.height) pixels", path, use)
        }
        guard facts.byteCount > Most.bytes else { return nil }
        return finding("\(facts.byteCount / 1000) kB", path, use)
      }
    })

  private static func finding(_ size: String, _ path: String, _ use: ImageUses.Use) -> Finding {
    Finding(
      range: use.range, message: "'\(path)' has \(size)",
      help: "cut it to what it shows, or make it smaller", subject: path)
  }
}
