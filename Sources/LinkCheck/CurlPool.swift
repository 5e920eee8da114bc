import CCurl

/// The requests that are under way at once, and libcurl's machine that drives them.
///
/// Connections stay open between requests to one host. One thread uses it, the one that made it.
final class CurlPool {
  private let multi: UnsafeMutableRawPointer
  private var idle: [CurlHandle] = []
  private var active: [UnsafeMutableRawPointer: CurlHandle] = [:]

  init(connections: Int) throws(LinkCheckError) {
    guard wikiguide_curl_load() == 1 else { throw .noLibrary }
    guard let multi = wikiguide_curl_multi_init() else { throw .curlDoesNotStart }
    self.multi = multi
    wikiguide_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(8, connections * 2))
  }

  deinit {
    for handle in active.values { wikiguide_curl_multi_remove_handle(multi, handle.pointer) }
    wikiguide_curl_multi_cleanup(multi)
  }

  var activeCount: Int { active.count }

  /// A handle that nobody uses.
  func handle() throws(LinkCheckError) -> CurlHandle {
    if let handle = idle.popLast() { return handle }
    return try CurlHandle()
  }

  func start(_ handle: CurlHandle) {
    active[handle.pointer] = handle
    wikiguide_curl_multi_add_handle(multi, handle.pointer)
  }

  /// Does what can be done without waiting.
  func perform() {
    var running: Int32 = 0
    wikiguide_curl_multi_perform(multi, &running)
  }

  /// Waits until something arrives, but not for longer than this.
  func wait(_ time: Duration) {
    wikiguide_curl_multi_poll(multi, Int32(clamping: max(0, time.milliseconds)))
  }

  /// The next request that has ended.
  func nextEnded() -> (handle: CurlHandle, code: CURLcode)? {
    var code = CURLE_OK
    while let pointer = wikiguide_curl_multi_next_ended(multi, &code) {
      if let handle = active[pointer] { return (handle, code) }
    }
    return nil
  }

  /// Takes a request out, whether it has ended or not, and keeps its handle for the next one.
  func end(_ handle: CurlHandle) {
    active[handle.pointer] = nil
    wikiguide_curl_multi_remove_handle(multi, handle.pointer)
    handle.release()
    idle.append(handle)
  }
}

extension CurlPool {
  static func curlVersion() throws(LinkCheckError) -> String {
    guard wikiguide_curl_load() == 1 else { throw .noLibrary }
    return String(cString: wikiguide_curl_version())
  }
}
