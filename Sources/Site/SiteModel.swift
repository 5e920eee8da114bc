import CMemory
import GuideModel
import ImageFiles
import Rendering
import SourceText
import Syntax

/// A site's pages read, understood and brought together: all that its pages are made of, not judged yet.
struct SiteModel: Sendable {
  let sources: SiteSources
  /// In the order of the sources.
  let readings: [PageReading]
  let library: GuideLibrary
  let images: ImageSources
  let attached: AttachedFiles
  let histories: [String: PageHistory]
  /// SHA-256 of pages by their path, as far as somebody has worked them out.
  let digests: [String: String]
  /// What is wrong with the sources and the bytes of pages.
  let diagnostics: [Diagnostic]
  /// Names of pages that could not be read.
  let unread: Set<String>

  /// To read a page of more bytes takes so much memory that another thread must not take as much again
  /// when the page is printed.
  private static let largePage = 1 << 20

  /// - Parameter memory: what an earlier reading left; it must have been told what changed since.
  static func read(
    _ sources: SiteSources, memory: ContentMemory? = nil, progress: WorkProgress = WorkProgress()
  ) throws(SiteFault) -> SiteModel {
    let inputs = sources.pages
    let reader = memory?.reader(sources, inputs) ?? GuideReader(vocabulary: sources.vocabulary)
    progress.begin(.readingPages, total: inputs.count)
    let results = Parallel.map(inputs, counting: progress) { input in
      memory.map { $0.page(input, reader) } ?? (input.read(with: reader), nil)
    }
    var readings: [PageReading] = []
    var diagnostics = sources.diagnostics
    var unread: Set<String> = []
    var digests: [String: String] = [:]
    for (input, (result, digest)) in zip(inputs, results) {
      switch result {
      case .success(let reading) where reading.stated.isDraft:
        diagnostics.append(.draft(reading))
        unread.insert(input.name)
      case .success(let reading):
        readings.append(reading)
        digests[reading.path] = digest
      case .failure(.diagnostic(let diagnostic)):
        diagnostics.append(diagnostic)
        unread.insert(input.name)
      case .failure(.disk(let error)): throw .disk(error.description)
      }
    }
    if readings.contains(where: { $0.document.file.bytes.count > largePage }) {
      wikiguide_give_back_freed_memory()
    }
    readings = Redirections.resolved(readings)
    let histories = try PageHistories(sources, pages: readings)
    return SiteModel(
      sources, readings, diagnostics + histories.diagnostics, unread: unread,
      histories: histories.histories, digests: digests, memory: memory, progress: progress)
  }

  private init(
    _ sources: SiteSources, _ readings: [PageReading], _ diagnostics: [Diagnostic],
    unread: Set<String>, histories: [String: PageHistory], digests: [String: String],
    memory: ContentMemory?, progress: WorkProgress
  ) {
    self.sources = sources
    self.readings = readings
    self.histories = histories
    self.diagnostics = diagnostics
    self.unread = unread
    self.digests = digests
    (library, (attached, images)) = Parallel.both {
      GuideLibrary(
        pages: readings, houses: Self.houses(sources, readings), curated: sources.curated,
        vocabulary: sources.vocabulary)
    } _: {
      Self.files(sources, readings, memory, progress)
    }
  }

  private static func files(
    _ sources: SiteSources, _ pages: [PageReading], _ memory: ContentMemory?,
    _ progress: WorkProgress
  ) -> (AttachedFiles, ImageSources) {
    let configuration = sources.configuration.images
    let attached = AttachedFiles(sources: sources, pages: pages)
    let pictures = PictureFiles(sources, attached, memory: memory, progress: progress)
    let images = ImageSources(
      mirrors: configuration.mirrors,
      files: sources.discovery.images.filter { configuration.publishes($0) },
      attachments: attached.published, facts: pictures.facts, twins: pictures.twins)
    return (attached, images)
  }

  private static func houses(_ sources: SiteSources, _ pages: [PageReading]) -> [House] {
    var houses = sources.wikis.map { House(id: $0.id, title: $0.title, pages: pages) }
    if !houses.contains(where: \.id.isEmpty) {
      houses.append(House(id: "", title: sources.configuration.title, pages: pages))
    }
    return houses
  }
}

extension Diagnostic {
  /// The note that a page is not published since its author says that it is a draft.
  fileprivate static func draft(_ page: PageReading) -> Diagnostic {
    let file = page.document.file
    let field = page.document.frontMatter.first { file.text($0.key).lowercased() == "draft" }
    return Diagnostic(
      rule: "draft-page", severity: .note, place: SourcePlace(page.path, field?.range),
      message: "the page is a draft and is not published",
      help: "take 'draft: true' away to publish it")
  }
}
