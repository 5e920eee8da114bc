#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends somebody's waiting, from any thread and from a signal handler.
package final class WakeSignal: Sendable {
  private let reading: Int32
  private let writing: Int32

  enum Event { case signal, readable, time }

  /// Nil where the system has no descriptors left.
  package init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Given once, it holds for ever.
  package func give() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  package var isGiven: Bool { wait(besides: nil, milliseconds: 0) == .signal }

  /// Waits for the signal, for bytes from a descriptor, or for time to pass.
  func wait(besides descriptor: Int32?, milliseconds: Int) -> Event {
    var asked = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
    if let descriptor { asked.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let count = poll(&asked, nfds_t(asked.count), Int32(clamping: milliseconds))
    guard count > 0 else { return .time }
    return asked[0].revents != 0 ? .signal : .readable
  }
}
