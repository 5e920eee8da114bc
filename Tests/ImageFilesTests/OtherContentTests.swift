import ImageFiles
import Testing

/// Files under an image's name that hold something else, and how they are named.
@Suite struct OtherContentTests {
  static let contents: [(String, ImageFault)] = [
    ("", .empty),
    ("<!DOCTYPE html><html>", .webPage), ("\u{FEFF}\n <!doctype HTML>", .webPage),
    ("<!-- saved --><HTML lang=en>", .webPage), ("<?xml version='1.0'?><html/>", .webPage),
    ("<script>", .webPage), ("<?php echo 1;", .webPage), ("<br />\n<b>Warning</b>:", .webPage),
    ("<!DOCTYPE html>", .webPage), ("<!DOCTYPE html>\nNot found", .webPage),
    ("<h1>404</h1>", .webPage),
    ("<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>", .otherFormat("XML")),
    ("version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n", .gitLFSPointer),
    ("Not found", .text), ("設定", .text), ("{\"error\":404}", .text), ("  \n", .text),
    ("<", .otherFormat("XML")), ("<!-- ", .text),
    ("a\u{0}b", .unknownFormat),
    ("%PDF-1.7", .otherFormat("PDF")), ("8BPS\0", .otherFormat("PSD")),
    ("II*\0\u{8}\0\0\0", .otherFormat("TIFF")), ("\0\0\u{1}\0\u{1}\0", .otherFormat("ICO")),
    ("\0\0\u{2}\0\0\0", .otherFormat("TGA")), ("\0\0\0\0", .zeros),
    ("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", .otherFormat("HEIC")),
    ("\0\0\0\u{18}ftypisom\0\0\0\0mp41avc1", .otherFormat("MP4")),
    ("\0\0\0\u{0C}JXL \r\n", .otherFormat("JPEG XL")),
    ("RIFF\u{8}\0\0\0WAVEfmt ", .otherFormat("a RIFF file (WAVE)")),
  ]

  @Test(arguments: contents.indices)
  func isNamed(_ index: Int) {
    let (text, fault) = Self.contents[index]
    let facts = inspect(Array(text.utf8), "x.png")
    #expect(facts.fault == fault, "\(text)")
    #expect(facts.format == nil && facts.size == nil && !facts.isMisnamed)
  }

  @Test func bytesThatAreNoTextHaveNames() {
    let bitmap: [UInt8] =
      Array("BM".utf8) + [0x76, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 40, 0, 0, 0]
    #expect(inspect(bitmap).fault == .otherFormat("BMP"))
    #expect(inspect([0x1F, 0x8B, 8, 0]).fault == .otherFormat("gzip"))
    #expect(inspect([0xFF, 0x0A, 1, 2]).fault == .otherFormat("JPEG XL"))
    #expect(inspect([0x80, 0x01, 0x02]).fault == .unknownFormat)
    #expect(inspect([UInt8](repeating: 0, count: 9000)).fault == .zeros)
    let page = SVGText.wide(Array("<!DOCTYPE html><p>".utf8), .little)
    #expect(inspect(page).fault == .webPage)
  }

  @Test func namesThatSayOtherwiseAreNoted() {
    let facts = inspect(JPEGBytes().bytes, "menu.PNG")
    #expect(facts.isMisnamed && facts.fault == nil && facts.namedFormat == .png)
    #expect(!inspect(JPEGBytes().bytes, "menu.jpeg").isMisnamed)
    #expect(!inspect(JPEGBytes().bytes, "menu").isMisnamed)
    #expect(ImageFormat(fileName: "a.b/c.JFIF") == .jpeg)
    #expect(ImageFormat(fileName: "png") == nil)
    #expect(ImageFormat.allCases.allSatisfy { !$0.fileExtensions.isEmpty })
  }

  @Test func faultsAreSentences() {
    let cut = PNGBytes().bytes.prefix(48)
    #expect(
      fault(Array(cut))
        == "is cut off: chunk IDAT at byte 33 should reach to byte 50, the file ends at byte 48")
    #expect(fault([]) == "is empty")
    #expect(
      fault(Array("%PDF-1".utf8)) == "is PDF, not one of PNG, GIF, JPEG, WebP, SVG, AVIF")
  }
}
