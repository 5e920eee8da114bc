import Foundation
import LinkCheck
import Synchronization

/// The badly behaved server of these tests, started once for all of them.
///
/// It ends with this process, whose end closes its standard input.
struct BadServer: Sendable {
  let ports: [String: Int]
  /// The file of the authority that its good certificates come from.
  let authority: String

  /// Nil where Python is missing; tests then have nothing to ask.
  static let shared = start()
  static let isMissing = shared == nil
  static let absence = "python3 is not on this machine, so there is no server to ask"

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// A file beside this one.
  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private struct Ready: Decodable {
    let ports: [String: Int]
    let authority: String
  }

  private static func start() -> BadServer? {
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", folder.appending(path: "BadServer.py").path]
    process.standardOutput = output
    process.standardInput = Pipe()
    guard (try? process.run()) != nil else { return nil }
    var line = Data()
    while line.last != 0x0A {
      guard let byte = try? output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else {
        return nil
      }
      line += byte
    }
    // The process and its pipe live as long as the tests.
    alive.withLock { $0.append(process) }
    guard let ready = try? JSONDecoder().decode(Ready.self, from: line) else { return nil }
    return BadServer(ports: ready.ports, authority: ready.authority)
  }

  private static let alive = Mutex<[Process]>([])

  /// An address with the server's ports in the place of their names.
  func address(_ written: String) -> String {
    var text = written
    for (name, port) in ports {
      let scheme = name.hasPrefix("tls") ? "https" : "http"
      text = text.replacing(
        "{\(name)}", with: name == "refused" ? "\(port)" : "\(scheme)://127.0.0.1:\(port)")
      text = text.replacing("{\(name)_port}", with: "\(port)")
      text = text.replacing("{\(name)6}", with: "\(scheme)://[::1]:\(port)")
    }
    return text.replacing("{localhost}", with: "http://localhost:\(ports["main"] ?? 0)")
  }

  /// A policy that may ask this server, quickly and with short times.
  var policy: LinkPolicy {
    var policy = LinkPolicy()
    policy.contact = "https://example.net/links"
    policy.allowedPrivate = ["127.0.0.0/8", "::1"].compactMap(AddressBlock.init)
    policy.allowedPorts.formUnion(ports.values)
    policy.certificateAuthorities = authority
    policy.connectTime = .seconds(1)
    policy.headerTime = .milliseconds(1_500)
    policy.linkTime = .seconds(4)
    // Without optimisation a megabyte takes most of a second to read.
    policy.bodyBytes = 1 << 18
    policy.unpackingRatio = 10
    policy.runTime = .seconds(60)
    policy.secondRoundDelay = .milliseconds(100)
    policy.connections = 64
    policy.connectionsPerHost = 64
    policy.secondRoundConnections = 64
    policy.pausePerHost = .zero
    policy.usualRetryAfter = .milliseconds(100)
    return policy
  }

  /// How often a path was asked for.
  func count(_ path: String) throws -> Int {
    let request = LinkRequest(url: address("{main}/count\(path)"))
    let results = try LinkChecker(policy).check([request], now: testNow)
    return (results[0].status ?? 0) - 200
  }
}

/// The moment that these tests call now.
let testNow = 1_795_000_000
