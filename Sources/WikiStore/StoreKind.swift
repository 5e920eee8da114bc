/// The wikis whose folders can be read, each with the names of the folders in which it keeps things.
package enum StoreKind: String, Sendable, CaseIterable {
  case pukiwiki, yukiwiki, pyukiwiki

  /// Where pages lie; the first that is there counts.
  var pageFolders: [String] {
    switch self {
    case .pukiwiki, .pyukiwiki: ["wiki"]
    case .yukiwiki: ["wiki", "yukiwiki", "data"]
    }
  }

  /// Where the last change of each page lies, line by line.
  var changeFolders: [String] {
    switch self {
    case .pukiwiki, .pyukiwiki: ["diff"]
    case .yukiwiki: ["diff", "yukidiff"]
    }
  }

  /// The signs before lines that both revisions of such a change have.
  var keptLineSign: UInt8 {
    switch self {
    case .pukiwiki: UInt8(ascii: " ")
    case .yukiwiki, .pyukiwiki: UInt8(ascii: "=")
    }
  }

  /// What kind of wiki keeps its pages in a folder; nil where none seems to.
  ///
  /// The folder of pages holds files of hexadecimal names; what lies beside it tells who made it.
  package static func of(_ folder: StoreFolder) throws(StoreFault) -> StoreKind? {
    let folders = Set(try folder.folders())
    let candidates: [StoreKind] =
      folders.contains("info")
      ? [.pyukiwiki, .yukiwiki]
      : folders.contains("yukiwiki") ? [.yukiwiki] : [.pukiwiki, .yukiwiki]
    for kind in candidates {
      for name in kind.pageFolders where folders.contains(name) {
        let files = try folder.files(name)
        let pages = files.count {
          HexName.stem(of: $0.name, ending: ".txt").map(HexName.isName) == true
        }
        if pages > 0, pages * 2 > files.count { return kind }
      }
    }
    return nil
  }
}
