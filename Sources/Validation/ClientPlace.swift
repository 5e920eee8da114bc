import GuideModel
import SourceText
import Syntax

extension PageReading {
  /// The words that name a client within its evidence, which is a whole line.
  func place(of clientID: String, at evidence: Evidence) -> SourceRange {
    guard let written = client(clientID, at: evidence)?.asWritten.first else {
      return evidence.range
    }
    return document.file.place(of: written, in: evidence.range)
  }
}
