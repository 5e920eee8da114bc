import Testing

@testable import LinkCheck

/// Proxies as the environment names them, and what may be asked through them.
@Suite struct ProxyTests {
  private func proxy(_ url: String, _ environment: [String: String]) throws -> String? {
    ProxySettings(environment: environment).proxy(for: try LinkAddress(url))
  }

  @Test func variables() throws {
    #expect(try proxy("http://a.example/", ["http_proxy": "p:1"]) == "p:1")
    #expect(try proxy("http://a.example/", ["HTTP_PROXY": "p:1"]) == nil)
    #expect(try proxy("https://a.example/", ["HTTPS_PROXY": "p:2"]) == "p:2")
    #expect(try proxy("https://a.example/", ["http_proxy": "p:1"]) == nil)
    #expect(try proxy("https://a.example/", ["ALL_PROXY": "p:3", "https_proxy": ""]) == "p:3")
    #expect(try proxy("https://a.example/", [:]) == nil)
  }

  @Test(arguments: [
    ("*", true), ("example", true), (".b.example", true), ("b.example", true),
    ("x.example, b.example", true), ("B.Example", true), ("ab.example", false),
    ("b.example.net", false), ("", false),
  ]) func exceptions(_ exception: String, _ isExempt: Bool) throws {
    let environment = ["http_proxy": "p:1", "no_proxy": exception]
    #expect((try proxy("http://a.b.example/", environment) == nil) == isExempt)
  }

  @Test func exceptionsForAddresses() throws {
    let environment = ["http_proxy": "p:1", "NO_PROXY": "10.0.0.0/8,[::1],192.0.2.1"]
    #expect(try proxy("http://10.2.3.4/", environment) == nil)
    #expect(try proxy("http://[::1]/", environment) == nil)
    #expect(try proxy("http://192.0.2.1/", environment) == nil)
    #expect(try proxy("http://11.0.0.1/", environment) == "p:1")
  }

  @Test(.enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)))
  func linksAreAskedThroughIt() throws {
    let server = try #require(BadServer.shared)
    var policy = server.policy
    policy.allowedPrivate = []
    policy.proxies = ProxySettings(environment: [
      "all_proxy": server.address("{proxy}"), "no_proxy": "127.0.0.1",
    ])
    let urls = [
      "http://anywhere.example/", "http://anywhere.example/missing", "https://anywhere.example/",
      "http://10.0.0.1/", "http://0x0a.1/", "http://localhost/", "http://127.0.0.1/",
    ]
    let results = try LinkChecker(policy).check(urls.map { LinkRequest(url: $0) }, now: testNow)
    #expect(
      results.map(\.verdict) == [
        .alive, .dead, .unsure, .notChecked, .notChecked, .notChecked, .notChecked,
      ])
    #expect(results[2].status == nil)
  }
}
