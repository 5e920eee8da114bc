import GuideModel
import SourceText
import Validation

extension CuratedData {
  /// The names that curated entries give to clients, each with its place in its entry.
  var claimedNames: [ClaimedName] {
    let entries = clients.sorted { $0.evidence < $1.evidence }
    var claimed: [ClaimedName] = []
    for (index, client) in entries.enumerated() {
      guard let file = files[client.evidence.path] else { continue }
      let next = entries.indices.contains(index + 1) ? entries[index + 1].evidence : nil
      let end = next?.path == file.path ? next?.range.lower : nil
      let entry = FoldedText(
        SourceRange(client.evidence.range.upper, end ?? file.bytes.count), in: file)
      for name in (client.name.map { [$0.value] } ?? []) + client.aliases {
        let range = entry.find(Phrase(name)).map(entry.sourceRange) ?? client.evidence.range
        claimed.append(
          ClaimedName(clientID: client.id, name: name, place: SourcePlace(file.path, range)))
      }
    }
    return claimed
  }
}
