/// One line of the state file: fifteen fields with tabs between, empty where nothing is known.
///
enum LinkStateLine {
  static let legend =
    "# url, verdict, status, checked, first seen, last good, failures, first failure, next check, "
    + "etag, last modified, final url, moved, fragments (! missing, ? unsure), reason"

  static func text(_ record: LinkRecord) -> String {
    func time(_ seconds: Int?) -> String { seconds.map { UTCTime($0).text } ?? "" }
    let fields: [String] = [
      FieldEscapes.escaped(record.url), record.verdict.rawValue,
      record.status.map(String.init) ?? "",
      time(record.checked), time(record.firstSeen), time(record.lastGood),
      String(record.failures), time(record.firstFailure), time(record.nextCheck),
      FieldEscapes.escaped(record.etag ?? ""), FieldEscapes.escaped(record.lastModified ?? ""),
      FieldEscapes.escaped(record.finalURL ?? ""), record.isPermanentlyMoved ? "permanently" : "",
      record.fragments.map(fragment).joined(separator: " "), FieldEscapes.escaped(record.reason),
    ]
    return fields.joined(separator: "\t")
  }

  /// Nil for a line that was not written so.
  static func record(_ line: Substring) -> LinkRecord? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 15, !fields[0].isEmpty,
      let verdict = LinkVerdict(rawValue: String(fields[1])),
      verdict != .notChecked, let checked = UTCTime(text: fields[3]),
      let firstSeen = UTCTime(text: fields[4]), let nextCheck = UTCTime(text: fields[8]),
      let failures = Int(fields[6]), failures >= 0,
      [2, 5, 7].allSatisfy({ fields[$0].isEmpty || isReadable(fields[$0], isTime: $0 != 2) }),
      fields[12].isEmpty || fields[12] == "permanently"
    else { return nil }
    var record = LinkRecord(
      url: FieldEscapes.unescaped(fields[0]), verdict: verdict, checked: checked.seconds,
      firstSeen: firstSeen.seconds, nextCheck: nextCheck.seconds,
      reason: FieldEscapes.unescaped(fields[14]))
    record.status = Int(fields[2])
    record.lastGood = UTCTime(text: fields[5])?.seconds
    record.failures = failures
    record.firstFailure = UTCTime(text: fields[7])?.seconds
    record.etag = nilIfEmpty(fields[9])
    record.lastModified = nilIfEmpty(fields[10])
    record.finalURL = nilIfEmpty(fields[11])
    record.isPermanentlyMoved = !fields[12].isEmpty
    record.fragments = fields[13].split(separator: " ").map(fragment)
    return record
  }

  private static func isReadable(_ field: Substring, isTime: Bool) -> Bool {
    isTime ? UTCTime(text: field) != nil : Int(field).map { (100...999).contains($0) } ?? false
  }

  private static func nilIfEmpty(_ field: Substring) -> String? {
    field.isEmpty ? nil : FieldEscapes.unescaped(field)
  }

  // MARK: Fragments

  private static func fragment(_ remembered: RememberedFragment) -> String {
    let mark =
      switch remembered.presence {
      case .found: ""
      case .missing: "!"
      case .unsure: "?"
      }
    return mark + FieldEscapes.escaped(remembered.fragment, also: marks)
  }

  private static func fragment(_ text: Substring) -> RememberedFragment {
    let presence: RememberedFragment.Presence =
      text.hasPrefix("!") ? .missing : text.hasPrefix("?") ? .unsure : .found
    let written = presence == .found ? text : text.dropFirst()
    return RememberedFragment(
      fragment: FieldEscapes.unescaped(written, also: marks), presence: presence)
  }

  private static let marks = Array(" !?".utf8)
}
