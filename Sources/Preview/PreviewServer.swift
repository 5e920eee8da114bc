import FileWatch
import FlyingFox
import FlyingSocks
import Foundation
import Site

/// Serves a site from memory while its authors write, and keeps what is shown current.
///
/// Takes a site, an address and a port; tells of what happens by events. One thread runs it until a
/// signal comes; requests are answered beside it. Writes no file.
package struct PreviewServer {
  private let site: LiveSite
  private let address: BindAddress
  private let port: UInt16
  private let signal: WakeSignal
  private let state: PreviewState
  private let tell: @Sendable (PreviewEvent) -> Void

  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - signal: ends it.
  ///   - run: tells this run from others.
  ///   - tell: is told what happens, from any thread, one event at a time.
  package init(
    _ site: LiveSite, at address: BindAddress, port: UInt16, signal: WakeSignal, run: String,
    tell: @escaping @Sendable (PreviewEvent) -> Void
  ) {
    self.site = site
    self.address = address
    self.port = port
    self.signal = signal
    self.tell = tell
    state = PreviewState(run: run)
  }

  /// Runs until the signal comes.
  package func run() throws(PreviewFault) {
    let site = PreviewSite(state: state, names: HostNames(boundTo: address))
    let server: HTTPServer
    do {
      server = HTTPServer(
        config: try address.configuration(port: port), handler: PreviewHandler(site: site))
    } catch {
      throw .cannotListen(error.localizedDescription)
    }
    let address = try listening(server)
    tell(.listening(address))
    Keeping(site: self.site, state: state, signal: signal, tell: tell).run()
    state.close()
    Self.wait { await server.stop(timeout: 0.2) }
  }

  /// Begins to listen.
  /// - Returns: where browsers find it.
  private func listening(_ server: HTTPServer) throws(PreviewFault) -> String {
    // Whichever is first: that it listens, or why it cannot.
    let (outcomes, first) = AsyncStream<Result<UInt16, PreviewFault>>.makeStream()
    let port = port
    Task {
      do {
        try await server.run()
      } catch SocketError.failed(_, EADDRINUSE, _) {
        first.yield(.failure(.portIsTaken(port)))
      } catch {
        first.yield(.failure(.cannotListen(error.localizedDescription)))
      }
    }
    Task {
      try? await server.waitUntilListening()
      switch await server.listeningAddress {
      case .ip4(_, let port)?, .ip6(_, let port)?: first.yield(.success(port))
      default: break
      }
    }
    let outcome = Self.wait {
      for await outcome in outcomes { return outcome }
      return .success(port)
    }
    return "http://\(address.host):\(try outcome.get())/"
  }

  /// Waits on this thread for what tasks do.
  private static func wait<Result: Sendable>(
    _ body: @escaping @Sendable () async -> Result
  ) -> Result {
    let semaphore = DispatchSemaphore(value: 0)
    // Shared unchecked: written before the semaphore is given, read behind it.
    nonisolated(unsafe) var result: Result?
    Task {
      result = await body()
      semaphore.signal()
    }
    while true {
      semaphore.wait()
      if let result { return result }
    }
  }
}

/// Why nothing can be served.
package enum PreviewFault: Error, Sendable {
  case portIsTaken(UInt16)
  case cannotListen(String)
}

/// Hands requests to the site.
private struct PreviewHandler: HTTPHandler {
  let site: PreviewSite

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let request = PreviewRequest(request)
    return await site.answer(request).response(isHead: request.isHead)
  }
}
