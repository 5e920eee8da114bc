import GuideModel
import MailSettings
import Rendering
import SourceText

extension SiteBuilder {
  /// A file that sets clients up, or the finding that says why there is none.
  package struct SettingsExport: Sendable {
    /// Nil where the provider's servers cannot be described.
    package let file: SettingsFile?
    package let report: BuildReport
  }

  /// What `provider.yml` tells, in the form of a file for clients.
  /// - Parameter allowsLegacy: whether a client may be told what is in no standard.
  package func mailSettings(
    _ format: SettingsFormat, allowsLegacy: Bool
  ) throws(SiteFault) -> SettingsExport {
    let site = try SiteContent.read(content)
    let name = ContentDiscovery.providerName
    let report = site.report().only(about: name)
    guard !report.reaches(.error) else { throw .configuration(report) }
    guard let provider = site.provider, let writer = renderer(site).settingsWriter(for: format)
    else {
      throw .usage("'\(content)' has no \(name), which tells the servers of the provider")
    }
    do throws(Unsupported) {
      let file = try writer.file(format, allowsLegacy: allowsLegacy)
      return SettingsExport(file: file, report: report)
    } catch {
      var report = report
      report.diagnostics.append(error.diagnostic(in: provider.file))
      return SettingsExport(file: nil, report: report)
    }
  }
}

extension Unsupported {
  fileprivate func diagnostic(in file: SourceFile) -> Diagnostic {
    let notes =
      isWrittenAsLegacy
      ? [
        Diagnostic.Note(
          "'--legacy' says it to Thunderbird in a word that is in no current standard")
      ] : []
    return Diagnostic(
      rule: "unsupported-settings", severity: .error, place: SourcePlace(file.path, server.range),
      message: reason, notes: notes, help: instead)
  }
}
