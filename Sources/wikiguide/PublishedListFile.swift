import ArgumentParser
import CompatibilityChanges
import Site
import SourceText

/// A published list on disk or at standard input. What is wrong with it is reported and ends the run.
enum PublishedListFile {
  static func read(_ path: String) throws -> PublishedList {
    let bytes = try bytes(path)
    do throws(ListFault) {
      return try PublishedList(bytes)
    } catch {
      let name = path == "-" ? "standard input" : path
      RunReporter.reportFault("\(name):\(error.line):\(error.column): \(error.message)")
      throw ExitCode.wrongUsage
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard path != "-" else {
      guard let bytes = StandardStreams.input(atMost: PublishedList.maximumSize + 1) else {
        RunReporter.reportFault("standard input could not be read")
        throw ExitCode.diskFailure
      }
      return bytes
    }
    do throws(FileSystemError) {
      // A file that is far too large is not read: its first bytes are enough to say so.
      return try FileSystem.readParts(path) { count, read in
        read(0, min(count, PublishedList.maximumSize + 1))
      }
    } catch {
      guard error.isMissing else {
        RunReporter.reportFault(error.description)
        throw ExitCode.diskFailure
      }
      RunReporter.reportFault("there is no list '\(path)'")
      throw ExitCode.wrongUsage
    }
  }
}
