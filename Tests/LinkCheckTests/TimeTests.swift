import Testing

@testable import LinkCheck

/// Moments of the calendar, and how servers write them.
@Suite struct TimeTests {
  @Test func momentsAreTheCalendars() throws {
    #expect(UTCTime(0).text == "1970-01-01T00:00:00Z")
    #expect(UTCTime(-1).text == "1969-12-31T23:59:59Z")
    #expect(UTCTime(951_782_400).text == "2000-02-29T00:00:00Z")
    #expect(UTCTime(1_795_000_000).minuteText == "2026-11-18 11:06 UTC")
    for seconds in stride(from: -10_000_000_000, to: 200_000_000_000, by: 86_399_777) {
      let time = UTCTime(seconds)
      #expect(UTCTime(text: time.text)?.seconds == seconds)
    }
    for text in ["2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "x", ""] {
      #expect(UTCTime(text: text) == nil)
    }
  }

  @Test(arguments: [
    ("0", 0), ("120", 120), (" 7 ", 7), ("99999999999999999999999", .max),
    ("Wed, 18 Nov 2026 11:08:40 GMT", 120), ("Wednesday, 18-Nov-26 11:08:40 GMT", 120),
    ("Wed Nov 18 11:08:40 2026", 120), ("Thu, 01 Jan 2015 00:00:00 GMT", 0),
  ]) func retryAfter(_ text: String, _ expected: Int) {
    #expect(UTCTime(testNow).text == "2026-11-18T11:06:40Z")
    #expect(RetryAfter.seconds(text, now: testNow) == expected)
  }

  @Test(arguments: [
    "", "soon", "-5", "1.5", "5 s", "Wed, 31 Feb 2026 11:08:40 GMT", "Wed, 18 Nov 2026",
    "Wed, 18 Nov 2026 25:00:00 GMT", "Wed, 99999999999999999999 Nov 2026 11:08:40 GMT",
  ]) func brokenRetryAfter(_ text: String) {
    #expect(RetryAfter.seconds(text, now: testNow) == nil)
  }
}
