import GuideModel
import Rendering
import SourceText
import Syntax
import Validation
import Yams

/// What `wikiguide.yml` says about a site, every part of it checked.
///
/// Decoding never fails: what is wrong becomes a finding at its place, and the default stands in.
package struct SiteConfiguration: Sendable {
  package var title: String
  /// The site's main language; nil for that of most pages.
  package var language: String?
  /// The languages of the site's own pages; nil for those in which it has guides.
  package var languages: [String]?
  /// Ends in `/`; nil where the site's address is not told.
  package var baseURL: String?
  /// Where a page is edited in its wiki; `{page}` is its name, `{file}` its path.
  package var editURL: String?
  /// Where readers report what is wrong; `{page}`, `{step}` and `{url}` are where they are.
  package var reportURL: String?
  /// Where readers ask for help, and where those who may write make a new page in the wiki.
  package var contactURL: String?
  package var newPageURL: String?
  /// The address that opens a line in the author's editor, with `{path}`, `{line}` and `{column}`.
  package var editor: String?
  /// Whether compressed copies stand beside the files, for servers that send them as they are.
  package var compression: [Compression] = []
  /// How the pages of the content folder itself are written.
  package var wiki = Wiki()
  /// The wikis that the site is made of besides.
  package var sources: [Source] = []
  package var images = Images()
  package var theme = Look()
  package var clients: [KnownClient] = []
  /// The names that this file gives to clients, with their places.
  package var claimedNames: [ClaimedName] = []
  package var vocabulary = Words()
  /// The servers of the hosting company, against which steps are checked.
  package var servers: [ProviderServer] = []
  package var links = Links()
  /// The pages that come first, in the order in which they are read.
  package var navigation: [NamedPage] = []
  /// By rule name.
  package var rules: [String: RuleSetting] = [:]

  /// A page that the configuration names.
  package struct NamedPage: Sendable {
    package let name: String
    package let range: SourceRange
  }

  package enum EncodingName: String, Sendable, CaseIterable {
    case auto
    case utf8 = "utf-8"
    case eucJP = "euc-jp"
    case shiftJIS = "shift_jis"
    case iso2022JP = "iso-2022-jp"

    /// Nil where it is for the bytes to say.
    package var encoding: TextEncoding? { TextEncoding(rawValue: rawValue) }
  }

  /// How the pages of one wiki are written.
  package struct Wiki: Sendable {
    /// Nil where the kind of wiki or the file's ending says it.
    package var dialect: Dialect?
    package var encoding = EncodingName.auto
    /// The shortest name, in bytes, that becomes a link wherever it stands; nil where none does.
    package var autolink: Int?
    package var linksWikiNames = true
    package var readsMultilinePlugins = true

    /// The same for the parser, once the names of the wiki's pages are known.
    func settings(pageNames: some Collection<String>) -> WikiSettings {
      var settings = WikiSettings()
      settings.linksWikiNames = linksWikiNames
      settings.readsMultilinePlugins = readsMultilinePlugins
      settings.pageNames = Set(pageNames)
      settings.autoLinks = autolink.map { AutoLinkNames(pageNames, minimumBytes: $0) }
      return settings
    }
  }

  /// How the site looks, as far as it differs from the built-in look.
  package struct Look: Sendable {
    /// `#rrggbb`.
    package var accent: String?
    package var accentDark: String?
    /// An image of the content.
    package var logo: String?
    package var footer: String?
    package var links: [Theme.Link] = []
  }

  /// A wiki that is read where it lies.
  package struct Source: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case pukiwiki, yukiwiki, pyukiwiki, dokuwiki
    }

    package var kind = Kind.pukiwiki
    /// Seen from the folder of the configuration.
    package var path = ""
    /// Part of the addresses of its pages.
    package var id = ""
    package var title: String?
    package var wiki = Wiki()
    /// Patterns of names of pages with `*` and `?`; no pattern means all pages.
    package var include: [String] = []
    package var exclude: [String] = []
    /// Where it is written in the configuration.
    package var range: SourceRange
  }

  /// How addresses outside of the site are asked for.
  package struct Links: Sendable {
    /// Patterns of addresses with `*` and `?` that are not asked for.
    package var exclude: [String] = []
    /// Private networks that may be asked, such as `10.1.0.0/16`.
    package var allowPrivate: [String] = []
    package var allowPorts: [Int] = []
    /// With what the checker presents itself, and where a host's owner can complain.
    package var contact: String?
    package var checksSoftNotFound = false
    /// By host: the names of the environment's variables that hold what shows to it who is asking.
    package var credentials: [Credential] = []

    package struct Credential: Sendable, Equatable {
      package let host: String
      package let userVariable: String?
      package let passwordVariable: String
    }
  }

  /// How bad a rule's findings are on this site, or that it is not asked.
  package enum RuleSetting: String, Sendable, CaseIterable { case error, warning, note, off }

  /// Where images are found.
  package struct Images: Sendable {
    /// The folders whose images are published; empty means all images of the content.
    package var folders: [String] = []
    package var mirrors: [ImageSources.Mirror] = []
    package var showRemote = false

    /// Whether an image of the content, by its path, is part of the site.
    func publishes(_ path: String) -> Bool {
      folders.isEmpty
        || folders.contains { path.hasPrefix($0.hasSuffix("/") || $0.isEmpty ? $0 : $0 + "/") }
    }
  }

  /// A client that the site names beyond those that wikiguide knows.
  package struct KnownClient: Sendable, Equatable {
    package let name: String
    package let id: String?
    package let aliases: [String]
    package let kind: Client.Kind?
    package var profile = ClientProfile.unknown
  }

  /// Words of this site by which parts of a page are recognised, beyond the built-in ones.
  package struct Words: Sendable {
    package var clientList: [String] = []
    package var setup: [String] = []
    package var operation: [String] = []
    package var troubleshooting: [String] = []
    package var levels: [SupportLevel: [String]] = [:]
  }

  /// The configuration of a site that has no file for it.
  package init(title: String) {
    self.title = title
  }

  /// Reads a configuration file.
  /// - Parameters:
  ///   - ruleNames: the names that `rules` may have.
  ///   - languages: those that the site has words for.
  ///   - defaultTitle: the title where the file has none: the content folder's name.
  package static func decode(
    _ file: SourceFile, ruleNames: [String], defaultTitle: String = "",
    languages: [String] = SiteTexts.builtInLanguages
  ) -> (SiteConfiguration, [Diagnostic]) {
    let standard = SiteConfiguration(title: defaultTitle)
    do throws(YAMLFault) {
      guard let root = try YAMLReading(file).root() else { return (standard, []) }
      var decoder = ConfigurationDecoder(file: file, ruleNames: ruleNames, languages: languages)
      let configuration = decoder.configuration(root, startingFrom: standard)
      return (configuration, decoder.diagnostics.sorted())
    } catch {
      return (standard, [error.diagnostic])
    }
  }
}

extension ConfigurationNode {
  /// The tree of a YAML file; nil where it is empty, or where it is no YAML, which is a finding.
  static func root(of file: SourceFile) -> (root: ConfigurationNode?, fault: Diagnostic?) {
    do throws(YAMLFault) {
      return (try YAMLReading(file).root(), nil)
    } catch {
      return (nil, error.diagnostic)
    }
  }
}

/// A file that is not YAML, or has a key twice.
struct YAMLFault: Error {
  let diagnostic: Diagnostic
}

/// The one place that knows Yams: its tree becomes ours, its marks become ranges.
struct YAMLReading {
  private let file: SourceFile
  private let positions: YAMLPositions

  init(_ file: SourceFile) {
    self.file = file
    positions = YAMLPositions(file)
  }

  func root() throws(YAMLFault) -> ConfigurationNode? {
    if let offset = YAMLKeys.firstOfValues(in: file) {
      throw fault("a key is to be a word, not other values", at: file.line(around: offset))
    }
    let text = String(decoding: file.bytes[file.textStart...], as: UTF8.self)
    do {
      guard let node = try compose(yaml: text) else { return nil }
      // Each value takes a byte where it is written: only aliases of aliases stand for more.
      var valuesLeft = 4 * file.bytes.count + 1_000
      let converted = try convert(node, &valuesLeft)
      if case .nothing = converted.content { return nil }
      return converted
    } catch let error as YAMLFault {
      throw error
    } catch let error as YamlError {
      throw fault(error)
    } catch {
      throw fault("the file cannot be read as YAML", at: nil as Mark?)
    }
  }

  private func convert(
    _ node: Node, _ valuesLeft: inout Int
  ) throws(YAMLFault) -> ConfigurationNode {
    let range = positions.range(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    valuesLeft -= 1
    guard valuesLeft >= 0 else {
      throw fault("aliases of aliases stand for more values than a site has", at: range)
    }
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return ConfigurationNode(
        content: isEmpty ? .nothing : .text(scalar.string),
        range: positions.value(scalar.string, in: range))
    case .sequence(let sequence):
      var values: [ConfigurationNode] = []
      for value in sequence { values.append(try convert(value, &valuesLeft)) }
      return ConfigurationNode(content: .list(values), range: range)
    case .mapping(let mapping):
      var entries: [ConfigurationNode.Entry] = []
      for (key, value) in mapping {
        entries.append(
          ConfigurationNode.Entry(
            key: try convert(key, &valuesLeft), value: try convert(value, &valuesLeft)))
      }
      return ConfigurationNode(content: .table(entries), range: range)
    case .alias:
      return ConfigurationNode(content: .nothing, range: range)
    }
  }

  private func fault(_ error: YamlError) -> YAMLFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fault("this is not YAML: \(problem)", at: mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      fault("the key '\(duplicates.first ?? "")' stands twice", at: context.mark)
    case .reader(let problem, _, _, _):
      fault("this is not YAML: \(problem)", at: nil as Mark?)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      fault("the file cannot be read as YAML", at: nil as Mark?)
    @unknown default:
      fault("the file cannot be read as YAML", at: nil as Mark?)
    }
  }

  private func fault(_ message: String, at mark: Mark?) -> YAMLFault {
    fault(message, at: mark.map { positions.range(line: $0.line, column: $0.column) })
  }

  private func fault(_ message: String, at range: SourceRange?) -> YAMLFault {
    YAMLFault(
      diagnostic: Diagnostic(
        rule: ConfigurationDecoder.rule, severity: .error, place: SourcePlace(file.path, range),
        message: message))
  }
}
