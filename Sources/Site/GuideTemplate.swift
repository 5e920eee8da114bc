import Syntax

/// The text of a new guide.
struct GuideTemplate {
  let words: GuideWords
  /// The name of the page, without the file's ending.
  let page: String
  let dialect: Dialect
  let feature: String?
  let steps: Int

  var text: String {
    var page = PageWriter(dialect)
    page.heading(1, words.title)
    page.directive("client \(words.client)")
    if let feature { page.directive("feature \(feature)") }
    page.emptyLine()
    page.paragraph(words.introduction)
    page.emptyLine()
    page.heading(2, words.heading)
    if page.hasComments { for line in pictureHint { page.comment(line) } }
    if dialect == .markdown { page.emptyLine() }
    for (index, step) in words.steps(steps).enumerated() { page.step(index + 1, step) }
    return page.text
  }

  /// How a picture is added to a step, line by line.
  var pictureHint: [String] {
    let folder = page + ContentDiscovery.attachmentEnding
    let example = PageWriter(dialect).picture("step1.png", in: folder, words.pictureDescription)
    return words.pictureHint(example, folder: folder)
  }
}
