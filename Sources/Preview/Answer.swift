import FlyingFox
import Foundation
import Site

/// What a request is answered with.
struct Answer: Sendable {
  var status: HTTPStatusCode
  var headers: HTTPHeaders = [:]
  var body: [UInt8]

  private init(_ status: HTTPStatusCode, _ body: [UInt8]) {
    self.status = status
    self.body = body
    headers = [
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("Server"): "wikiguide",
    ]
  }

  /// A file, or the part of it that the request asks for, or that it has not changed.
  static func file(_ bytes: [UInt8], type: String, for request: PreviewRequest) -> Answer {
    let tag = "\"\(Digest.sha256(bytes).prefix(32))\""
    var answer = Answer(.ok, bytes)
    answer.headers[.contentType] = type
    answer.headers[HTTPHeader("Cache-Control")] = "no-cache"
    answer.headers[HTTPHeader("ETag")] = tag
    answer.headers[HTTPHeader("Accept-Ranges")] = "bytes"
    if type.hasPrefix("image/svg") {
      // A picture may be opened as a page of its own; then its scripts must not run.
      answer.headers[HTTPHeader("Content-Security-Policy")] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
    }
    if request.knows(tag) {
      answer.status = .notModified
      answer.body = []
      return answer
    }
    guard request.isForThis(tag) else { return answer }
    switch ByteRange(request.header("Range"), count: bytes.count) {
    case .whole: break
    case .part(let range):
      answer.status = .partialContent
      answer.headers[HTTPHeader("Content-Range")] =
        "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
      answer.body = Array(bytes[range])
    case .unsatisfiable:
      answer.status = HTTPStatusCode(416, phrase: "Range Not Satisfiable")
      answer.headers[HTTPHeader("Content-Range")] = "bytes */\(bytes.count)"
      answer.body = []
    }
    return answer
  }

  /// What is made for this moment alone.
  static func passing(_ bytes: [UInt8], type: String, status: HTTPStatusCode = .ok) -> Answer {
    var answer = Answer(status, bytes)
    answer.headers[.contentType] = type
    answer.headers[HTTPHeader("Cache-Control")] = "no-store"
    return answer
  }

  /// A refusal in a sentence.
  static func refusal(_ status: HTTPStatusCode, _ words: String) -> Answer {
    passing(Array((words + "\n").utf8), type: "text/plain; charset=utf-8", status: status)
  }

  static func redirect(to address: String) -> Answer {
    var answer = refusal(.found, "See \(address)")
    answer.headers[.location] = address
    return answer
  }

  /// The same for the network; without its body where only the head is asked for.
  func response(isHead: Bool) -> HTTPResponse {
    var headers = headers
    headers[.contentLength] = status == .notModified ? nil : String(body.count)
    return HTTPResponse(
      statusCode: status, headers: headers, body: Data(isHead ? [] : body))
  }
}
