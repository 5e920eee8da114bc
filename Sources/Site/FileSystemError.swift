#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the system said when something on the disk did not work: the attempt, the path, the reason.
package struct FileSystemError: Error, Sendable, Equatable, CustomStringConvertible {
  package let operation: Operation
  package let path: String
  /// The system's `errno`.
  package let code: Int32

  /// What was tried, in the words of the message.
  package enum Operation: String, Sendable, CaseIterable {
    case read = "read"
    case write = "write"
    case makeFolder = "make the folder"
    case list = "list the folder"
    case inspect = "look at"
    case link = "link"
    case remove = "remove"
    case swap = "swap"
    case rename = "rename"
    case resolve = "find"
    case lock = "lock"
  }

  var isTooLarge: Bool { code == EFBIG }

  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The system's words for what did not work.
  package var reason: String { String(cString: strerror(code)) }

  package var description: String { "cannot \(operation.rawValue) '\(path)': \(reason)" }
}
