/// Why links cannot be checked at all.
package enum LinkCheckError: Error, Sendable, Equatable, CustomStringConvertible {
  case noLibrary
  case curlDoesNotStart

  package var description: String {
    switch self {
    case .noLibrary: "libcurl is not on this machine; install libcurl4"
    case .curlDoesNotStart: "libcurl does not start"
    }
  }
}
