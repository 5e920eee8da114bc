import Testing

@testable import Preview

/// Which paths of requests are taken, and which never reach the site.
@Suite struct SitePathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/pages/a/", "pages/a/index.html"), ("/a.png", "a.png"),
    ("/pages/%E6%97%A5/index.html", "pages/日/index.html"), ("/a%20b", "a b"),
  ])
  func harmless(_ target: String, _ path: String) {
    #expect(SitePath(target: target)?.text == path)
  }

  @Test(arguments: [
    "", "a", "//", "//etc/passwd", "/..", "/../etc/passwd", "/%2e%2e/etc/passwd",
    "/pages/%2E%2E/%2E%2E/etc/passwd", "/a/../b", "/./a", "/a//b", "/a\\b", "/a%5cb", "/..%5c..",
    "/%2fetc/passwd", "/a%2Fb", "/a%00.png", "/%0d%0aX:y", "/%", "/%4", "/%zz", "/%ff",
    "http://127.0.0.1/", "*",
  ])
  func harmful(_ target: String) { #expect(SitePath(target: target) == nil) }

  @Test func pathsAreEncodedForAddresses() {
    #expect(SitePath.encoded("pages/日 \"<&'") == "pages/%E6%97%A5%20%22%3C%26%27")
  }
}
