import FlyingFox

/// What of a request matters here.
struct PreviewRequest: Sendable {
  let method: String
  /// Percent-encoded, as it was sent.
  let target: String
  let query: String
  private let headers: [String: String]

  /// - Parameter headers: by their names in lower case.
  init(method: String, target: String, query: String = "", headers: [String: String] = [:]) {
    self.method = method
    self.target = target
    self.query = query
    self.headers = headers
  }

  init(_ request: HTTPRequest) {
    var headers: [String: String] = [:]
    for (header, value) in request.headers { headers[header.rawValue.lowercased()] = value }
    self.init(
      method: request.method.rawValue, target: request.target.path(),
      query: request.target.query(), headers: headers)
  }

  var isHead: Bool { method == "HEAD" }

  func header(_ name: String) -> String? { headers[name.lowercased()] }

  /// Whether the asker holds the file with this tag already.
  func knows(_ tag: String) -> Bool {
    guard let tags = header("If-None-Match") else { return false }
    return tags.split(separator: ",").contains { written in
      let written = written.drop { $0 == " " }
      return written == "*" || written == tag[...] || written == "W/" + tag
    }
  }

  /// Whether a range may be cut from the file with this tag.
  func isForThis(_ tag: String) -> Bool { header("If-Range").map { $0 == tag } ?? true }
}
