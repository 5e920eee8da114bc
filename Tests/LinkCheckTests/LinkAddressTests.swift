import Testing

@testable import LinkCheck

/// Addresses in their one form, and texts that are none.
@Suite struct LinkAddressTests {
  @Test(arguments: [
    ("HTTP://Example.NET", "http://example.net/"),
    ("http://example.net:80/", "http://example.net/"),
    ("https://example.net:443?q", "https://example.net/?q"),
    ("http://example.net:443/", "http://example.net:443/"),
    ("http://example.net/a/./b/../c", "http://example.net/a/c"),
    ("http://example.net/../..", "http://example.net/"),
    ("http://example.net/a/%2e%2E/b", "http://example.net/b"),
    ("http://example.net/a%2Fb%e3?x=%2f", "http://example.net/a%2Fb%e3?x=%2f"),
    ("http://example.net/a//b", "http://example.net/a//b"),
    ("http://example.net/ページ?語=1", "http://example.net/%E3%83%9A%E3%83%BC%E3%82%B8?%E8%AA%9E=1"),
    ("http://example.net/a b\"<>`{}", "http://example.net/a%20b%22%3C%3E%60%7B%7D"),
    ("http://example.net/[a]|'", "http://example.net/[a]|'"),
    ("  http://example.net/\n", "http://example.net/"),
    ("http:\\\\example.net\\a", "http://example.net/a"),
    ("http://user:pw@example.net/", "http://example.net/"),
    ("http://a@b@example.net/", "http://example.net/"),
    ("http://example.net#a#b", "http://example.net/"),
    ("http://日本語.example/", "http://xn--wgv71a119e.example/"),
    ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
    ("http://faß.example/", "http://xn--fa-hia.example/"),
    ("http://ＥＸＡＭＰＬＥ。net/", "http://example.net/"),
    ("http://ex%41mple.net/", "http://example.net/"),
    ("http://2130706433/", "http://127.0.0.1/"),
    ("http://0X7F.1/", "http://127.0.0.1/"),
    ("http://0177.0.0.1/", "http://127.0.0.1/"),
    ("http://[2001:DB8:0:0::1]:80/", "http://[2001:db8::1]/"),
    ("http://example.net./", "http://example.net./"),
  ]) func normalForm(_ written: String, _ expected: String) throws {
    let address = try LinkAddress(written)
    #expect(address.text == expected)
    #expect(try LinkAddress(address.text).text == expected, "twice is the same")
  }

  @Test(arguments: [
    "", "page", "//example.net/", "http:", "http:/", "http://", "http:///a", "http://:80/",
    "http://a b/", "http://a\u{0}b/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://1.2.3.09/",
    "http://[::1/", "http://[::1%25eth0]/", "http://[1.2.3.4]/", "http://a..b/", "http://.a/",
    "http://a:b/", "http://a:0/", "http://a:65536/", "http://a:99999999999/", "http://a:-1/",
    "http://%ff/", "http://a%2fb/", "http://a%00/", "http://\(String(repeating: "a", count: 64))/",
    "http://\(String(repeating: "é", count: 70))/", "://",
  ]) func isNone(_ written: String) {
    #expect(throws: LinkAddress.Fault.self) { try LinkAddress(written) }
  }

  @Test func otherSchemes() {
    #expect(throws: LinkAddress.Fault.otherScheme("mailto")) { try LinkAddress("MailTo:a@b") }
    #expect(throws: LinkAddress.Fault.otherScheme("javascript")) {
      try LinkAddress("java\nscript:alert(1)")
    }
  }

  @Test(arguments: [
    ("/x", "http://h.example/x"), ("x", "http://h.example/a/x"), ("../x", "http://h.example/x"),
    ("../../../x", "http://h.example/x"), ("?x", "http://h.example/a/b?x"),
    ("", "http://h.example/a/b?q"), ("#f", "http://h.example/a/b?q"), (".", "http://h.example/a/"),
    ("//other.example", "http://other.example/"), ("https://s.example/", "https://s.example/"),
    ("\\x", "http://h.example/x"), ("/\\evil.example/", "http://evil.example/"),
    ("http:x", "http://h.example/a/x"), ("a:b", nil), ("https:x", nil),
  ]) func relative(_ written: String, _ expected: String?) throws {
    let base = try LinkAddress("http://h.example/a/b?q")
    let address = try? LinkAddress(Array(written.utf8), relativeTo: base)
    #expect(address?.text == expected)
  }

  @Test func hostileBytesHaveAnAddressOrNone() {
    var seed: UInt64 = 11
    let alphabet = Array("http:/\\?#@[]%.0x1a日\u{0}\n ".utf8)
    for _ in 0..<3_000 {
      let tail = (0..<24).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(seed >> 33) % alphabet.count]
      }
      let text = "http://" + String(decoding: tail, as: UTF8.self)
      guard let address = try? LinkAddress(text) else { continue }
      #expect((try? LinkAddress(address.text))?.text == address.text, "\(text)")
      #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text)")
    }
  }
}
