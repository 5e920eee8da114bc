import CommonMark
import GuideModel
import SourceText
import Syntax

/// Pictures, in the text and on lines of their own.
extension BodyWriter {
  mutating func write(_ image: Image) {
    let described =
      image.description.map { file.text($0) } ?? screenshotNames[image.range]
    switch links.images.location(of: image, on: page) {
    case .local(let path):
      write(
        image, url: links.root + AddressText.encoded(path: path),
        alternative: described ?? text.screenshot)
    case .missing(let path):
      tree.add(inline: .init(html: ("<span class=\"missing-image\">", "")))
      tree.add(text: "\(text.missingImage): \(path)")
      tree.add(inline: .init(html: ("</span>", "")))
    case .remote(let address) where SiteLinks.isSafe(address) && links.showsRemoteImages:
      write(
        image, url: AddressText.encoded(address), alternative: described ?? text.screenshot)
    case .remote(let address):
      guard SiteLinks.isSafe(address) else { return tree.add(text: address) }
      let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? address
      let words = (described.map { $0 + ": " } ?? "") + text.remoteImage(host)
      guard !isInLink else { return tree.add(text: words) }
      tree.open(.link(url: AddressText.encoded(address)))
      tree.add(text: words)
      tree.close()
    }
  }

  /// The picture itself, in the size that its author wants, leading to itself where that is wanted.
  private mutating func write(_ image: Image, url: String, alternative: String) {
    let leads = image.isLinked && !isInLink
    if leads {
      let source = HTMLText.escaped(url)
      // In Markdown, who reads it can open the picture anyway.
      tree.open(.customInline(.init(html: ("<a href=\"\(source)\">", "</a>"))))
    }
    if let size = image.size {
      tree.add(inline: Self.frame(url: url, alternative: alternative, size: size))
    } else {
      tree.addImage(url: url, alternative: alternative)
    }
    if leads { tree.close() }
  }

  private static func frame(
    url: String, alternative: String, size: Image.Size
  ) -> CommonMarkTree.Frame {
    let attributes =
      switch size {
      case .pixels(let width, let height): "width=\"\(width)\" height=\"\(height)\""
      // The style sheet knows tenths.
      case .percent(let percent): "class=\"width-\(min(10, max(1, (percent + 5) / 10)) * 10)\""
      }
    let source = HTMLText.escaped(url)
    return .init(
      html: (
        "<img src=\"\(source)\" alt=\"\(HTMLText.escaped(alternative))\" \(attributes) />", ""
      ),
      markdown: ("![\(markdown(alternative))](<\(url)>)", ""))
  }

  /// Text in which no sign means anything to Markdown.
  static func markdown(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        && scalar != " " ? "\\\(scalar)" : String(scalar)
    }.joined()
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
