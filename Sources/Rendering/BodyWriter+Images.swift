import CommonMark
import GuideModel
import ImageFiles
import SourceText
import Syntax

/// Pictures, in the text and on lines of their own.
extension BodyWriter {
  mutating func write(_ image: Image) {
    let described =
      image.description.map { filled(page.document.text($0)) } ?? screenshotNames[image.range]
    switch links.images.location(of: image, on: page) {
    case .local(let path):
      write(
        image, url: links.root + AddressText.encoded(path: path),
        alternative: described ?? text.screenshot, fileSize: links.images.size(of: path))
    case .missing where links.keepsPaths:
      write(
        image, url: AddressText.encoded(page.document.text(image.source)),
        alternative: described ?? "",
        fileSize: nil)
    case .missing(let path): writeMissing(image, named: path, alternative: described)
    case .remote(let address) where SiteLinks.isSafe(address) && links.showsRemoteImages:
      write(
        image, url: AddressText.encoded(address), alternative: described ?? text.screenshot,
        fileSize: nil)
    case .remote(let address):
      guard SiteLinks.isSafe(address) else { return tree.add(text: address) }
      let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? address
      let words = (described.map { $0 + ": " } ?? "") + text.remoteImage(host)
      guard !isInLink else { return tree.add(text: words) }
      let title = image.title.map { filled(page.document.text($0)) }
      tree.open(.link(url: AddressText.encoded(address), title: title))
      tree.add(text: words)
      tree.close()
    }
  }

  /// A frame of the size that the picture would have, as far as that is known: the author's own, else
  /// that of the picture before it.
  private mutating func writeMissing(_ image: Image, named path: String, alternative: String?) {
    var size = lastPixelSize
    if case .pixels(let width, let height)? = image.size, width > 0, height > 0 {
      size = PixelSize(width, height)
    }
    let label = [text.missingImage, alternative].compactMap { $0 }.joined(separator: ": ")
    if let size {
      let attributes =
        "width=\"\(size.width)\" height=\"\(size.height)\" "
        + "viewBox=\"0 0 \(size.width) \(size.height)\""
      tree.add(
        inline: .init(
          html: (
            "<svg class=\"missing-image\" role=\"img\" \(attributes) "
              + "aria-label=\"\(HTMLText.escaped(label))\"></svg>", ""
          )))
    }
    tree.add(inline: .init(html: ("<span class=\"missing-name\">", "")))
    tree.add(text: "\(text.missingImage): \(path)")
    tree.add(inline: .init(html: ("</span>", "")))
  }

  /// The picture itself, in the size that its author wants, leading to itself where that is wanted.
  private mutating func write(
    _ image: Image, url: String, alternative: String, fileSize: PixelSize?
  ) {
    guard tree.beginFrame() else { return }
    if let fileSize { lastPixelSize = fileSize }
    let title = image.title.map { filled(page.document.text($0)) }
    let (source, words) = (HTMLText.escaped(url), HTMLText.escaped(alternative))
    // In Markdown, who reads it can open the picture anyway.
    let leads = image.isLinked && !isInLink
    if leads {
      tree.print(html: "<a class=\"full-size\" href=\"")
      tree.print(html: source)
      tree.print(html: "\" aria-label=\"")
      tree.print(html: words)
      tree.print(html: " (")
      tree.print(htmlText: text.fullSize)
      tree.print(html: ")\">")
    }
    tree.print(html: "<img src=\"")
    tree.print(html: source)
    tree.print(html: "\" alt=\"")
    tree.print(html: words)
    tree.print(html: "\"")
    printSize(wanted: image.size, file: fileSize)
    if let title {
      tree.print(html: " title=\"")
      tree.print(htmlText: title)
      tree.print(html: "\"")
    }
    // The first pictures are there at once, those further down when the reader comes near.
    if imageCount >= 2 { tree.print(html: " loading=\"lazy\"") }
    tree.print(html: leads ? " decoding=\"async\" /></a>" : " decoding=\"async\" />")
    printMarkdown(url: url, alternative: alternative, title: title)
    imageCount += 1
  }

  private mutating func printMarkdown(url: String, alternative: String, title: String?) {
    tree.print(markdown: "![")
    tree.print(markdownText: alternative)
    tree.print(markdown: "](")
    tree.print(markdownAddress: url)
    if let title { tree.print(markdown: " \"\(Self.markdown(title: title))\"") }
    tree.print(markdown: ")")
  }

  /// With its size known, a picture takes its room before it has come.
  private mutating func printSize(wanted: Image.Size?, file: PixelSize?) {
    if case .pixels(let width, let height)? = wanted, width > 0 || height > 0 {
      printSides(width, height, file: file)
    } else if case .width(let width)? = wanted {
      printSides(width, 0, file: file)
    } else if let file {
      printSide(" width=\"", file.width)
      printSide(" height=\"", file.height)
    }
    // The style sheet knows tenths.
    if case .percent(let percent)? = wanted {
      printSide(" class=\"width-", min(10, max(1, (percent + 5) / 10)) * 10)
    }
  }

  /// Both sides of a picture; one that its author leaves open follows from the file's shape.
  private mutating func printSides(_ width: Int, _ height: Int, file: PixelSize?) {
    var (width, height) = (width, height)
    if let file, file.width > 0, file.height > 0 {
      if height == 0 { height = max(1, (width * file.height + file.width / 2) / file.width) }
      if width == 0 { width = max(1, (height * file.width + file.height / 2) / file.height) }
    }
    if width > 0 { printSide(" width=\"", width) }
    if height > 0 { printSide(" height=\"", height) }
  }

  private mutating func printSide(_ attribute: StaticString, _ size: Int) {
    tree.print(html: attribute)
    tree.print(html: size)
    tree.print(html: "\"")
  }

  /// Text in which no sign means anything to Markdown, without control characters.
  static func markdown(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 8)
    for byte in PrintableText.of(Array(text.utf8)[...]) {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "#"):
        escaped += [UInt8(ascii: "\\"), byte]
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The same between quotation marks, on one line.
  private static func markdown(title: String) -> String {
    markdown(title.replacing("\n", with: " ")).replacing("\"", with: "\\\"")
  }

  /// A picture as a block of its own.
  mutating func writeFigure(_ image: Image) {
    openHTML("<figure>", "</figure>")
    tree.open(.paragraph)
    write(image)
    tree.close()
    tree.close()
  }

  /// The class of a block that is one picture with a place of its own; nil for all others.
  func imagePlace(_ paragraph: Paragraph) -> String? {
    guard paragraph.content.count == 1, case .image(let image) = paragraph.content[0] else {
      return nil
    }
    if image.isFloating { return image.alignment == .right ? "float-right" : "float-left" }
    return image.alignment.map { "align-\($0.rawValue)" }
  }
}
