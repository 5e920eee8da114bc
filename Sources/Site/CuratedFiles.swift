import GuideModel
import Rendering
import SourceText
import Validation

/// Reads a site's curated data files, which stand at the content's root under fixed names.
enum CuratedFiles {
  static let clients = "clients.yml"
  static let features = "features.yml"
  static let names: Set<String> = [clients, features]

  /// The data of files with what is wrong with them.
  struct Reading {
    var data = CuratedData()
    var diagnostics: [Diagnostic] = []

    init() {}

    /// - Parameter files: features before clients, or the other way round.
    init(_ files: [SourceFile]) {
      for file in files {
        let (root, fault) = ConfigurationNode.root(of: file)
        if var fault {
          fault.rule = CuratedDecoder.rule
          diagnostics.append(fault)
        }
        var decoder = CuratedDecoder(file: file)
        if let root {
          if file.path == CuratedFiles.clients {
            decoder.readClients(root)
          } else {
            decoder.readFeatures(root)
          }
        }
        data.add(decoder.data)
        diagnostics += decoder.diagnostics
      }
    }
  }

  static func read(_ discovery: ContentDiscovery) throws(SiteFault) -> Reading {
    var files: [SourceFile] = []
    var faults: [Diagnostic] = []
    for path in discovery.curated {
      let bytes: [UInt8]
      do throws(FileSystemError) {
        bytes = try FileSystem.read(discovery.systemPath(path))
      } catch {
        throw .disk(error.description)
      }
      do throws(SourceText.SourceFault) {
        files.append(try SourceFile(path: path, bytes: bytes))
      } catch {
        faults.append(error.diagnostic(path: path))
      }
    }
    var reading = Reading(files)
    reading.diagnostics += faults
    return reading
  }
}

extension CuratedData {
  fileprivate mutating func add(_ other: CuratedData) {
    clients += other.clients
    features += other.features
    statements += other.statements
    mentions += other.mentions
    files.merge(other.files) { first, _ in first }
    references.merge(other.references) { first, _ in first }
    languages.merge(other.languages) { first, _ in first }
  }

  /// Ids of features that nobody knows, once all pages are read.
  func unknownFeatures(_ library: GuideLibrary, _ vocabulary: Vocabulary) -> [Diagnostic] {
    guard !mentions.isEmpty else { return [] }
    let known = Set(vocabulary.features.map(\.id) + library.features.map(\.id))
    let names = known.sorted()
    return mentions.filter { !known.contains($0.id) }.map { mention in
      Diagnostic(
        rule: CuratedDecoder.rule, severity: .error, place: mention.evidence.place,
        message: "there is no feature '\(mention.id)'",
        help: NearestName.find(mention.id, among: names).map { "did you mean '\($0)'?" }
          ?? "describe it in \(CuratedFiles.features)", subject: mention.id)
    }
  }
}
