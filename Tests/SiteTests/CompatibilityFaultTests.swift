import Site
import SourceText
import Testing

/// One site with ten faults in its compatibility list: each is found by the rule that names it, at
/// its place, and nothing else is found.
@Suite struct CompatibilityFaultTests {
  private static let page = """
    *POP before SMTP
    **対応メールソフト
    |メールソフト|対応状況|h
    |Thunderbird|△|
    |Shuriken|非対応|
    |Sylpheed|○|
    |Sylpheed|○|
    |KMail|○|
    |KMail|非対応|
    |Becky!|○|
    |EdMax|○|
    |Eudora 6|○|
    **設定例(Thunderbirdの場合)
    -(1)起動する。
    -(2)保存する。
    **設定例(Shurikenの場合)
    -(1)起動する。
    -(2)保存する。
    **設定例(Sylpheedの場合)
    -(1)起動する。
    -(2)保存する。
    **設定例(KMailの場合)
    -(1)起動する。
    -(2)保存する。
    **設定例(Becky!の場合)
    -(1)起動する。
    -(2)保存する。
    **設定例(EdMaxの場合)
    -(1)起動する。
    -(2)保存する。
    **設定例(Eudora 5の場合)
    -(1)起動する。
    -(2)保存する。
    **設定例(Entourageの場合)
    -(1)起動する。
    -(2)保存する。

    """

  private static let clients = """
    becky-internet-mail:
      source: https://becky.example/
      aliases: [BK]
      links:
        - {rel: homepage, url: https://mail.example/}
      support:
        smtp.submission:
          - {level: native, versions: {from: '2.0', through: '2.60'}}
          - {level: native, versions: {from: '2.9'}}
    edmax:
      source: https://edmax.example/
      aliases: [bk]
      links:
        - {rel: homepage, url: https://www.mail.example}
    sylpheed:
      vendor: Nobody says so

    """

  private static let features = """
    pop.apop:
      source: RFC 6331
      status: {standard_track: true, deprecated: true}

    """

  private static let expected = [
    "POP.txt:4 unexplained-level", "POP.txt:5 guide-for-unsupported-client",
    "POP.txt:7 duplicate-client", "POP.txt:9 contradicting-support-levels",
    "POP.txt:31 unlisted-version", "POP.txt:34 unlisted-client",
    "clients.yml:9 overlapping-versions", "clients.yml:12 ambiguous-alias",
    "clients.yml:14 shared-homepage", "clients.yml:15 invalid-curated-data",
    "features.yml:3 deprecated-without-successor",
  ]

  @Test func eachFaultIsFoundByItsRule() throws {
    let site = try TemporarySite()
    try site.add("POP.txt", Self.page)
    try site.add("clients.yml", Self.clients)
    try site.add("features.yml", Self.features)
    let report = try SiteBuilder(content: site.content, asOf: "2026-01-02", version: "test").check()
    let found = report.diagnostics.map { finding in
      let bytes = report.sources[finding.place.path]?.bytes ?? []
      let line = bytes[..<(finding.place.range?.lower ?? 0)].count { $0 == 0x0A } + 1
      return "\(finding.place.path):\(line) \(finding.rule)"
    }
    #expect(found == Self.expected)
  }
}
