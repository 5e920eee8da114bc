/// Why a site is not published, or not even begun.
package enum OutputFault: Error, Sendable, CustomStringConvertible {
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
  case isRelease(String)
  case contentInReleases(String, content: String)
  case watchedAlready(String)
  case noReleases(String)
  case noSuchRelease(String, String)
  case noEarlierRelease(String)
  case holdsOtherThings(String, example: String)
  /// What a build for a release says of itself.
  case built(SiteFault)
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
    case .isRelease(let path):
      "'\(path)' is a release, which stays as it is; publish with 'wikiguide watch --once' instead"
    case .contentInReleases(let path, let content):
      "the content '\(content)' lies in '\(path)'; choose another folder to publish in"
    case .watchedAlready(let path):
      "another 'wikiguide watch' publishes in '\(path)'; end it first"
    case .noReleases(let path):
      "no release was published in '\(path)' yet; 'wikiguide watch --publish' does"
    case .noSuchRelease(let name, let path):
      "there is no release '\(name)' in '\(path)'; 'wikiguide rollback --list' names all"
    case .noEarlierRelease(let path):
      "there is no release before the live one in '\(path)'"
    case .holdsOtherThings(let path, let example):
      "the folder '\(path)' holds things that wikiguide did not make, such as '\(example)'; "
        + "choose an empty or new folder to publish in"
    case .built:
      "the site could not be built"
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
      .parentMissing, .busy, .unsafePath, .samePathTwice, .finished, .isRelease, .contentInReleases,
      .watchedAlready, .noReleases, .noSuchRelease,
      .noEarlierRelease, .holdsOtherThings:
      .usage(description)
    case .built(let fault): fault
    case .parentNotWritable, .disk: .disk(description)
    }
  }
}
