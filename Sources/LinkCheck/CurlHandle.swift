import CCurl

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One handle of libcurl: made once, used for request after request.
///
/// It holds the lists that libcurl only borrows, and the transfer that is under way.
final class CurlHandle {
  let pointer: UnsafeMutableRawPointer
  private(set) var transfer: Transfer?
  private var fields: UnsafeMutablePointer<curl_slist>?
  private let words: UnsafeMutablePointer<CChar>

  init() throws(LinkCheckError) {
    guard let pointer = wikiguide_curl_easy_init() else { throw .curlDoesNotStart }
    self.pointer = pointer
    words = .allocate(capacity: Int(CURL_ERROR_SIZE))
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    // Any cookie makes libcurl keep cookies from now on. Its usual switch for that, an empty
    // CURLOPT_COOKIEFILE, loses memory at each reset (seen in 7.88).
    set(CURLOPT_COOKIELIST, "Set-Cookie: none=none")
  }

  deinit {
    wikiguide_curl_easy_cleanup(pointer)
    wikiguide_curl_slist_free_all(fields)
    words.deallocate()
  }

  /// Prepares a request. All options are set anew, so that nothing of the last one is left.
  func prepare(
    _ transfer: Transfer, policy: LinkPolicy, fields: [String], cookies: [String],
    time: Duration
  ) {
    wikiguide_curl_easy_reset(pointer)
    self.transfer = transfer
    words[0] = 0
    wikiguide_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, words)
    set(CURLOPT_URL, transfer.address.text)
    set(CURLOPT_USERAGENT, policy.userAgent)
    set(CURLOPT_ACCEPT_ENCODING, "gzip")
    // The two schemes, whatever a server may come to say.
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_CONNECTTIMEOUT_MS, policy.connectTime.milliseconds)
    set(CURLOPT_TIMEOUT_MS, max(1, time.milliseconds))
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // A name that nobody answers for must not hold up the others when its time is over.
    set(CURLOPT_QUICK_EXIT, 1)
    if let authorities = policy.certificateAuthorities { set(CURLOPT_CAINFO, authorities) }
    // An empty name means none, whatever the environment says; see `ProxySettings`.
    set(CURLOPT_PROXY, policy.proxies.proxy(for: transfer.address) ?? "")
    set(CURLOPT_NOPROXY, "")
    setCookies(cookies)
    setFields(fields)
    setCredential(policy.credential(for: transfer.address), further: fields)
    setFunctions()
  }

  /// Lets go of a transfer that has ended.
  func release() { transfer = nil }

  /// What libcurl says of the last failure.
  func message(of code: CURLcode) -> String {
    let text = String(cString: words)
    return text.isEmpty ? "libcurl fails with its code \(code.rawValue)" : text
  }

  func long(_ info: CURLINFO) -> Int { wikiguide_curl_get_long(pointer, info) }

  func offset(_ info: CURLINFO) -> Int { Int(wikiguide_curl_get_offset(pointer, info)) }

  /// The cookies that servers have set so far, in libcurl's form.
  var cookies: [String] {
    guard let list = wikiguide_curl_get_list(pointer, CURLINFO_COOKIELIST) else { return [] }
    defer { wikiguide_curl_slist_free_all(list) }
    return sequence(first: list, next: { $0.pointee.next }).compactMap { entry in
      entry.pointee.data.map { String(cString: $0) }
    }
  }

  private func setCookies(_ cookies: [String]) {
    set(CURLOPT_COOKIELIST, "ALL")
    for cookie in cookies { set(CURLOPT_COOKIELIST, cookie) }
  }

  private func setFields(_ texts: [String]) {
    wikiguide_curl_slist_free_all(fields)
    fields = nil
    for text in texts { fields = wikiguide_curl_slist_append(fields, text) ?? fields }
    wikiguide_curl_set_pointer(pointer, CURLOPT_HTTPHEADER, fields)
  }

  private func setCredential(_ credential: LinkCredential?, further fields: [String]) {
    switch credential?.form {
    case .password(let user, let password):
      set(CURLOPT_USERNAME, user)
      set(CURLOPT_PASSWORD, password)
    case .header(let name, let value): setFields(fields + ["\(name): \(value)"])
    case nil: break
    }
  }

  private func setFunctions() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    wikiguide_curl_set_pointer(pointer, CURLOPT_HEADERDATA, context)
    wikiguide_curl_set_pointer(pointer, CURLOPT_WRITEDATA, context)
    wikiguide_curl_set_pointer(pointer, CURLOPT_OPENSOCKETDATA, context)
    wikiguide_curl_set_data_function(pointer, CURLOPT_HEADERFUNCTION) {
      bytes, size, count, handle in
      CurlHandle.take(bytes, size * count, handle) { $0.takeHeader($1) }
    }
    wikiguide_curl_set_data_function(pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, handle in
      CurlHandle.take(bytes, size * count, handle) { transfer, piece in
        let received = handle.map(CurlHandle.received) ?? 0
        return transfer.takeBody(piece, received: received)
      }
    }
    wikiguide_curl_set_socket_function(pointer) { handle, _, address in
      guard let handle, let address else { return CURL_SOCKET_BAD }
      return CurlHandle.from(handle).openSocket(address)
    }
  }

  private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let asked = withUnsafePointer(to: &address.pointee.addr) { IPAddress($0) }
    guard transfer?.mayConnect(to: asked) == true else { return CURL_SOCKET_BAD }
    let descriptor = socket(
      address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return descriptor
  }

  private static func from(_ context: UnsafeMutableRawPointer) -> CurlHandle {
    Unmanaged<CurlHandle>.fromOpaque(context).takeUnretainedValue()
  }

  private static func received(_ context: UnsafeMutableRawPointer) -> Int {
    Int(wikiguide_curl_get_offset(from(context).pointer, CURLINFO_SIZE_DOWNLOAD_T))
  }

  /// Hands bytes on; another count than theirs tells libcurl to stop.
  private static func take(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (Transfer, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int {
    guard let context, let transfer = from(context).transfer else { return 0 }
    // libcurl calls with nothing where a body is empty.
    guard let bytes, count > 0 else { return count }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      take(transfer, UnsafeBufferPointer(start: $0, count: count)) ? count : 0
    }
  }

  private func set(_ option: CURLoption, _ value: Int) {
    wikiguide_curl_set_long(pointer, option, value)
  }

  private func set(_ option: CURLoption, _ value: String) {
    wikiguide_curl_set_string(pointer, option, value)
  }
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
  }

  /// Whole seconds, as a message names them.
  var seconds: Int { Int(components.seconds) }
}
