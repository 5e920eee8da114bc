import Foundation
import GuideModel
import Rendering
import SourceText
import Syntax
import TestSupport
import Testing

/// The pages of `Spec` against what is printed of them: the page, the guide, the list.
@Suite struct RenderingSpecTests {
  private static func pages(_ kind: String) -> [SpecPage] {
    SpecPage.all(expecting: kind).filter(\.hasExpectation)
  }

  @Test(arguments: pages("html"))
  func html(_ page: SpecPage) { expect(page, PrintedSite(page).file(endingWith: "x/index.html")) }

  @Test(arguments: pages("markdown"))
  func markdown(_ page: SpecPage) { expect(page, PrintedSite(page).file(endingWith: "x/index.md")) }

  @Test(arguments: pages("source"))
  func source(_ page: SpecPage) {
    expect(page, PrintedSite(page).file(endingWith: "source/index.html"))
  }

  @Test(arguments: pages("guide-html"))
  func guideHTML(_ page: SpecPage) { expect(page, PrintedSite(page).client("index.html")) }

  @Test(arguments: pages("guide-markdown"))
  func guideMarkdown(_ page: SpecPage) { expect(page, PrintedSite(page).client("index.md")) }

  @Test(arguments: pages("json"))
  func json(_ page: SpecPage) { expect(page, PrintedSite(page).list(.json)) }

  @Test(arguments: pages("csv"))
  func csv(_ page: SpecPage) {
    let records = PrintedSite(page).list(.csv)
    #expect(records.hasSuffix("\r\n"))
    expect(page, records.replacing("\r\n", with: "\n"))
  }

  @Test(arguments: pages("matrix-markdown"))
  func matrixMarkdown(_ page: SpecPage) { expect(page, PrintedSite(page).list(.markdown)) }

  @Test(arguments: pages("matrix-html"))
  func matrixHTML(_ page: SpecPage) { expect(page, PrintedSite(page).list(.html)) }

  @Test func casesAreThere() {
    #expect(Self.pages("html").count >= 8)
    #expect(Self.pages("guide-html").count >= 3)
  }

  private func expect(_ page: SpecPage, _ actual: String) {
    let complaint = page.complaint(about: actual)
    #expect(complaint == nil, "\(complaint ?? "")")
  }
}

/// A case's page as a site of its own, named `x`, with the pictures `images/1.png` to `images/3.png`
/// and `images/a#1.png`. The mark `dialect=markdown` says how the page is written. The mark `provider=address` gives the site a hosting company whose customers
/// type their address as user name, `provider=local-part` and `provider=assigned` others.
private struct PrintedSite {
  private let renderer: SiteRenderer
  private let library: GuideLibrary

  init(_ page: SpecPage) {
    let reader = GuideReader(vocabulary: .standard)
    let dialect = page.marks["dialect"].flatMap(Dialect.init(rawValue:)) ?? .pukiwiki
    let path = dialect == .markdown ? "x.md" : "x.txt"
    let file = SourceFile(path: path, text: page.source)
    library = GuideLibrary(pages: [reader.read(dialect.parse(file), name: "x")])
    let images = ImageSources(
      mirrors: [.init(prefix: "https://wiki.example/img/", folder: "images/")],
      files: ["images/a#1.png"] + (1...3).map { "images/\($0).png" })
    renderer = SiteRenderer(
      library: library,
      settings: RenderSettings(
        title: "Site", language: "ja", baseURL: "https://help.example/", asOf: "2026-01-02",
        generatorVersion: "test", images: images,
        digests: [path: String(repeating: "0", count: 64)], showsRemoteImages: false,
        provider: page.marks["provider"].map(Self.provider)))
  }

  private static func provider(_ userName: String) -> ProviderSettings {
    let names: [String: MailServer.UserName] = [
      "local-part": .localPart, "assigned": .assigned(example: nil),
    ]
    func server(
      _ kind: MailServer.MailProtocol, _ host: String, _ port: Int,
      _ security: MailServer.Security, _ authentication: MailServer.Authentication
    ) -> MailServer {
      MailServer(
        mailProtocol: kind, host: host, port: port, security: security,
        userName: names[userName] ?? .address, authentication: authentication,
        range: SourceRange(0, 0))
    }
    return ProviderSettings(
      name: "Example <Hosting>", domains: ["example.jp"],
      incoming: [
        server(.imap, "imap.example.jp", 993, .tls, .password),
        server(.pop3, "pop.example.jp", 110, .startTLS, .encryptedPassword),
      ], outgoing: [server(.smtp, "smtp.example.jp", 25, .none, .popBeforeSMTP)],
      popBeforeSMTPMinutes: 15, file: SourceFile(path: "provider.yml", text: ""))
  }

  func file(endingWith ending: String) -> String {
    body(library.pages.flatMap(renderer.files(for:)).first { $0.path.hasSuffix(ending) })
  }

  /// A file of the first client.
  func client(_ name: String) -> String {
    body(
      renderer.clientPages.prefix(1).flatMap(renderer.files(for:)).first { $0.path.hasSuffix(name) }
    )
  }

  func list(_ format: CompatibilityFormat) -> String {
    String(decoding: renderer.compatibility(format: format).bytes, as: UTF8.self)
  }

  /// What stands in the page's main part; a file that is no page of HTML, whole.
  private func body(_ file: RenderedFile?) -> String {
    guard let file else { return "no such file\n" }
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard let start = text.range(of: "class=\"site-content\" tabindex=\"-1\">\n"),
      let end = text.range(of: "\n</main>")
    else { return text }
    return String(text[start.upperBound..<end.lowerBound])
  }
}
