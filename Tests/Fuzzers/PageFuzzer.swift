import SourceText
import Syntax
import TestSupport

/// Prints a page as a site: its HTML is well-formed, and nothing that it says is run.
enum PageFuzzer {
  static func take(_ bytes: [UInt8]) {
    guard let selector = bytes.first else { return }
    let dialect = Dialect.allCases[Int(selector) % Dialect.allCases.count]
    let text = TextEncoding.utf8.decode(Array(bytes.dropFirst()))
    guard let file = try? SourceFile(path: "x." + dialect.fileExtensions[0], text: text) else {
      return
    }
    if let fault = PrintedSite(file, dialect: dialect).faults.first { fatalError(fault) }
  }
}
