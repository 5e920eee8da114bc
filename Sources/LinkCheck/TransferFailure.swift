import CCurl

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What libcurl's codes mean in our words.
enum TransferFailure {
  /// Why a request ended without a whole answer.
  static func reason(_ code: CURLcode, _ handle: CurlHandle, _ policy: LinkPolicy) -> LinkReason {
    switch code {
    case CURLE_COULDNT_CONNECT: connection(handle, policy)
    case CURLE_OPERATION_TIMEDOUT: timeout(handle, policy)
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxyFails
    case CURLE_PEER_FAILED_VERIFICATION: .certificate(certificateFault(handle))
    case CURLE_SSL_INVALIDCERTSTATUS: .certificate(.revoked)
    case CURLE_SSL_CACERT_BADFILE: .certificate(.unknownIssuer)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM: .encryptionFails
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      broken(handle)
    case CURLE_PARTIAL_FILE: .cutShort
    case CURLE_BAD_CONTENT_ENCODING: .cannotBeUnpacked
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP_RETURNED_ERROR: .notHTTP
    // A line of a header that is longer than libcurl's memory for it.
    case CURLE_OUT_OF_MEMORY: .headerTooLong
    case CURLE_URL_MALFORMAT: .invalid("libcurl does not read it")
    default: .other(handle.message(of: code))
    }
  }

  private static func connection(_ handle: CurlHandle, _ policy: LinkPolicy) -> LinkReason {
    if let transfer = handle.transfer, transfer.socketCount == 0,
      let address = transfer.refusedAddress
    {
      return .privateAddress(address.text)
    }
    if handle.transfer?.isProxied == true { return .proxyFails }
    return switch Int32(handle.long(CURLINFO_OS_ERRNO)) {
    case ECONNREFUSED: .refused
    case ECONNRESET, EPIPE: .noAnswer
    case ETIMEDOUT: .noConnection(seconds: policy.connectTime.seconds)
    default: .unreachable
    }
  }

  private static func timeout(_ handle: CurlHandle, _ policy: LinkPolicy) -> LinkReason {
    if handle.transfer?.header.isComplete == true {
      return .noEnd(seconds: policy.linkTime.seconds)
    }
    if handle.offset(CURLINFO_NAMELOOKUP_TIME_T) == 0, let host = handle.transfer?.address.host {
      return .lookupFails(host)
    }
    return handle.offset(CURLINFO_PRETRANSFER_TIME_T) == 0
      ? .noConnection(seconds: policy.connectTime.seconds)
      : .noHeader(seconds: policy.headerTime.seconds)
  }

  private static func broken(_ handle: CurlHandle) -> LinkReason {
    // This is how a proxy refuses a tunnel.
    let isTunnelRefused =
      handle.transfer?.isProxied == true && handle.long(CURLINFO_HTTP_CONNECTCODE) >= 400
    if isTunnelRefused { return .proxyFails }
    return handle.transfer?.header.size == 0 ? .noAnswer : .breaksOff
  }

  /// OpenSSL says it with a number, other libraries with words only.
  private static func certificateFault(_ handle: CurlHandle) -> CertificateFault {
    switch handle.long(CURLINFO_SSL_VERIFYRESULT) {
    case 9: return .notYetValid
    case 10: return .expired
    case 18: return .selfSigned
    case 19, 20, 21: return .unknownIssuer
    case 23: return .revoked
    case 62, 63, 64: return .otherName
    default: break
    }
    let words = handle.message(of: CURLE_PEER_FAILED_VERIFICATION)
    let known: [(String, CertificateFault)] = [
      ("not match", .otherName), ("no alternative certificate subject name", .otherName),
      ("unable to obtain common name", .otherName), ("expired", .expired),
      ("not yet valid", .notYetValid), ("not activated", .notYetValid),
      ("self-signed", .selfSigned), ("self signed", .selfSigned), ("revoked", .revoked),
      ("issuer", .unknownIssuer), ("unknown ca", .unknownIssuer),
    ]
    return known.first { words.lowercased().contains($0.0) }?.1 ?? .other(words)
  }
}
