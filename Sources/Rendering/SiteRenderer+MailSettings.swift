import GuideModel
import MailSettings

/// Files that set clients up, as far as the provider's servers let them be made.
extension SiteRenderer {
  /// Nil where no provider tells of its servers.
  package func settingsWriter(for format: SettingsFormat) -> SettingsWriter? {
    settings.provider.map {
      SettingsWriter(
        provider: $0, language: settings.language, guides: guideLinks(for: format))
    }
  }

  /// The site itself in each language, and the guides for clients that read the format.
  private func guideLinks(for format: SettingsFormat) -> [GuideLink] {
    guard let base = settings.baseURL else { return [] }
    let homes = editions.map {
      GuideLink(
        language: $0.language, url: base + $0.prefix + "index.html", title: settings.title)
    }
    let guides = clientPages.filter { page in
      page.kind != .guide && !page.subject.guides.isEmpty
        && format.isFor(client: page.subject.client.id)
    }
    return homes
      + guides.map {
        GuideLink(
          language: $0.edition.language, url: base + AddressText.encoded(path: $0.path),
          title: $0.edition.text.guideFor($0.subject.client.name))
      }
  }

  /// The published files by their format, or why there is none.
  func settingsFile(_ format: SettingsFormat) -> Result<SettingsFile, Unsupported>? {
    guard let writer = settingsWriter(for: format) else { return nil }
    let isLegacy = settings.provider?.publishesLegacyFiles == true
    do throws(Unsupported) {
      return .success(try writer.file(format, allowsLegacy: isLegacy))
    } catch {
      return .failure(error)
    }
  }

  /// The files at the places where clients look for them.
  func settingsFiles() -> [RenderedFile] {
    SettingsFormat.allCases.flatMap { format -> [RenderedFile] in
      guard case .success(let file)? = settingsFile(format) else { return [] }
      return format.paths.map { RenderedFile($0, file.bytes) }
    }
  }
}

extension SettingsFormat {
  /// Where the site has the file, the place that it links to first; empty for what is no file of a
  /// website.
  var paths: [String] {
    switch self {
    case .autoconfig: ["mail/config-v1.1.xml", ".well-known/autoconfig/mail/config-v1.1.xml"]
    case .autodiscover: ["autodiscover/autodiscover.xml"]
    case .mobileconfig: ["mail/settings.mobileconfig"]
    case .srv: []
    }
  }
}
