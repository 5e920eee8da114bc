import GuideModel
import SourceText
import Syntax

/// The language that a page is written in: by the word of its author, else judged by its letters.
package enum PageLanguage {
  /// - Parameter site: the language of the site, that of pages in other letters than Japanese ones.
  package static func of(_ page: PageReading, on site: String) -> String {
    if let language = page.language { return language }
    if isJapanese(page.document.file) { return "ja" }
    return site == "ja" ? "en" : site
  }

  /// The language of most pages: `ja` or `en`.
  package static func ofMost(_ pages: [PageReading]) -> String {
    let japanese = pages.count { PageLanguage.of($0, on: "ja") == "ja" }
    return japanese * 2 >= pages.count ? "ja" : "en"
  }

  /// Whether at least one letter in ten is kana or kanji; pages full of menu names and addresses are
  /// Japanese all the same.
  private static func isJapanese(_ file: SourceFile) -> Bool {
    var latin = 0
    var japanese = 0
    file.bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
          latin += 1
        // The first byte of kana and kanji in UTF-8.
        case 0xE3...0xE9: japanese += 1
        default: break
        }
      }
    }
    return japanese > 0 && japanese * 9 >= latin
  }
}
