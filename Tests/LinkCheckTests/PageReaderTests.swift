import Testing

@testable import LinkCheck

/// Pages that arrive in pieces of any size, and bytes that are no pages.
@Suite struct PageReaderTests {
  private func read(
    _ page: [UInt8], _ fragments: [String], piece: Int, contentType: String? = "text/html"
  ) -> PageFindings {
    var reader = PageReader(contentType: contentType, fragments: fragments, keepsWords: true)
    var rest = page[...]
    while !rest.isEmpty {
      Array(rest.prefix(piece)).withUnsafeBufferPointer { reader.take($0) }
      rest = rest.dropFirst(piece)
    }
    reader.finish()
    return PageFindings(reader)
  }

  @Test(arguments: [1, 2, 3, 7, 1_000, 100_000]) func pieces(_ piece: Int) {
    let page = Array(
      ("<title>A &amp; B</title><h1 class=x>Head</h1><script>a</script>"
        + String(
          repeating: "<p>words of a page <b class='q>'>and</b> more", count: 60)
        + "<p id=\"日本\">").utf8)
    let findings = read(page, ["日本", "absent"], piece: piece)
    #expect(findings.found == ["日本"])
    #expect(findings.missing == ["absent"])
    #expect(findings.title == "A &amp; B")
    #expect(findings.heading == "Head")
    #expect(!findings.isMissingCertain)
  }

  @Test(arguments: [
    "utf-16", "iso-2022-jp", "euc-jp", "shift_jis", "klingon", "../../etc", "utf-7",
  ])
  func bytesThatAreNotWhatTheySay(_ charset: String) {
    var seed: UInt64 = 5
    let noise = (0..<20_000).map { _ -> UInt8 in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: seed >> 40)
    }
    let type = "text/html; charset=\(charset)"
    #expect(read(noise, ["place"], piece: 333, contentType: type).missing == ["place"])
  }

  @Test func charsets() {
    func name(_ type: String?, _ beginning: String = "") -> String? {
      PageCharset.name(contentType: type, beginning: Array(beginning.utf8))
    }
    #expect(name(nil) == nil)
    #expect(name("text/html; charset=\"Shift_JIS\"") == "CP932")
    #expect(name("text/html;charset=UTF-8", "<meta charset=euc-jp>") == nil)
    #expect(name("text/html", "<meta charset='x-euc-jp'>") == "EUC-JP-MS")
    #expect(
      name("text/html", "<META http-equiv=x content='text/html; charset=koi8-r'>") == "koi8-r")
    #expect(name("text/html", "<!-- <meta charset=koi8-r> --><meta charset=utf-16>") == nil)
    #expect(name("text/html; charset=a/b//TRANSLIT") == nil)
  }

  @Test func headersOfAllKinds() {
    var header = AnswerHeader()
    func take(_ line: String) { Array(line.utf8).withUnsafeBufferPointer { header.take($0) } }
    for line in ["HTTP/1.1 103 Hints\r\n", "Location: /no\r\n", "\r\n"] { take(line) }
    #expect(!header.isComplete)
    for line in ["HTTP/2 301\n", "LOCATION:\t /yes\n", "Location: /second\n", ": x\n", "odd\n"] {
      take(line)
    }
    take("\r\n")
    #expect(header.isComplete)
    #expect(header.status == 301)
    #expect(header.location == Array("/yes".utf8))
    #expect(header.validator("etag") == nil)
  }
}
