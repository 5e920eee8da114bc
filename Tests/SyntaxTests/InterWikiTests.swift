import SourceText
import Syntax
import Testing

/// The page that names other wikis, in the forms of PukiWiki and of YukiWiki.
@Suite struct InterWikiTests {
  private static let table = InterWikiTable(
    SourceFile(
      path: "InterWikiName.txt",
      text: """
        *Other wikis
        -[https://puki.example/?$1 puki] utf8
        -[https://old.example/?page=$1&cmd=read euc] euc and [https://sjis.example/ sjis] sjis
        -[https://raw.example/$1/x raw] raw
        -[https://moin.example/ moin] moin
        -[https://yuki.example/?$1 yuki] yw
        -[[Yuki https://yuki2.example/wiki.cgi?euc($1)]]
        -[[Plain https://plain.example/?asis($1)]]
        [javascript:alert(1) evil] [https://noname.example/] [no address]

        """))

  @Test(arguments: [
    ("puki", "設定 1", "https://puki.example/?%E8%A8%AD%E5%AE%9A%201"),
    ("euc", "設定", "https://old.example/?page=%C0%DF%C4%EA&cmd=read"),
    ("sjis", "設定", "https://sjis.example/%90%DD%92%E8"),
    ("raw", "a/b", "https://raw.example/a/b/x"),
    ("moin", "設", "https://moin.example/_E8_A8_AD"),
    ("yuki", "FrontPage", "https://yuki.example/?FrontPage"),
    ("yuki", "設定", "https://yuki.example/?%5B%5B%90%DD%92%E8%5D%5D"),
    ("Yuki", "設定", "https://yuki2.example/wiki.cgi?%C0%DF%C4%EA"),
    ("Plain", "a", "https://plain.example/?a"),
  ])
  func addressesAreMade(_ wiki: String, _ page: String, _ expected: String) {
    #expect(Self.table.address(wiki: wiki, page: page) == expected)
  }

  @Test func whatIsNoAddressIsNoWiki() {
    #expect(Self.table.names == ["Plain", "Yuki", "euc", "moin", "puki", "raw", "sjis", "yuki"])
    #expect(Self.table.address(wiki: "evil", page: "x") == nil)
    #expect(Self.table.address(wiki: "euc", page: "😀") == nil)
  }
}
