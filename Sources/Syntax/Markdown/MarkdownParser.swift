import SourceText

/// Reads a page of Markdown: libcmark understands it, and its tree is laid over the file again.
///
/// What libcmark gives out are texts with all marks read; nodes of a ``Document`` are stretches of the
/// file. The tree is therefore walked together with the bytes it was made of.
enum MarkdownParser {
  static func parse(_ file: SourceFile) -> Document {
    let frontMatter = MarkdownFrontMatter(file)
    var tree = MarkdownTree(MarkdownFeed(file, from: frontMatter.end))
    var document = tree.document()
    document.frontMatter = frontMatter.fields
    document.isNamedByFirstLine = false
    document.needsBlankBehindNumbers = true
    return document
  }
}
