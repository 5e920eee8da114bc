import SourceText
import Validation

@testable import Site

/// Decodes the files of a site that are YAML: its configuration, its provider, its curated data.
enum SettingsFuzzer {
  static func take(_ bytes: [UInt8]) {
    guard let selector = bytes.first else { return }
    let names = ["wikiguide.yml", "provider.yml", "clients.yml", "features.yml"]
    let name = names[Int(selector) % names.count]
    guard let file = try? SourceFile(path: name, bytes: Array(bytes.dropFirst())) else { return }
    let diagnostics =
      switch name {
      case "wikiguide.yml":
        SiteConfiguration.decode(file, ruleNames: RuleCatalog.all.map(\.name)).1
      case "provider.yml": ProviderFile(file).diagnostics
      default: CuratedFiles.Reading([file]).diagnostics
      }
    let whole = SourceRange(0, file.bytes.count)
    for range in diagnostics.compactMap(\.place.range) { precondition(whole.contains(range)) }
  }
}
