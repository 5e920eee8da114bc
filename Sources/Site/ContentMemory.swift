import GuideModel
import ImageFiles
import SourceText
import Synchronization
import Syntax
import WikiStore

/// What was read of a site's files, kept from one reading of the site to the next: for whoever is told
/// which files change in between.
package final class ContentMemory: Sendable {
  let pages = FileMemory<KeptPage>()
  let facts = FileMemory<ImageFacts>()
  let digests = FileMemory<String>()
  private let basis = Mutex(Basis())

  /// A page as it was understood, and the digest of its text.
  struct KeptPage: Sendable {
    let reading: Result<PageReading, PageInput.Fault>
    /// SHA-256; nil where there is no text.
    let digest: String?

    init(_ reading: Result<PageReading, PageInput.Fault>) {
      self.reading = reading
      digest = (try? reading.get()).map { Digest.sha256($0.document.file.bytes) }
    }
  }

  /// The reader that what is kept was read with.
  private let reader = Mutex<GuideReader?>(nil)

  /// What every page is read by: where it is another, all pages must be read again.
  private struct Basis: Equatable {
    var texts: [[UInt8]] = []
    var names: [String] = []
    var encodings: [String] = []
  }

  package init() {}

  /// - Parameter changed: files and folders that are not as they were; nil where that is not known.
  package func forget(_ changed: [String]?) {
    guard let changed else {
      pages.forgetAll()
      facts.forgetAll()
      return digests.forgetAll()
    }
    pages.forget(changed)
    facts.forget(changed)
    digests.forget(changed)
  }

  /// A page as it is known, or else as it is read now, and its digest.
  func page(
    _ input: PageInput, _ reader: GuideReader
  ) -> (Result<PageReading, PageInput.Fault>, String?) {
    let page =
      pages.value(of: input.systemPath) {
        let page = KeptPage(input.read(with: reader))
        // Nobody tells when the file behind a link changes.
        return input.isLink ? nil : page
      } ?? KeptPage(input.read(with: reader))
    return (page.reading, page.digest)
  }

  /// What reads the pages. Makes sure that what is kept of them was read by the same configuration,
  /// words and names.
  func reader(_ sources: SiteSources, _ inputs: [PageInput]) -> GuideReader {
    let curated = sources.curated.files.sorted { $0.key < $1.key }.map(\.value.bytes)
    let now = Basis(
      texts: [sources.configurationFile?.bytes ?? []] + curated, names: inputs.map(\.name),
      encodings: sources.wikis.map { $0.store.encoding.rawValue })
    let isSame = basis.withLock { basis in
      defer { basis = now }
      return basis == now
    }
    if !isSame { pages.forgetAll() }
    return reader.withLock { reader in
      if isSame, let reader { return reader }
      let new = GuideReader(vocabulary: sources.vocabulary)
      reader = new
      return new
    }
  }
}
