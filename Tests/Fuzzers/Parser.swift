// Throws bytes at the parser of every dialect and at the reader of guides. `Scripts/fuzz parser`
// builds and runs it.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard size > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let selector = bytes[0]
  let text = TextEncoding.utf8.decode(Array(bytes.dropFirst()))
  guard let file = try? SourceFile(path: "x.txt", text: text) else { return 0 }
  var settings = WikiSettings()
  settings.pageNames = ["FrontPage", "SandBox", "設定", "Mail/Setup"]
  if selector & 4 != 0 { settings.autoLinks = AutoLinkNames(settings.pageNames, minimumBytes: 4) }
  settings.readsMultilinePlugins = selector & 8 == 0
  let dialect = Dialect.allCases[Int(selector) % Dialect.allCases.count]
  let document = dialect.parse(file, settings: settings)
  let dump = DocumentDump.text(document)
  precondition(dump.utf8.count >= 0)
  _ = InterWikiTable(file).names
  if selector & 16 != 0 { _ = GuideReader(vocabulary: .standard).read(document, name: "x") }
  return 0
}
