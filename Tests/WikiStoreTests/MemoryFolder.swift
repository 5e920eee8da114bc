import SourceText
import WikiStore

/// A store's folder that lies in memory: files by their paths.
struct MemoryFolder {
  var files: [String: [UInt8]] = [:]
  var times: [String: Int] = [:]
  var sizes: [String: Int] = [:]
  /// Files that may be listed and not be read, and folders that may not be listed.
  var unreadable: Set<String> = []
  /// Names that are links, or none that a system can read.
  var others: Set<String> = []

  mutating func add(_ path: String, _ text: String, in encoding: TextEncoding = .utf8) {
    files[path] = encoding.encode(text) ?? []
  }

  /// A page by its name.
  mutating func addPage(_ name: String, _ text: String, in encoding: TextEncoding = .utf8) {
    add("wiki/\(Self.hex(name, in: encoding)).txt", text, in: encoding)
  }

  static func hex(_ name: String, in encoding: TextEncoding = .utf8) -> String {
    (encoding.encode(name) ?? []).map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  var folder: StoreFolder {
    let folder = self
    return StoreFolder(
      files: { name throws(StoreFault) in
        guard !folder.unreadable.contains(name) else {
          throw StoreFault(path: name, reason: "cannot be listed")
        }
        return folder.entries(in: name)
      },
      folders: { () throws(StoreFault) in
        Set(folder.files.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
          .sorted()
      },
      read: { path throws(StoreFault) in
        guard let bytes = folder.files[path], !folder.unreadable.contains(path) else {
          throw StoreFault(path: path, reason: "cannot be read")
        }
        return bytes
      })
  }

  private func entries(in name: String) -> [StoreFolder.Entry] {
    files.keys.filter { $0.hasPrefix(name + "/") }.sorted().map { path in
      StoreFolder.Entry(
        name: String(path.dropFirst(name.count + 1)),
        size: sizes[path] ?? files[path]?.count ?? 0, modified: times[path] ?? 0,
        isFile: !others.contains(path))
    }
  }

  func store(
    _ kind: StoreKind = .pukiwiki, encoding: TextEncoding? = nil
  ) throws(StoreFault) -> WikiStore {
    try WikiStore(folder, kind: kind, encoding: encoding, label: "wiki")
  }
}
