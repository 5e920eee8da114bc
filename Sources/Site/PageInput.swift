import GuideModel
import SourceText
import Syntax
import WikiStore

/// A page that is to be read: what it is called, how it is written, where it lies.
struct PageInput: Sendable {
  let name: String
  /// What findings name.
  let path: String
  let house: String
  /// Nil where the page's own words or its file's ending say it.
  let dialect: Dialect?
  /// Nil where the bytes are to say it.
  let encoding: TextEncoding?
  let settings: WikiSettings
  let place: Place
  /// Where its file lies.
  let systemPath: String

  enum Place: Sendable {
    case file(String)
    /// Text that stands nowhere any more, such as an earlier revision.
    case bytes([UInt8])
    case stored(StoredPage, in: WikiStore)
  }

  /// Whether its name is only a way to another file.
  var isLink: Bool { (try? FileSystem.kind(systemPath)) == .symlink }

  enum Fault: Error, Sendable {
    case diagnostic(Diagnostic)
    case disk(FileSystemError)
  }

  /// The page understood, with what is wrong with its bytes.
  func read(with reader: GuideReader) -> Result<PageReading, Fault> {
    do throws(Fault) {
      return .success(reader.read(try document(), name: name, house: house))
    } catch {
      return .failure(error)
    }
  }

  /// The page as a tree, with what is wrong with its bytes.
  func document() throws(Fault) -> Document {
    let (text, findings) = try text()
    let file = try sourceFile(text)
    var document = dialect(of: file).parse(file, settings: settings)
    document.diagnostics += findings + capturedView(file)
    return document
  }

  /// What a page is written in: by the site's word, its own, its file's ending.
  func dialect(of file: SourceFile) -> Dialect {
    dialect ?? Dialect.stated(by: file) ?? Dialect.ofFile(path) ?? .pukiwiki
  }

  /// A finding where the page is not wiki text but a difference view that somebody copied.
  private func capturedView(_ file: SourceFile) -> [Diagnostic] {
    guard CapturedDifference.mayBegin(file), let captured = CapturedDifference.read(file) else {
      return []
    }
    return [
      Diagnostic(
        rule: "captured-view-as-page", severity: .warning, place: SourcePlace(path),
        message:
          "this is the text of a difference view of the page '\(captured.pageName)': lines of "
          + "two revisions stand in it",
        help: "bring the page in with 'wikiguide import', and take this file out of the content")
    ]
  }

  /// The page's text.
  func file() throws(Fault) -> SourceFile { try sourceFile(text().0) }

  private func sourceFile(_ text: DecodedText) throws(Fault) -> SourceFile {
    do throws(SourceFault) {
      return try SourceFile(path: path, text: text)
    } catch {
      throw .diagnostic(error.diagnostic(path: path))
    }
  }

  private func text() throws(Fault) -> (DecodedText, [Diagnostic]) {
    switch place {
    case .stored(let page, let store):
      let text: DecodedText
      do throws(StoreFault) {
        text = try store.text(of: page)
      } catch {
        throw .diagnostic(error.diagnostic(path: path))
      }
      return (text, try findings(text, encoding: store.encoding, size: text.bytes.count))
    case .file(let systemPath):
      let bytes: [UInt8]
      do throws(FileSystemError) {
        bytes = try FileSystem.read(systemPath, atMost: SourceFile.maximumSize)
      } catch {
        guard error.isTooLarge, let size = FileSystem.size(of: systemPath) else {
          throw .disk(error)
        }
        throw .diagnostic(SourceFault.tooLarge(bytes: size).diagnostic(path: path))
      }
      return try text(of: bytes)
    case .bytes(let bytes): return try text(of: bytes)
    }
  }

  private func text(of bytes: [UInt8]) throws(Fault) -> (DecodedText, [Diagnostic]) {
    guard bytes.count <= SourceFile.maximumSize else {
      throw .diagnostic(SourceFault.tooLarge(bytes: bytes.count).diagnostic(path: path))
    }
    if encoding == nil, let text = EncodingEvidence.textOfSureUTF8(bytes) { return (text, []) }
    let read = encoding ?? EncodingEvidence.encoding(of: [bytes]) ?? .utf8
    let text = read.decode(bytes)
    var found = try findings(text, encoding: read, size: bytes.count)
    if encoding == nil, read != .utf8 {
      found.append(.recognised(read, of: "the page is", at: path))
    }
    return (text, found)
  }

  /// - Throws: where too much of the file is no text for it to be a page.
  private func findings(
    _ text: DecodedText, encoding: TextEncoding, size: Int
  ) throws(Fault) -> [Diagnostic] {
    guard let first = text.faults.first else { return [] }
    guard text.faults.count * 10 <= size || text.faults.count < 3 else {
      throw .diagnostic(
        Diagnostic(
          rule: "not-text", severity: .error, place: SourcePlace(path),
          message: "\(text.faults.count) of \(size) bytes are no text in \(encoding.name)",
          help: "state the page's encoding in wikiguide.yml, or move the file out of the pages"))
    }
    let others = text.faults.dropFirst().prefix(4).map {
      Diagnostic.Note("byte \($0.offset + 1), on line \($0.line), is none either")
    }
    let byte = String(first.byte, radix: 16, uppercase: true)
    return [
      Diagnostic(
        rule: "undecodable-bytes", severity: .warning, place: SourcePlace(path),
        message:
          "byte \(first.offset + 1), on line \(first.line), is 0x\(byte), which is no text in "
          + encoding.name
          + (text.faults.count > 1 ? "; so are \(text.faults.count - 1) other bytes" : ""),
        notes: others,
        help: "the page shows U+FFFD in its place; save the page anew, or state its encoding")
    ]
  }
}

extension Diagnostic {
  /// The note that an encoding was found out and not told.
  static func recognised(_ encoding: TextEncoding, of what: String, at path: String) -> Diagnostic {
    Diagnostic(
      rule: "encoding-recognised", severity: .note, place: SourcePlace(path),
      message: "\(what) read as \(encoding.name), by what the bytes say",
      help: "state it in wikiguide.yml: 'encoding: \(encoding.rawValue)'")
  }
}

extension StoreFault {
  /// The finding for a page whose file the system does not let be read.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      rule: "unreadable-page", severity: .error, place: SourcePlace(path),
      message: "the page's file '\(self.path)' cannot be read: \(reason)")
  }
}
