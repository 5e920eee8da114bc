import FlyingFox
import Testing

@testable import Preview

/// Files as browsers are answered: whole, in parts, or not at all where they have them.
@Suite struct AnswerTests {
  private let bytes = Array("0123456789".utf8)

  private func answer(_ headers: [String: String] = [:]) -> Answer {
    .file(
      bytes, type: "image/png",
      for: PreviewRequest(
        method: "GET", target: "/a.png", headers: headers))
  }

  @Test func aWholeFile() {
    let answer = answer()
    #expect(answer.status.code == 200)
    #expect(answer.body == bytes)
    #expect(answer.headers[HTTPHeader("Cache-Control")] == "no-cache")
    #expect(answer.headers[HTTPHeader("X-Content-Type-Options")] == "nosniff")
  }

  @Test func aKnownFileIsNotSentAgain() throws {
    let tag = try #require(answer().headers[HTTPHeader("ETag")])
    for known in [tag, "W/" + tag, "\"x\", " + tag, "*"] {
      let again = answer(["if-none-match": known])
      #expect(again.status.code == 304)
      #expect(again.body.isEmpty)
    }
    #expect(answer(["if-none-match": "\"x\""]).status.code == 200)
  }

  @Test(arguments: [
    ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=7-", "789", "bytes 7-9/10"),
    ("bytes=-2", "89", "bytes 8-9/10"), ("bytes=5-99", "56789", "bytes 5-9/10"),
    ("bytes=-99", "0123456789", "bytes 0-9/10"),
  ])
  func aPart(_ range: String, _ text: String, _ told: String) {
    let part = answer(["range": range])
    #expect(part.status.code == 206)
    #expect(part.body == Array(text.utf8))
    #expect(part.headers[HTTPHeader("Content-Range")] == told)
  }

  @Test(arguments: ["bytes=10-", "bytes=99-100", "bytes=-0"])
  func noSuchPart(_ range: String) {
    let none = answer(["range": range])
    #expect(none.status.code == 416)
    #expect(none.headers[HTTPHeader("Content-Range")] == "bytes */10")
  }

  @Test(arguments: [
    "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=--1",
    "bytes=+1-2", "bytes=99999999999999999999-",
  ])
  func whatIsNoRangeIsNotMinded(_ range: String) {
    #expect(answer(["range": range]).status.code == 200)
  }

  @Test func aRangeOfAnotherFileIsTheWholeOne() throws {
    let tag = try #require(answer().headers[HTTPHeader("ETag")])
    #expect(answer(["range": "bytes=0-1", "if-range": tag]).status.code == 206)
    #expect(answer(["range": "bytes=0-1", "if-range": "\"x\""]).status.code == 200)
  }

  @Test(arguments: [
    ("localhost:8000", true), ("127.0.0.1", true), ("[::1]:8000", true), ("a.localhost", true),
    ("evil.example", false), ("localhost.evil.example", false), ("127.0.0.1.evil.example", false),
    ("", false),
  ])
  func onlyThisMachinesNames(_ host: String, _ isAllowed: Bool) {
    #expect(HostNames(boundTo: .loopback).allow(host) == isAllowed)
  }

  @Test func anotherNameOfThisMachineIsAnsweredWhereItIsBound() throws {
    let names = HostNames(boundTo: try #require(BindAddress("127.0.0.2")))
    #expect(names.allow("127.0.0.2:8000"))
    #expect(!names.allow("127.0.0.3:8000"))
  }

  @Test func anOpenServerAnswersToAllNames() throws {
    let open = try #require(BindAddress("0.0.0.0"))
    #expect(HostNames(boundTo: open).allow("wiki.example"))
    #expect(BindAddress("evil.example") == nil)
  }

  @Test func editorsAreGivenTheLine() {
    let editor = EditorAddress(pattern: "vscode://file/{path}:{line}:{column}")
    #expect(
      editor.address(of: "/home/a b/日.txt", line: 3, column: 7)
        == "vscode://file/home/a%20b/%E6%97%A5.txt:3:7")
  }

  @Test func aClosedPolicyIsOpenedForThePreviewAlone() {
    let html = Array("<head><meta content=\"connect-src 'none'; x\"></head>".utf8)
    let page = String(
      decoding: PreviewPage(html, stylePath: "assets/a.css", pictures: 0).bytes, as: UTF8.self)
    #expect(page.contains("connect-src 'self'; x"))
    #expect(page.contains("/_wikiguide/preview.js"))
  }
}
