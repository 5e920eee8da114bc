import GuideModel
import SourceText
import Syntax

/// A page's source with numbered lines, each of which can be linked to: where evidence points.
enum SourceListing {
  static func html(_ page: PageReading, text: InterfaceText, pageAddress: String) -> [UInt8] {
    let file = page.document.file
    var html: [UInt8] = []
    html.reserveCapacity(file.bytes.count * 2)
    let title = HTMLText.escaped(text.sourceOf(page.name))
    html += "<h1><a href=\"\(pageAddress)\">\(title)</a></h1>\n<ol class=\"source-lines\">\n".utf8
    var number = 1
    var start = file.textStart
    while start < file.bytes.count {
      let line = file.line(around: start)
      html += "<li id=\"L\(number)\"><code>".utf8
      HTMLText.append(file.bytes[start..<max(start, line.upper)], to: &html)
      html += "</code></li>\n".utf8
      number += 1
      start = line.upper
      while start < file.bytes.count, file.bytes[start] != UInt8(ascii: "\n") { start += 1 }
      start += 1
    }
    html += "</ol>\n".utf8
    return html
  }
}
