// Throws bytes at all that reads files of wikis: encodings, names, backups, records, captured views.
// `Scripts/fuzz decoders` builds and runs it.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDecoders(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard size > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let rest = Array(bytes.dropFirst())
  for encoding in TextEncoding.allCases {
    let text = encoding.decode(rest)
    precondition(String(validating: text.bytes, as: UTF8.self) != nil)
    for fault in text.faults { precondition(rest[fault.offset] == fault.byte) }
  }
  _ = EncodingEvidence.encoding(of: [rest])
  _ = Gunzip.content(of: rest)
  _ = Gunzip.content(of: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + rest)
  for kind in StoreKind.allCases { _ = BackupFile(rest, kind: kind, clock: .exact).texts }
  _ = PageRecord(rest).modified
  _ = AuthorLine(page: rest)?.date
  _ = ChangeFile.older(rest, keptSign: UInt8(ascii: " "))
  let string = String(decoding: rest, as: UTF8.self)
  _ = WikiDate(in: string)?.iso8601
  var recent = RecentChanges()
  recent.read(page: string)
  recent.read(cache: string)
  _ = HexName.bytes(Substring(string))
  let half = rest.count / 2
  let names = [Array(rest[..<half]), Array(rest[half...])]
  // Two of the names may be the same.
  let files = Dictionary(
    [
      ("wiki/\(HexName.text(names[0])).txt", names[1]), ("wiki/\(string.prefix(20)).txt", names[0]),
      ("attach/\(HexName.text(names[0]))_\(HexName.text(names[1]))", names[1]),
      ("backup/\(HexName.text(names[0])).gz", rest),
    ], uniquingKeysWith: { first, _ in first })
  let folder = StoreFolder(
    files: { name throws(StoreFault) in
      files.keys.filter { $0.hasPrefix(name + "/") }.sorted().map {
        StoreFolder.Entry(name: String($0.dropFirst(name.count + 1)), size: 1, modified: 1)
      }
    }, folders: { () throws(StoreFault) in ["wiki", "attach", "backup"] },
    read: { path throws(StoreFault) in
      guard let bytes = files[path] else { throw StoreFault(path: path, reason: "none") }
      return bytes
    })
  if let store = try? WikiStore(folder, kind: .pukiwiki, encoding: nil, label: "w") {
    for page in store.pages {
      _ = try? store.text(of: page)
      _ = store.revisions(of: page)
    }
  }
  if bytes[0] & 1 == 1, rest.count < 4000 {
    let text = TextEncoding.utf8.decode(Array("a | b | c | d\n\nP - s\n\n差分\n\ns\n".utf8) + rest)
    if let file = try? SourceFile(path: "c", text: text),
      let captured = CapturedDifference.read(file)
    {
      _ = captured.revision(.older)
      _ = captured.revision(.newer)
    }
  }
  return 0
}
