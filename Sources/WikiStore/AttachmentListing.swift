import SourceText

/// The files that are attached to pages, as a store's `attach` folder names them.
///
/// ```
/// name = page "_" file           in hexadecimal digits: an attachment
///      | page "_" file "." age   a generation that was replaced, not listed
///      | page "_" file ".log"    who fetched it how often, not listed
/// ```
struct AttachmentListing {
  /// By page, then by name.
  private(set) var items: [StoredAttachment] = []
  private(set) var diagnostics: [Diagnostic] = []

  static let folder = "attach"
  /// Larger attachments are kept, and reported.
  static let large = 50 * 1024 * 1024

  private let label: String
  private let encoding: TextEncoding

  /// - Parameter pages: names of the pages that the store has.
  init(
    _ files: [StoreFolder.Entry], pages: Set<String>, label: String, encoding: TextEncoding
  ) {
    self.label = label
    self.encoding = encoding
    for file in files where !StoreFile.isCompanion(file.name) { add(file, pages) }
    items.sort { left, right in
      left.page == right.page
        ? left.name == right.name ? left.file < right.file : Self.isBefore(left.name, right.name)
        : Self.isBefore(left.page, right.page)
    }
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private mutating func add(_ file: StoreFolder.Entry, _ pages: Set<String>) {
    let path = Self.folder + "/" + file.name
    let parts = file.name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: "_", omittingEmptySubsequences: false)
    guard names.count == 2, let page = HexName.bytes(names[0]), let name = HexName.bytes(names[1]),
      parts.count == 1 || Self.isLeftOut(ending: parts[1])
    else { return diagnostics.append(StoreFile.oddName(path, label: label)) }
    guard parts.count == 1 else { return }
    let holder = StoredName(page, encoding: encoding).withoutBrackets
    guard !PageListing.isOwn(holder.text) else { return }
    let attachment = StoredAttachment(
      page: holder.text, name: StoredName(name, encoding: encoding).text, file: path,
      size: file.size)
    items.append(attachment)
    diagnostics += findings(attachment, StoredName(name, encoding: encoding), pages)
  }

  private static func isLeftOut(ending: Substring) -> Bool {
    ending == "log" || !ending.isEmpty && ending.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func findings(
    _ attachment: StoredAttachment, _ name: StoredName, _ pages: Set<String>
  ) -> [Diagnostic] {
    let place = SourcePlace(label + "/" + attachment.file)
    var findings: [Diagnostic] = []
    if let finding = name.finding(file: attachment.file, label: label, encoding: encoding) {
      findings.append(finding)
    }
    if !pages.contains(attachment.page) {
      findings.append(
        Diagnostic(
          rule: "attachment-without-page", severity: .warning, place: place,
          message: "'\(attachment.name)' is attached to the page '\(attachment.page)', "
            + "which does not exist"))
    }
    if attachment.size > Self.large {
      findings.append(
        Diagnostic(
          rule: "large-attachment", severity: .warning, place: place,
          message: "'\(attachment.name)' on the page '\(attachment.page)' has "
            + "\(attachment.size / 1_048_576) MB",
          help: "readers on a phone wait long for it; attach a smaller file"))
    }
    return findings
  }
}
