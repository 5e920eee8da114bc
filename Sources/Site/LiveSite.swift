import Rendering
import SourceText

/// A site that is read again and again while its authors write, into memory alone.
///
/// Only what changed is read anew; the rest is kept. Never writes, prints or watches: whoever holds it
/// says what changed.
package struct LiveSite: Sendable {
  private let builder: SiteBuilder
  private let memory = ContentMemory()

  /// - Parameter asOf: the date that data bears, `YYYY-MM-DD`.
  package init(content: String, asOf: String, version: String) {
    var content = content
    while content.utf8.count > 1, content.hasSuffix("/") { content.removeLast() }
    builder = SiteBuilder(content: content, asOf: asOf, version: version)
  }

  package var content: String { builder.content }

  /// - Parameter changed: files and folders that are not as they were, as the system names them; nil
  ///   where that is not known.
  package func read(changed: [String]?) throws(SiteFault) -> LiveModel {
    memory.forget(changed)
    let sources = try SiteSources.open(content)
    let model = try SiteModel.read(sources, memory: memory)
    return LiveModel(
      model, renderer: builder.renderer(model), asOf: builder.asOf,
      places: sources.places(of: content))
  }

  /// The folders and files that the site may be made of, as far as can be told now.
  package func places() -> [String] {
    (try? SiteSources.open(content))?.places(of: content) ?? [content]
  }
}

extension SiteSources {
  /// The content, and the wikis that the configuration names elsewhere.
  func places(of content: String) -> [String] {
    [content] + wikis.map(\.folder).filter { $0 != content && !$0.hasPrefix(content + "/") }
  }
}
