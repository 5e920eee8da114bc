import Foundation
import Testing

@testable import LinkCheck

/// Addresses of one's own network are never connected to, however they are written and whoever
/// leads there.
@Suite struct PrivateAddressTests {
  @Test(arguments: [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.2.1", "198.18.0.1", "224.0.0.1",
    "255.255.255.255", "::", "::1", "fc00::1", "fdff::1", "fe80::1", "ff02::1", "::ffff:10.0.0.1",
    "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::",
    "2002:a00:1::1", "2001:0:7f00:1::", "2001:0:808:808:0:0:80ff:fffe", "2001:db8::1",
    "2001:470::5efe:10.0.0.1",
  ]) func isPrivate(_ text: String) throws {
    #expect(PrivateAddresses.contain(try #require(IPAddress(text))))
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
    "172.32.0.0", "192.169.0.0", "223.255.255.255", "2606:4700::1111", "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8", "2002:808:808::1",
  ]) func isPublic(_ text: String) throws {
    #expect(!PrivateAddresses.contain(try #require(IPAddress(text))))
  }

  @Test func everyBlockIsRead() {
    for text in PrivateAddresses.texts { #expect(AddressBlock(text) != nil, "\(text)") }
  }

  @Test func blocks() throws {
    let block = try #require(AddressBlock("10.1.0.0/15"))
    #expect(block.contains(try #require(IPAddress("10.0.255.255"))))
    #expect(!block.contains(try #require(IPAddress("10.2.0.0"))))
    #expect(!block.contains(try #require(IPAddress("::1"))))
    #expect(try #require(AddressBlock("0.0.0.0/0")).contains(try #require(IPAddress("9.9.9.9"))))
    #expect(try #require(AddressBlock("::1")).contains(try #require(IPAddress("::1"))))
    for text in ["", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/-1", "::/129", "10.0.0.0/ 8", "a/8", "/"]
    {
      #expect(AddressBlock(text) == nil, "\(text)")
    }
  }

  @Test(
    .enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)),
    arguments: [
      "http://127.0.0.1:{main_port}/", "http://localhost:{main_port}/", "http://[::1]:{main_port}/",
      "http://[::ffff:127.0.0.1]:{main_port}/", "http://[::ffff:7f00:1]:{main_port}/",
      "http://0.0.0.0:{main_port}/", "http://[::]:{main_port}/", "http://2130706433:{main_port}/",
      "http://0x7f.1:{main_port}/", "http://0177.0.0.1:{main_port}/", "http://127.1:{main_port}/",
      "http://127.0.0.1.:{main_port}/", "http://１２７.0.0.1:{main_port}/",
      "http://%31%32%37.0.0.1:{main_port}/", "http://127。0。0。1:{main_port}/",
      "http:\\\\127.0.0.1:{main_port}/", "http://example.net@127.0.0.1:{main_port}/",
    ]) func nobodyIsAskedByDefault(_ written: String) throws
  {
    let server = try #require(BadServer.shared)
    var policy = server.policy
    policy.allowedPrivate = []
    let mark = "private\(UInt64.random(in: 0 ... .max))"
    let results = try LinkChecker(policy).check(
      [LinkRequest(url: server.address(written) + mark)], now: testNow)
    #expect(results[0].verdict == .notChecked, "\(results[0].reason)")
    #expect(try server.count("/\(mark)") == 0)
  }

  /// Only 127.0.0.1 is allowed; from there servers try to lead further.
  @Test(
    .enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)),
    arguments: [
      "http://127.0.0.2:{main_port}/", "http://[::1]:{main_port}/", "http://0.0.0.0:{main_port}/",
      "http://2130706434:{main_port}/", "http://[::ffff:127.0.0.2]:{main_port}/",
      "//[::1]:{main_port}/", "http://127.0.0.1:22/", "http://10.0.0.1/", "http://169.254.169.254/",
      "http://[64:ff9b::a00:1]/", "http://[2002:7f00:1::]/",
    ]) func redirectsDoNotGetAroundIt(_ place: String) throws
  {
    let server = try #require(BadServer.shared)
    var policy = server.policy
    policy.allowedPrivate = ["127.0.0.1"].compactMap(AddressBlock.init)
    let mark = "redirected\(UInt64.random(in: 0 ... .max))"
    let escaped = (server.address(place) + mark).utf8.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
    let results = try LinkChecker(policy).check(
      [LinkRequest(url: server.address("{main}/to/") + escaped)], now: testNow)
    #expect(results[0].verdict == .notChecked, "\(results[0].reason)")
    #expect(results[0].hops.count == 1)
    #expect(try server.count("/\(mark)") == 0)
  }

  /// A name with an address that may be asked and one that may not leads to the first.
  @Test(
    .enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)),
    arguments: ["127.0.0.1", "::1"])
  func mixedNamesUseWhatIsAllowed(_ allowed: String) throws {
    let server = try #require(BadServer.shared)
    var policy = server.policy
    policy.allowedPrivate = [allowed].compactMap(AddressBlock.init)
    let results = try LinkChecker(policy).check(
      [LinkRequest(url: server.address("{localhost}/status/200"))], now: testNow)
    // Not every machine calls ::1 localhost.
    if allowed == "127.0.0.1" { #expect(results[0].verdict == .alive, "\(results[0].reason)") }
    #expect(results[0].verdict == .alive || results[0].verdict == .notChecked)
  }
}
