import CompatibilityChanges
import Foundation
import GuideModel
import Rendering
import Site
import SourceText
import Syntax
import Validation

/// One pass over all parts of the flow, each timed on its own, on one thread.
struct Bench {
  private let pages: [(path: String, name: String, bytes: [UInt8])]

  init(pages count: Int) {
    pages = (0..<count).map { number in
      let name = "guides/\(SamplePage.client(number).id)-\(number)"
      return (name + ".txt", name, Array(SamplePage.text(number).utf8))
    }
  }

  func run() {
    let bytes = pages.reduce(0) { $0 + $1.bytes.count }
    print("\(pages.count) pages, \(bytes / max(pages.count, 1)) bytes a page")
    var total = 0.0
    let files = timed("decode", &total) {
      pages.compactMap { try? SourceFile(path: $0.path, bytes: $0.bytes) }
    }
    let documents = timed("parse", &total) { files.map({ Dialect.pukiwiki.parse($0) }) }
    let reader = GuideReader(vocabulary: .standard)
    let readings = timed("model", &total) {
      zip(pages, documents).map { reader.read($1, name: $0.name) }
    }
    let library = timed("merge", &total) { GuideLibrary(pages: readings) }
    let images = ImageSources(
      mirrors: [.init(prefix: "http://unix.example/img/", folder: "images/")],
      files: (1...15).map { "images/step_\($0).png" })
    let findings = timed("validate", &total) {
      let index = SiteIndex(library: library, images: images, knownUnreadNames: [])
      let validator = Validator(index: index, severities: [:])
      return validator.findings { pages, work in pages.map(work) }.diagnostics.count
    }
    let digests = timed("digest", &total) {
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, Digest.sha256($0.bytes)) })
    }
    let renderer = timed("render: prepare", &total) {
      SiteRenderer(
        library: library,
        settings: RenderSettings(
          title: "Bench", language: "ja", baseURL: nil, asOf: "2026-01-01",
          generatorVersion: "bench", images: images, digests: digests, showsRemoteImages: false))
    }
    var rendered = timed("render: pages", &total) {
      library.pages.flatMap(renderer.files(for:))
    }
    rendered += timed("render: clients", &total) {
      renderer.clientPages.flatMap(renderer.files(for:))
    }
    rendered += timed("render: site", &total) {
      let list = renderer.listFile()
      var files = [list]
      renderer.forEachSiteFile(
        listSize: list.bytes.count, history: ChangeHistory(begins: "2026-01-01")
      ) { files.append($0) }
      return files
    }
    row("all but writing", total)
    write(rendered)
    print(
      "\(library.guides.count) guides, \(library.clients.count) clients, \(findings) findings, "
        + "\(rendered.count) files; peak memory \(peakMemory()) MB")
  }

  private func write(_ files: [RenderedFile]) {
    let folder = FileManager.default.temporaryDirectory.path + "/wikiguide-bench-\(getpid())"
    defer { try? FileSystem.removeTree(folder) }
    var total = 0.0
    timed("write", &total) {
      for file in files {
        let path = folder + "/" + file.path
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        try? FileSystem.makeFolders("/" + parent)
        try? FileSystem.writeNew(path, file.bytes)
      }
    }
  }

  @discardableResult
  private func timed<Result>(
    _ name: String, _ total: inout Double, _ work: () -> Result
  ) -> Result {
    let start = processorSeconds()
    let result = work()
    let seconds = processorSeconds() - start
    total += seconds
    row(name, seconds)
    return result
  }

  private func row(_ name: String, _ seconds: Double) {
    let microseconds = seconds * 1e6 / Double(max(pages.count, 1))
    print(
      name.padding(toLength: 18, withPad: " ", startingAt: 0)
        + String(format: "%8.1f us a page", microseconds))
  }

  private func processorSeconds() -> Double {
    let usage = usage()
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// In megabytes; Linux counts in kilobytes, macOS in bytes.
  private func peakMemory() -> Int {
    #if canImport(Darwin)
      usage().ru_maxrss / 1_048_576
    #else
      usage().ru_maxrss / 1024
    #endif
  }

  private func usage() -> rusage {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return usage
  }
}
