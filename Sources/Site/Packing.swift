/// How a file is packed, by its first bytes, and what unpacks it.
enum Packing: CaseIterable {
  case gzip, bzip2, xz, zstandard, sevenZip, zip

  /// - Returns: nil where a file is packed in none of these ways.
  static func of(_ path: String) throws(FileSystemError) -> Packing? {
    let beginning = try FileSystem.readParts(path) { _, read in read(0, 8) }
    return allCases.first { beginning.starts(with: $0.signature) }
  }

  private var signature: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .bzip2: Array("BZh".utf8)
    case .xz: [0xFD] + Array("7zXZ".utf8)
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    case .sevenZip: Array("7z".utf8) + [0xBC, 0xAF]
    case .zip: Array("PK".utf8) + [0x03, 0x04]
    }
  }

  /// A command that leaves the packed file as it is.
  func command(_ path: String) -> String {
    // By bytes: a mark behind an apostrophe makes one `Character` of both, and shells see the apostrophe.
    let parts = path.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    let file = "'" + parts.map { String(Substring($0)) }.joined(separator: "'\\''") + "'"
    return switch self {
    case .gzip: "gunzip --keep \(file)"
    case .bzip2: "bunzip2 --keep \(file)"
    case .xz: "unxz --keep \(file)"
    case .zstandard: "unzstd --keep \(file)"
    case .sevenZip: "7z x \(file)"
    case .zip: "unzip \(file)"
    }
  }
}
