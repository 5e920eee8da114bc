import FlyingFox
import FlyingSocks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Sockets that send at once what is written to them.
///
/// A response's head and body are written one after the other. The system would hold the second back
/// until the first is acknowledged, and browsers take 40 ms for that.
struct PromptSockets: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()
  private static var sendsAtOnce: BoolSocketOption {
    BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY)
  }

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // Every socket waits here before it is written to. One that refuses is slower, and no worse.
    try? socket.setValue(true, for: Self.sendsAtOnce)
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
