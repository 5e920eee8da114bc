import SourceText
import Testing

@Suite struct AddressPasswordTests {
  @Test(arguments: [
    ("ftp://u:pw@h/", "ftp://u:**@h/"), ("//u:pw@h", "//u:**@h"),
    ("see ftp://u:a@b@h.", "see ftp://u:***@h."),
    ("HTTP:\\\\u:pw@h", "HTTP:\\\\u:**@h"), ("http:u:pw@h", "http:u:**@h"),
    ("x://:pw@h", "x://:**@h"), ("ftp://u:パス@h", "ftp://u:**@h"),
    ("ftp://u:a/b?c@h", "ftp://u:*****@h"),
    ("ftp://a:b@c ftp://d:e@f", "ftp://a:*@c ftp://d:*@f"), ("ftp://u:8080a@h", "ftp://u:*****@h"),
    ("ftp://u:8080@h", "ftp://u:****@h"),
    ("ftp:///u:p@h", "ftp:///u:p@h".replacing(":p@", with: ":*@")),
  ])
  func passwordIsHidden(_ text: String, _ expected: String) {
    #expect(text.maskingPasswords == expected)
  }

  @Test(arguments: [
    "", "@", "http:80/@x", "see http: a@b", "http://h:8080/@me", "http://h/a:b@c",
    "http://h:80）とu@h", "mailto:a@b.example",
    "http://u@h", "http://u:@h", "[[a>http://h]]: x@y", "http://h:25, a@b", "a:b@c",
  ])
  func otherTextStays(_ text: String) { #expect(text.maskingPasswords == text) }

  /// A long line costs one walk.
  @Test func hostileLinesAreWalkedOnce() {
    let lines = ["//a:", "//", "/", ":", "//a:x@", "//a:1"].map {
      String(repeating: $0, count: 200_000)
    }
    for line in lines { #expect(line.maskingPasswords.utf8.count == line.utf8.count) }
  }
}
