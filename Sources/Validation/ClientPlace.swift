import GuideModel
import SourceText
import Syntax

extension PageReading {
  /// The words that name a client within its evidence, which is a whole line.
  func place(of clientID: String, at evidence: Evidence) -> SourceRange {
    let client = clients.first { $0.id == clientID && $0.evidence.contains(evidence) }
    guard let written = client?.asWritten.first else { return evidence.range }
    return document.file.place(of: written, in: evidence.range)
  }
}
