/// The wikis whose folders can be read, each with the names of the folders in which it keeps things.
package enum StoreKind: String, Sendable, CaseIterable {
  case pukiwiki, yukiwiki, pyukiwiki, dokuwiki

  /// Where pages lie; the first that is there counts.
  var pageFolders: [String] {
    switch self {
    case .pukiwiki, .pyukiwiki: ["wiki"]
    case .yukiwiki: ["wiki", "yukiwiki", "data"]
    case .dokuwiki: ["pages"]
    }
  }

  /// Where the last change of each page lies, line by line.
  var changeFolders: [String] {
    switch self {
    case .pukiwiki, .pyukiwiki: ["diff"]
    case .yukiwiki: ["diff", "yukidiff"]
    case .dokuwiki: []
    }
  }

  /// Where the wiki keeps a record of each page.
  var recordFolders: [String] {
    switch self {
    case .pukiwiki, .dokuwiki: []
    case .yukiwiki, .pyukiwiki: ["info"]
    }
  }

  /// The folders beside that of the pages that tell more about them.
  var companionFolders: [String] {
    self == .dokuwiki
      ? ["media", "attic", "meta"] : ["backup", "cache"] + changeFolders + recordFolders
  }

  /// The names of all folders in which wikis of any kind keep their data.
  package static let dataFolders: Set<String> = Set(
    allCases.flatMap { $0.pageFolders + $0.companionFolders } + [AttachmentListing.folder])

  /// The folders that change when an author changes something, and not when somebody reads.
  package var watchedFolders: [String] { pageFolders + [AttachmentListing.folder] }

  /// The signs before lines that both revisions of such a change have.
  var keptLineSign: UInt8 {
    switch self {
    case .pukiwiki, .dokuwiki: UInt8(ascii: " ")
    case .yukiwiki, .pyukiwiki: UInt8(ascii: "=")
    }
  }

  /// What kind of wiki keeps its pages in a folder; nil where none seems to.
  ///
  /// The folder of pages holds files of hexadecimal names; what lies beside it tells who made it.
  package static func of(_ folder: StoreFolder) throws(StoreFault) -> StoreKind? {
    let folders = Set(try folder.folders())
    if DokuWikiFolder.isData(folders) { return .dokuwiki }
    for kind in candidates(folders, folder) {
      for name in kind.pageFolders where folders.contains(name) {
        let files = try folder.files(name).filter {
          $0.isFile && !StoreFile.isCompanion($0.name)
        }
        let pages = files.count {
          HexName.stem(of: $0.name, ending: ".txt").map(HexName.isName) == true
        }
        if pages > 0, pages * 2 > files.count { return kind }
      }
    }
    return nil
  }

  /// The likeliest first. YukiWiki has neither attachments nor a cache; old PyukiWiki has no records
  /// of pages, and differs from PukiWiki in its texts for people and in how it writes changes.
  private static func candidates(_ folders: Set<String>, _ folder: StoreFolder) -> [StoreKind] {
    if folders.contains("yukiwiki"), !folders.contains("wiki") { return [.yukiwiki] }
    let isYukiWiki = folders.isDisjoint(with: ["attach", "backup", "cache", "counter"])
    if folders.contains("info") {
      return isYukiWiki ? [.yukiwiki, .pyukiwiki] : [.pyukiwiki, .yukiwiki]
    }
    if folders.contains("resource") { return [.pyukiwiki] }
    guard changesAreSigned(StoreKind.pyukiwiki.keptLineSign, in: folder) else {
      return [.pukiwiki, .yukiwiki]
    }
    return isYukiWiki ? [.yukiwiki] : [.pyukiwiki]
  }

  /// Whether the first changes in which lines were kept have such a sign before those.
  private static func changesAreSigned(_ sign: UInt8, in folder: StoreFolder) -> Bool {
    let files = (try? folder.files("diff")) ?? []
    let changes = files.lazy.filter { $0.isFile && !StoreFile.isCompanion($0.name) }
    for file in changes.prefix(20) {
      guard let bytes = try? folder.read("diff/" + file.name) else { continue }
      for (line, _) in Lines(bytes) {
        guard let first = bytes[line].first, !"+-".utf8.contains(first) else { continue }
        return first == sign
      }
    }
    return false
  }
}
