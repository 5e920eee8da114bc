import SourceText

/// The pages that the files of a folder are, each under a name that no other page has.
struct PageListing {
  struct Item {
    let name: String
    let path: String
    /// Relative to the store's folder.
    let file: String
    /// Seconds since 1970.
    let written: Int
  }

  /// In byte order of their names.
  private(set) var items: [Item] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let label: String
  private let encoding: TextEncoding
  /// Files by the name that they have in bytes.
  private var filesByName: [[UInt8]: String] = [:]
  /// Strings are equal here when only their letters are composed in another way.
  private var itemsByPath: [String: Item] = [:]

  /// Pages that the wiki makes itself.
  private static let ownPages: Set<String> = ["RecentChanges", "RecentDeleted"]

  /// Whether the wiki keeps a page for itself: settings begin with a colon.
  static func isOwn(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ":") || ownPages.contains(name)
  }

  init(_ files: [StoreFolder.Entry], in folder: String, label: String, encoding: TextEncoding) {
    self.label = label
    self.encoding = encoding
    // Of names that are alike the composed one, and that without brackets, is the shorter.
    let files = files.sorted { $0.name.utf8.count < $1.name.utf8.count }
    for file in files where !StoreFile.isCompanion(file.name) {
      let path = folder + "/" + file.name
      if let bytes = HexName.stem(of: file.name, ending: ".txt").flatMap(HexName.bytes) {
        add(StoredName(bytes, encoding: encoding).withoutBrackets, file: path, file.modified)
      } else {
        diagnostics.append(StoreFile.oddName(path, label: label))
      }
    }
    items.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    reportNamesThatDifferInCase()
  }

  private mutating func add(_ name: StoredName, file: String, _ written: Int) {
    guard !Self.isOwn(name.text) else { return }
    if let finding = name.finding(file: file, label: label, encoding: encoding) {
      diagnostics.append(finding)
    }
    if name.flaw == nil, let earlier = filesByName.updateValue(file, forKey: Array(name.text.utf8))
    {
      return diagnostics.append(duplicate(name.text, file: file, earlier: earlier))
    }
    let free = freeName(name.text)
    let item = Item(name: free, path: path(free), file: file, written: written)
    if free != name.text, name.flaw == nil, let earlier = itemsByPath[path(name.text)] {
      diagnostics.append(composed(item, earlier: earlier))
    }
    itemsByPath[item.path] = item
    items.append(item)
  }

  private func path(_ name: String) -> String { "\(label)/\(name).txt" }

  /// The name, with a number behind it where another page has it.
  private func freeName(_ name: String) -> String {
    guard itemsByPath[path(name)] != nil else { return name }
    var number = 2
    while itemsByPath[path("\(name) (\(number))")] != nil { number += 1 }
    return "\(name) (\(number))"
  }

  // MARK: - Findings

  private func duplicate(_ name: String, file: String, earlier: String) -> Diagnostic {
    Diagnostic(
      rule: "duplicate-store-page", severity: .error, place: SourcePlace(label + "/" + file),
      message: "'\(file)' is the page '\(name)', and so is '\(earlier)'",
      help: "remove one of the two files")
  }

  private func composed(_ item: Item, earlier: Item) -> Diagnostic {
    Diagnostic(
      rule: "page-names-differ-in-case", severity: .warning, place: SourcePlace(item.path),
      message:
        "the name of '\(item.file)' differs from that of '\(earlier.file)' in nothing but how its "
        + "letters are composed",
      notes: [Diagnostic.Note("the other page is here", at: SourcePlace(earlier.path))],
      help: "rename one of the two pages; this one is kept as '\(item.name)'")
  }

  private mutating func reportNamesThatDifferInCase() {
    var known: [String: Item] = [:]
    for item in items {
      let folded = item.name.lowercased()
      guard let earlier = known[folded] else {
        known[folded] = item
        continue
      }
      diagnostics.append(
        Diagnostic(
          rule: "page-names-differ-in-case", severity: .warning, place: SourcePlace(item.path),
          message:
            "the pages '\(earlier.name)' and '\(item.name)' differ in nothing but their case",
          notes: [Diagnostic.Note("the other page is here", at: SourcePlace(earlier.path))],
          help: "rename one of the two pages"))
    }
  }
}
