import CompatibilityChanges
import SourceText

/// What changed in the compatibility list of a site since it was published before, with what is wrong
/// in the files that tell.
struct PublishedChanges: Sendable {
  let history: ChangeHistory
  /// Notes alone: a record that is lost is no reason not to publish.
  let diagnostics: [Diagnostic]
  /// The files that the notes point into, by path.
  let files: [String: SourceFile]

  static let listFile = "compatibility/compatibility.json"
  static let recordFile = "compatibility/changes.json"
  static let rule = "unreadable-change-history"

  /// - Parameters:
  ///   - output: the folder of the site as it was published last; where there is none, or none that
  ///     wikiguide made, nothing is remembered.
  ///   - list: the new list as JSON.
  ///   - asOf: the date that it bears.
  init(output: String, publishing list: [UInt8], asOf: String) {
    func old(_ file: String) -> [UInt8]? { try? FileSystem.read(output + "/" + file) }
    let isOurs = (try? FileSystem.kind(output + "/" + OutputPlace.marker)) == .file
    let memory =
      isOurs
      ? ChangeMemory(list: old(Self.listFile), record: old(Self.recordFile)) : ChangeMemory()
    let (history, losses) = memory.history(
      publishing: list, asOf: asOf, digest: Digest.sha256)
    self.history = history
    var files: [String: SourceFile] = [:]
    diagnostics = losses.map { loss in
      let (file, fault, consequence) =
        switch loss {
        case .list(let fault):
          (Self.listFile, fault, "what changed since then is not known")
        case .record(let fault): (Self.recordFile, fault, "the record of changes begins anew")
        }
      let path = output + "/" + file
      files[path] = old(file).flatMap { try? SourceFile(path: path, bytes: $0) }
      let range = files[path].map { _ in SourceRange(fault.offset, fault.offset) }
      return Diagnostic(
        rule: Self.rule, severity: .note, place: SourcePlace(path, range ?? SourceRange(0, 0)),
        message: fault.message, help: "\(consequence); the file is written anew")
    }
    self.files = files
  }
}
