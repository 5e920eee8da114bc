import GuideModel

/// How the name of a picture as written differs from that of a file that is there.
enum ImageSpelling {
  case otherLetterCase(file: String)
  case otherUnicodeForm(file: String)

  /// Nil where no file has the name but for letter case.
  static func of(missing path: String, _ index: SiteIndex) -> ImageSpelling? {
    guard let file = index.imagePaths.find(path), file.lowercased() == path.lowercased() else {
      return nil
    }
    return .otherLetterCase(file: file)
  }

  /// Nil where the name has the very letters of the file's.
  static func of(written: String, file: String) -> ImageSpelling? {
    guard !written.utf8.elementsEqual(file.utf8), written == file else { return nil }
    return .otherUnicodeForm(file: file)
  }
}
