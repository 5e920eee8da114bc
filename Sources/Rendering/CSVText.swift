/// Records after RFC 4180.
package enum CSVText {
  package static func text(_ records: [[String]]) -> String {
    records.map(record).joined()
  }

  static func record(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// A field that spreadsheets would take for a formula, with an apostrophe before it.
  static func withoutFormula(_ field: String) -> String {
    guard let first = field.unicodeScalars.first, formulaSigns.contains(first) else { return field }
    return "'" + field
  }

  /// The wide ones are those of East Asian keyboards, which spreadsheets there take as well.
  private static let formulaSigns = "=+-@\t\r\n＝＋－＠".unicodeScalars

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return field }
    // By scalars: a mark behind a quote makes one `Character` of both, which is no quote to Swift.
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
