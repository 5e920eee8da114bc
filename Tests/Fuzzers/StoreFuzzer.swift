import SourceText

@testable import WikiStore

/// Reads a wiki's folder: names of files, compressed backups, records of changes.
enum StoreFuzzer {
  static func take(_ bytes: [UInt8]) {
    _ = Gunzip.content(of: bytes)
    _ = Gunzip.content(of: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bytes)
    for kind in StoreKind.allCases { _ = BackupFile(bytes, kind: kind, clock: .exact).texts }
    _ = PageRecord(bytes).modified
    _ = AuthorLine(page: bytes)?.date
    _ = ChangeFile.older(bytes, keptSign: UInt8(ascii: " "))
    let string = String(decoding: bytes, as: UTF8.self)
    var recent = RecentChanges()
    recent.read(page: string)
    recent.read(cache: string)
    let folder = folder(bytes, name: string)
    for kind in StoreKind.allCases {
      guard let store = try? WikiStore(folder, kind: kind, encoding: nil, label: "w") else {
        continue
      }
      for page in store.pages {
        _ = try? store.text(of: page)
        _ = store.revisions(of: page)
      }
    }
  }

  private static func folder(_ bytes: [UInt8], name: String) -> StoreFolder {
    let half = bytes.count / 2
    let names = [Array(bytes[..<half]), Array(bytes[half...])]
    // Two of the names may be the same.
    let files = Dictionary(
      [
        ("wiki/\(HexName.text(names[0])).txt", names[1]), ("wiki/\(name.prefix(20)).txt", names[0]),
        ("attach/\(HexName.text(names[0]))_\(HexName.text(names[1]))", names[1]),
        ("backup/\(HexName.text(names[0])).gz", bytes),
      ], uniquingKeysWith: { first, _ in first })
    return StoreFolder(
      files: { name throws(StoreFault) in
        files.keys.filter { $0.hasPrefix(name + "/") }.sorted().map {
          StoreFolder.Entry(name: String($0.dropFirst(name.count + 1)), size: 1, modified: 1)
        }
      }, folders: { () throws(StoreFault) in ["wiki", "attach", "backup"] },
      read: { path throws(StoreFault) in
        guard let bytes = files[path] else { throw StoreFault(path: path, reason: "none") }
        return bytes
      })
  }
}
