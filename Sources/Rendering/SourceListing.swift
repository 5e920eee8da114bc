import CommonMark
import GuideModel
import SourceText
import Syntax

/// A page's source with numbered lines, each of which can be linked to: where evidence points.
enum SourceListing {
  static func html(_ page: PageReading, text: InterfaceText, pageAddress: String) -> [UInt8] {
    let bytes = page.document.file.bytes
    let source = bytes.span
    var html = OutputBytes(capacity: bytes.count + bytes.count / 2 + 1024)
    html.append("<h1><a href=\"")
    html.append(pageAddress)
    html.append("\">")
    html.append(escaping: text.sourceOf(page.name))
    html.append("</a></h1>\n<ol class=\"source-lines\">\n")
    var number = 1
    var start = page.document.file.textStart
    while start < source.count {
      var end = start
      while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
      let hasReturn = end > start && source[end - 1] == UInt8(ascii: "\r")
      html.append("<li id=\"L")
      html.append(number: number)
      html.append("\"><code>")
      html.append(escaping: source.extracting(start..<(hasReturn ? end - 1 : end)))
      html.append("</code></li>\n")
      number += 1
      start = end + 1
    }
    html.append("</ol>\n")
    return html.array
  }
}
