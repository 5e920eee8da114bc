/// Why a site is not published, or not even begun.
package enum OutputFault: Error, Sendable, Equatable, CustomStringConvertible {
  case contentMissing(String)
  case outputInContent(output: String, content: String)
  case contentInOutput(output: String, content: String)
  case notAFolder(String)
  case notMadeByWikiguide(String, example: String)
  case holdsRepository(String)
  case parentMissing(String)
  case parentNotWritable(String)
  case busy(String)
  case unsafePath(String)
  case samePathTwice(String)
  case finished(String)
  case disk(FileSystemError)

  package var description: String {
    switch self {
    case .contentMissing(let path):
      "there is no '\(path)'; name a folder of wiki pages, or one page"
    case .outputInContent(let output, let content):
      "the output '\(output)' lies in the content '\(content)'; choose a folder outside it"
    case .contentInOutput(let output, let content):
      "the content '\(content)' lies in the output '\(output)', which is replaced whole; "
        + "choose another output folder"
    case .notAFolder(let path):
      "the output '\(path)' exists and is not a folder"
    case .notMadeByWikiguide(let path, let example):
      "the output '\(path)' has files that wikiguide did not make, such as '\(example)'; "
        + "choose an empty or new folder"
    case .holdsRepository(let path):
      "the output '\(path)' has a '.git' of its own, which would be lost; "
        + "choose another folder and copy the site from there"
    case .parentMissing(let path):
      "the folder '\(path)', in which the output should be made, does not exist"
    case .parentNotWritable(let path):
      "the folder '\(path)', in which the output should be made, may not be written"
    case .busy(let path):
      "another build is writing '\(path)'; wait until it is done"
    case .unsafePath(let path):
      "the path '\(path)' does not stay inside the output"
    case .samePathTwice(let path):
      "two files of the site would both be named '\(path)'"
    case .finished(let path):
      "the build of '\(path)' has ended already; nothing can be added to it"
    case .disk(let error):
      error.description
    }
  }
}

extension OutputFault {
  /// What the caller of a build is told: a wrong choice of folders, or a failing disk.
  var siteFault: SiteFault {
    switch self {
    case .contentMissing, .outputInContent, .contentInOutput, .notAFolder, .notMadeByWikiguide,
      .holdsRepository,
      .parentMissing, .busy, .unsafePath, .samePathTwice, .finished:
      .usage(description)
    case .parentNotWritable, .disk: .disk(description)
    }
  }
}
