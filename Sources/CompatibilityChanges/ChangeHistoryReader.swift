/// Reads a record of changes that an earlier run wrote. Strict: whoever edited it by hand is told where
/// it is wrong.
enum ChangeHistoryReader {
  static func read(_ bytes: [UInt8]) throws(ListFault) -> ChangeHistory {
    do throws(PlacedFault) {
      return try history(ListObject(JSONReader.read(bytes), "the record"))
    } catch {
      throw ListFault(error, in: bytes)
    }
  }

  private static func history(_ root: ListObject) throws(PlacedFault) -> ChangeHistory {
    let version = try root.text("schema_version")
    guard version.hasPrefix("1.") else {
      throw PlacedFault(
        "this record has schema \(version); this wikiguide reads 1.x",
        at: try root.required("schema_version"))
    }
    _ = try root.required("entries")
    var entries: [ChangeHistory.Entry] = []
    for object in try root.objects("entries").prefix(ChangeHistory.mostEntries) {
      entries.append(try entry(object))
    }
    return ChangeHistory(begins: try root.day("begins"), entries: entries)
  }

  private static func entry(_ entry: ListObject) throws(PlacedFault) -> ChangeHistory.Entry {
    let id = try entry.text("id")
    guard ChangeID.isAddress(id) else {
      throw PlacedFault("'\(id)' is no id of a change", at: try entry.required("id"))
    }
    let statistics = try entry.object("statistics")
    let all = try entry.objects("changes")
    let changes = try all.prefix(ChangeHistory.mostChanges).map(change)
    return ChangeHistory.Entry(
      id: id, changes: changes,
      omitted: (try entry.count("omitted") ?? 0) + (all.count - changes.count),
      weight: try word("severity", of: entry),
      movedEvidence: try entry.count("evidence_moved") ?? 0,
      changedPages: try entry.count("pages_changed") ?? 0,
      before: ListDifference.Side(
        asOf: try entry.day("from"), statistics: try counts(statistics.object("before"))),
      after: ListDifference.Side(
        asOf: try entry.day("as_of"), statistics: try counts(statistics.object("after"))))
  }

  private static func change(_ change: ListObject) throws(PlacedFault) -> SupportChange {
    SupportChange(
      section: try word("kind", of: change), aspect: try word("aspect", of: change),
      feature: try change.objectIfThere("feature").map(subject),
      clients: try change.objects("clients").map(subject), before: try change.texts("before"),
      after: try change.texts("after"))
  }

  private static func subject(
    _ subject: ListObject
  ) throws(PlacedFault) -> SupportChange.Subject {
    SupportChange.Subject(
      id: try subject.text("id"), name: try subject.text("name"),
      versions: try subject.texts("versions"))
  }

  /// One of the words of a closed set.
  private static func word<Word: RawRepresentable<String>>(
    _ key: String, of object: ListObject
  ) throws(PlacedFault) -> Word {
    let text = try object.text(key)
    guard let word = Word(rawValue: text) else {
      throw PlacedFault("'\(text)' is no \(key)", at: try object.required(key))
    }
    return word
  }

  private static func counts(_ counts: ListObject) throws(PlacedFault) -> ListStatistics {
    ListStatistics(
      try ListStatistics.names.map { name throws(PlacedFault) in try counts.count(name) ?? 0 })
  }
}
