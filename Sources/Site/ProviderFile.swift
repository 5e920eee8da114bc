import GuideModel
import SourceText

/// `provider.yml` as it was read: the file, what it tells, and what is wrong with it.
struct ProviderFile {
  let file: SourceFile?
  /// Nil where there is no file, or where it lacks what nothing can be made without.
  let settings: ProviderSettings?
  let diagnostics: [Diagnostic]

  static func read(_ discovery: ContentDiscovery) throws(SiteFault) -> ProviderFile {
    guard let path = discovery.provider else {
      return ProviderFile(file: nil, settings: nil, diagnostics: [])
    }
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(discovery.systemPath(path))
    } catch {
      throw .disk(error.description)
    }
    do throws(SourceFault) {
      return ProviderFile(try SourceFile(path: path, bytes: bytes))
    } catch {
      return ProviderFile(file: nil, settings: nil, diagnostics: [error.diagnostic(path: path)])
    }
  }

  /// Decoding never fails: what is wrong becomes a finding at its place, and the rest is read.
  init(_ file: SourceFile) {
    self.file = file
    do throws(YAMLFault) {
      var decoder = ConfigurationDecoder(file: file, ruleNames: [], languages: [])
      if let root = try YAMLReading(file).root() {
        settings = decoder.provider(root)
      } else {
        settings = nil
      }
      diagnostics = decoder.diagnostics.sorted()
    } catch {
      settings = nil
      diagnostics = [error.diagnostic]
    }
  }

  private init(file: SourceFile?, settings: ProviderSettings?, diagnostics: [Diagnostic]) {
    self.file = file
    self.settings = settings
    self.diagnostics = diagnostics
  }
}

extension ProviderSettings {
  /// The same servers as rules hold steps against them.
  var servers: [ProviderServer] {
    (incoming + outgoing).map { server in
      let service: ProviderServer.Service =
        switch server.mailProtocol {
        case .imap: .imap
        case .pop3: .pop
        case .smtp: .smtp
        }
      return ProviderServer(service: service, host: server.host, ports: [server.port])
    }
  }
}
