import GuideModel
import SourceText
import Syntax
import WikiStore

/// How a user names an earlier revision of a page.
package enum RevisionName: Sendable, Equatable {
  /// The newest one before the page as it is.
  case previous
  /// The so manyth that the wiki or the folder `.history` keeps, from 1, the oldest first.
  case kept(Int)
  /// What a commit of Git holds in the page's place.
  case git(String)
  /// Another file.
  case file(String)

  /// Reads `previous`, `revision:3`, `git:HEAD~1`, or the name of a file.
  package init(_ written: String) {
    if written == "previous" {
      self = .previous
    } else if written.hasPrefix("revision:"), let number = Int(written.dropFirst(9)) {
      self = .kept(number)
    } else if written.hasPrefix("git:") {
      self = .git(String(written.dropFirst(4)))
    } else {
      self = .file(written)
    }
  }
}

extension ReadPage {
  /// An earlier revision of the page, read as the same page of the same site.
  /// - Returns: with it, how people call the revision.
  package func revision(
    _ name: RevisionName
  ) throws(SiteFault) -> (page: ReadRevision, title: String) {
    let (bytes, encoding, title) = try text(of: name)
    let input = PageInput(
      name: input.name, path: input.path, house: input.house, dialect: input.dialect,
      encoding: encoding, settings: input.settings, place: .bytes(bytes),
      systemPath: input.systemPath)
    let vocabulary = site.sources.vocabulary
    switch input.read(with: GuideReader(vocabulary: vocabulary)) {
    case .success(let reading):
      let others = library.pages.filter { $0.path != reading.path }
      let library = GuideLibrary(
        pages: others + [reading], houses: Array(library.houses.values),
        curated: site.sources.curated, vocabulary: vocabulary)
      // The library may have given the page another title.
      return (
        ReadRevision(
          reading: library.page(at: reading.path) ?? reading, library: library,
          dialect: input.dialect(of: reading.document.file)), title
      )
    case .failure(.diagnostic(let finding)): throw .usage("\(title): \(finding.message)")
    case .failure(.disk(let error)): throw .disk(error.description)
    }
  }

  private func text(
    of name: RevisionName
  ) throws(SiteFault) -> (bytes: [UInt8], encoding: TextEncoding?, title: String) {
    switch name {
    case .file(let path):
      do throws(FileSystemError) {
        return (try FileSystem.read(path), input.encoding, path)
      } catch {
        throw error.isMissing
          ? .usage(
            "there is no file '\(path)'; name a file, 'previous', 'revision:N' or 'git:REVISION'")
          : .disk(error.description)
      }
    case .git(let revision):
      let (path, encoding) = systemPlace
      do throws(GitFault) {
        return (try GitRevision.bytes(of: path, at: revision), encoding, "git:\(revision)")
      } catch {
        throw error.siteFault(revision, of: input.path)
      }
    case .previous, .kept:
      let kept = try keptRevisions
      let number = if case .kept(let number) = name { number } else { kept.count }
      guard kept.indices.contains(number - 1) else {
        throw .usage(
          kept.isEmpty
            ? "nothing is kept of what '\(reading.name)' said before"
            : "there is no revision \(number) of '\(reading.name)'; \(kept.count) "
              + (kept.count == 1 ? "is" : "are") + " kept, the oldest is 1")
      }
      let revision = kept[number - 1]
      return (
        revision.text, .utf8,
        "revision \(number) of \(kept.count)" + (revision.day.map { " (\($0))" } ?? "")
      )
    }
  }

  /// The page's file, and what its bytes are read as.
  private var systemPlace: (path: String, encoding: TextEncoding?) {
    switch input.place {
    case .file(let path): (path, input.encoding)
    case .stored(let page, let store):
      (
        (site.sources.wikis.first { $0.id == input.house }?.folder ?? ".") + "/" + page.file,
        store.encoding
      )
    case .bytes: (input.path, input.encoding)
    }
  }

  /// What the page said before by the word of its wiki or of its folder `.history`, the oldest first.
  private var keptRevisions: [(text: [UInt8], day: String?)] {
    get throws(SiteFault) {
      switch input.place {
      case .bytes: return []
      case .stored(let page, let store):
        return store.revisions(of: page).revisions.map { ($0.text, $0.date?.day) }
      case .file:
        let discovery = try folderDiscovery
        let folder = input.name + ContentDiscovery.historyEnding + "/"
        do throws(FileSystemError) {
          var texts: [(text: [UInt8], day: String?)] = []
          for path in discovery.revisions where path.hasPrefix(folder) && path.hasSuffix(".txt") {
            let bytes = try FileSystem.read(discovery.systemPath(path))
            texts.append((TextEncoding.utf8.decode(bytes).bytes, nil))
          }
          return texts
        } catch {
          throw .disk(error.description)
        }
      }
    }
  }

  /// A page that is read alone has its earlier revisions beside it all the same.
  private var folderDiscovery: ContentDiscovery {
    get throws(SiteFault) {
      guard !site.discovery.isFolder else { return site.discovery }
      do throws(FileSystemError) {
        return try ContentDiscovery(site.discovery.root)
      } catch {
        throw .disk(error.description)
      }
    }
  }
}

/// An earlier revision as it was understood, in the site as it is now.
package struct ReadRevision: Sendable {
  package let reading: PageReading
  package let library: GuideLibrary
  package let dialect: Dialect
}
