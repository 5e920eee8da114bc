import FlyingFox
import Rendering
import Site
import Validation

/// Answers requests from the state of the preview: files of the site, by the exact paths that it has, and
/// what stands below `_wikiguide/`. Touches no file but pictures and attachments that the site names.
struct PreviewSite: Sendable {
  let state: PreviewState
  let names: HostNames

  static let own = "_wikiguide/"

  func answer(_ request: PreviewRequest) async -> Answer {
    guard names.allow(request.header("Host")) else {
      return .refusal(
        HTTPStatusCode(421, phrase: "Misdirected Request"),
        "This server answers to 'localhost' alone; start it with --bind to reach it otherwise.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var answer = Answer.refusal(.methodNotAllowed, "Only GET and HEAD are answered.")
      answer.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return answer
    }
    guard let path = SitePath(target: request.target) else {
      return .refusal(.badRequest, "This is no path that a site could have.")
    }
    if path.text.hasPrefix(Self.own) { return await ownAnswer(path, request) }
    let moment = state.moment
    guard let model = moment.model else { return unreadable(moment) }
    guard let file = model.file(at: path.text) else { return missing(path, model, moment) }
    switch file {
    case .bytes(let bytes):
      let type = MediaType.of(path.text)
      guard type.hasPrefix("text/html") else { return .file(bytes, type: type, for: request) }
      return .file(page(bytes, model, moment).bytes, type: type, for: request)
    case .onDisk(let systemPath):
      guard let bytes = try? FileSystem.read(systemPath) else {
        return missing(path, model, moment)
      }
      return .file(bytes, type: MediaType.of(path.text), for: request)
    }
  }

  // MARK: - Below _wikiguide/

  private func ownAnswer(_ path: SitePath, _ request: PreviewRequest) async -> Answer {
    switch path.text.dropFirst(Self.own.utf8.count) {
    case "preview.js":
      return .file(PreviewFiles.script, type: MediaType.of("a.js"), for: request)
    case "preview.css":
      return .file(PreviewFiles.style, type: MediaType.of("a.css"), for: request)
    case "understood.js":
      return .file(PreviewFiles.understoodScript, type: MediaType.of("a.js"), for: request)
    case "state": return await stateAnswer(request)
    default:
      let moment = state.moment
      guard let model = moment.model else { return unreadable(moment) }
      guard let page = understood(path.text, moment) else { return missing(path, model, moment) }
      return .file(page.bytes, type: MediaType.of("a.html"), for: request)
    }
  }

  private func stateAnswer(_ request: PreviewRequest) async -> Answer {
    guard let asking = SitePath.parameter("page", of: request.query),
      let path = SitePath(target: asking)
    else { return .refusal(.badRequest, "Say which page asks.") }
    if let version = SitePath.parameter("after", of: request.query), !request.isHead {
      await state.wait(after: version)
    }
    let moment = state.moment
    let source = UnderstoodPage.source(of: path.text)
    let page: PreviewPage?
    if path.text.hasPrefix(Self.own) {
      page = understood(path.text, moment)
    } else if let model = moment.model, case .bytes(let bytes)? = model.file(at: path.text) {
      page = self.page(bytes, model, moment)
    } else {
      page = nil
    }
    let text = StateText(moment: moment, version: state.version(moment))
    return .passing(
      text.json(path: path.text, page: page, understood: source),
      type: MediaType.of("a.json"))
  }

  private func understood(_ path: String, _ moment: PreviewState.Moment) -> PreviewPage? {
    guard let source = UnderstoodPage.source(of: path), let model = moment.model,
      let reading = model.page(at: source)
    else { return nil }
    let html = UnderstoodPage(reading, moment).html
    return page(html, model, moment)
  }

  private func page(
    _ bytes: [UInt8], _ model: LiveModel, _ moment: PreviewState.Moment
  ) -> PreviewPage {
    PreviewPage(bytes, stylePath: model.theme.stylePath, pictures: moment.pictures)
  }

  // MARK: - Where there is nothing

  private func missing(
    _ path: SitePath, _ model: LiveModel, _ moment: PreviewState.Moment
  ) -> Answer {
    if !path.isFolder, model.file(at: path.text + "/index.html") != nil {
      return .redirect(to: "/" + SitePath.encoded(path.text) + "/")
    }
    let nearest = NearestName.find(path.text, among: model.paths)
    let html = PlainPage.missing(path.text, nearest: [nearest].compactMap { $0 })
    return plain(html, moment, .notFound)
  }

  private func unreadable(_ moment: PreviewState.Moment) -> Answer {
    plain(PlainPage.unreadable(), moment, .serviceUnavailable)
  }

  /// A page that shows the site's own once there is one. Its digest is none that the site's have.
  private func plain(
    _ html: [UInt8], _ moment: PreviewState.Moment, _ status: HTTPStatusCode
  ) -> Answer {
    let page = PreviewPage(
      html, stylePath: PreviewFiles.stylePath, pictures: moment.pictures, digest: "")
    return .passing(page.bytes, type: MediaType.of("a.html"), status: status)
  }
}
