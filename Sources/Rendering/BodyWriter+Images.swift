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
    let leads = image.isLinked && !isInLink
    if leads {
      let source = HTMLText.escaped(url)
      // In Markdown, who reads it can open the picture anyway.
      tree.open(
        .customInline(
          .init(
            html: (
              "<a class=\"full-size\" href=\"\(source)\" "
                + "aria-label=\"\(HTMLText.escaped("\(alternative) (\(text.fullSize))"))\">", "</a>"
            ))))
    }
    if let fileSize { lastPixelSize = fileSize }
    let title = image.title.map { filled(page.document.text($0)) }
    let attributes =
      Self.attributes(wanted: image.size, file: fileSize)
      + (title.map { " title=\"\(HTMLText.escaped($0))\"" } ?? "")
    tree.add(
      inline: .init(
        html: (
          "<img src=\"\(HTMLText.escaped(url))\" alt=\"\(HTMLText.escaped(alternative))\""
            + "\(attributes)\(loading) />", ""
        ),
        markdown: (
          "![\(Self.markdown(alternative))](\(Self.destination(url))"
            + (title.map { " \"\(Self.markdown(title: $0))\"" } ?? "") + ")", ""
        )))
    imageCount += 1
    if leads { tree.close() }
  }

  /// The first pictures are there at once, those further down when the reader comes near.
  private var loading: String {
    imageCount < 2 ? " decoding=\"async\"" : " loading=\"lazy\" decoding=\"async\""
  }

  /// With its size known, a picture takes its room before it has come.
  private static func attributes(wanted: Image.Size?, file: PixelSize?) -> String {
    var attributes = ""
    if case .pixels(let width, let height)? = wanted, width > 0 || height > 0 {
      attributes = sides(width, height, file: file)
    } else if case .width(let width)? = wanted {
      attributes = sides(width, 0, file: file)
    } else if let file {
      attributes = " width=\"\(file.width)\" height=\"\(file.height)\""
    }
    // The style sheet knows tenths.
    if case .percent(let percent)? = wanted {
      attributes += " class=\"width-\(min(10, max(1, (percent + 5) / 10)) * 10)\""
    }
    return attributes
  }

  /// Both sides of a picture; one that its author leaves open follows from the file's shape.
  private static func sides(_ width: Int, _ height: Int, file: PixelSize?) -> String {
    var (width, height) = (width, height)
    if let file, file.width > 0, file.height > 0 {
      if height == 0 { height = max(1, (width * file.height + file.width / 2) / file.width) }
      if width == 0 { width = max(1, (height * file.width + file.height / 2) / file.height) }
    }
    return (width > 0 ? " width=\"\(width)\"" : "") + (height > 0 ? " height=\"\(height)\"" : "")
  }

  /// Text in which no sign means anything to Markdown.
  static func markdown(_ text: String) -> String {
    text.map { "\\`*_[]<>&~|#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// The same between quotation marks, on one line.
  private static func markdown(title: String) -> String {
    markdown(title.replacing("\n", with: " ")).replacing("\"", with: "\\\"")
  }

  /// An address as Markdown takes it, where brackets must not end it.
  private static func destination(_ url: String) -> String {
    url.contains("(") || url.contains(")") ? "<\(url)>" : url
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
