import CCurl

/// What one request came to, before anybody asks what that means for the link.
enum Answer {
  case redirect(to: [UInt8], status: Int)
  /// The host wants to be left alone, for so many seconds where it says so.
  case turnedAway(seconds: Int?, status: Int)
  /// The name leads nowhere; why, a second look says.
  case unknownHost
  case end(LinkJob.Outcome)

  init(_ handle: CurlHandle, _ code: CURLcode, policy: LinkPolicy, now: Int) {
    guard let transfer = handle.transfer else {
      self = .end(LinkJob.Outcome(reason: .other("no transfer")))
      return
    }
    transfer.finish()
    self = Answer.of(transfer, handle, code, policy, now)
  }

  private static func of(
    _ transfer: Transfer, _ handle: CurlHandle, _ code: CURLcode, _ policy: LinkPolicy, _ now: Int
  ) -> Answer {
    let header = transfer.header
    switch transfer.ending {
    case .headerTooLong: return .end(outcome(.headerTooLong, transfer))
    case .unpacksWithoutEnd: return .end(outcome(.unpacksWithoutEnd, transfer))
    case .enough, .tooLong: break
    case nil:
      if code == CURLE_COULDNT_RESOLVE_HOST { return .unknownHost }
      // What a page of an error looks like matters little.
      let isOnlyBodyOfError = header.isComplete && !(200..<300).contains(header.status)
      guard code == CURLE_OK || isOnlyBodyOfError else {
        return .end(outcome(TransferFailure.reason(code, handle, policy), transfer))
      }
      // To libcurl, a header that breaks off inside a line is the end of an answer.
      guard header.isComplete else { return .end(outcome(.breaksOff, transfer)) }
    }
    if let wall = BotWall.name(header) { return .end(outcome(.botWall(wall), transfer)) }
    if BotWall.isInBody(header), let wall = transfer.wallInTitle {
      return .end(outcome(.botWall(wall), transfer))
    }
    return of(header, transfer, now)
  }

  private static func of(_ header: AnswerHeader, _ transfer: Transfer, _ now: Int) -> Answer {
    let status = header.status
    let retryAfter = header["retry-after"].flatMap { RetryAfter.seconds($0, now: now) }
    switch status {
    case 200..<300: return .end(page(transfer))
    case 301, 302, 303, 307, 308:
      guard let location = header.location, !location.isEmpty else {
        return .end(outcome(.redirectWithoutPlace(status), transfer))
      }
      return .redirect(to: location, status: status)
    case 304 where transfer.wish.mayBeUnchanged: return .end(outcome(.notModified, transfer))
    case 401, 407: return .end(outcome(.asksForPassword(status), transfer))
    case 429: return .turnedAway(seconds: retryAfter, status: status)
    case 503 where retryAfter != nil: return .turnedAway(seconds: retryAfter, status: status)
    default: return .end(outcome(.status(status), transfer))
    }
  }

  /// A page that was found: what was looked for in it.
  private static func page(_ transfer: Transfer) -> LinkJob.Outcome {
    var outcome = outcome(.answers(transfer.header.status), transfer)
    guard let findings = transfer.findings else { return outcome }
    outcome.found = findings.found
    outcome.missing = findings.missing
    outcome.isMissingCertain = findings.isMissingCertain && transfer.ending == nil
    outcome.title = findings.title
    outcome.heading = findings.heading
    outcome.fingerprint = findings.fingerprint
    if !findings.missing.isEmpty, let wall = transfer.wallInTitle {
      outcome.reason = .botWall(wall)
    }
    return outcome
  }

  private static func outcome(_ reason: LinkReason, _ transfer: Transfer) -> LinkJob.Outcome {
    var outcome = LinkJob.Outcome(reason: reason)
    outcome.status = transfer.header.isComplete ? transfer.header.status : nil
    outcome.etag = transfer.header.validator("etag")
    outcome.lastModified = transfer.header.validator("last-modified")
    return outcome
  }
}
