import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds out why a name leads nowhere: because there is no such host, or because nobody knows just
/// now. libcurl says the same for both, and the difference is that between dead and unsure.
///
/// The system's own look-up may take its time, so it runs beside; one that nobody waits for any more
/// ends by itself.
final class HostLookup: Sendable {
  enum Answer: Sendable { case exists, noSuchHost, notNow }

  private let answers = Mutex<[String: Answer?]>([:])
  private let ask: @Sendable (String) -> Answer

  init(_ ask: @escaping @Sendable (String) -> Answer = HostLookup.system) { self.ask = ask }

  /// Nil while nobody knows yet.
  func answer(for host: String) -> Answer? {
    let (known, isNew) = answers.withLock { answers -> (Answer?, Bool) in
      if let known = answers[host] { return (known, false) }
      answers.updateValue(nil, forKey: host)
      return (nil, true)
    }
    guard isNew else { return known }
    DispatchQueue.global().async {
      let answer = self.ask(host)
      self.answers.withLock { _ = $0.updateValue(answer, forKey: host) }
    }
    return nil
  }

  /// Forgets all answers, so that the next round asks anew.
  func forget() { answers.withLock { answers in answers = answers.filter { $0.value == nil } } }

  /// Asks the system.
  static func system(_ host: String) -> Answer {
    var hints = addrinfo()
    hints.ai_socktype = Self.stream
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &list)
    if let list { freeaddrinfo(list) }
    switch code {
    case 0: return .exists
    case EAI_NONAME, noData: return .noSuchHost
    default: return .notNow
    }
  }

  #if canImport(Darwin)
    private static let stream = SOCK_STREAM
    private static let noData = EAI_NODATA
  #else
    private static let stream = Int32(SOCK_STREAM.rawValue)
    // The name exists and has no address; hidden in glibc's header.
    private static let noData: Int32 = -5
  #endif
}
