import CompatibilityChanges
import Testing

/// Which changes are found between two lists, and which are none.
@Suite struct MatchingTests {
  private let base = SampleList(
    clients: [
      .init(id: "becky", name: "Becky!", aliases: ["Becky2"], asWritten: ["Becky! Internet Mail"]),
      .init(id: "hinata", name: "Hinata Mail"),
    ],
    statements: [
      .init(client: "becky", level: "native"),
      .init(client: "hinata", level: "manual", versions: SampleList.listed("5.5", "6")),
    ])

  @Test func theSameListHasNoChange() throws {
    let difference = try base.difference(to: base)
    #expect(difference.changes.isEmpty)
    #expect(difference.weight == .none)
    #expect(difference.movedEvidence == 0)
  }

  @Test func movedEvidenceIsCountedAlone() throws {
    var new = base
    new.shift = 4
    let difference = try base.difference(to: new)
    #expect(difference.changes.isEmpty)
    #expect(difference.movedEvidence == 1)
    #expect(difference.changedPages == 1)
  }

  @Test func aClientThatComesIsAnAddition() throws {
    var new = base
    new.clients.append(.init(id: "thunderbird", name: "Thunderbird"))
    new.statements.append(.init(client: "thunderbird", level: "manual"))
    #expect(try base.changes(to: new) == ["addition level thunderbird:  → manual"])
    #expect(try new.changes(to: base) == ["removal level thunderbird: manual → "])
  }

  @Test func aClientWithoutStatementsTellsItself() throws {
    var new = base
    new.clients.append(.init(id: "sakura", name: "Sakura"))
    #expect(try base.changes(to: new) == ["addition entry sakura:  → Sakura"])
  }

  @Test(arguments: [
    ("native", "manual", "downgrade"), ("manual", "partial", "downgrade"),
    ("partial", "manual", "upgrade"), ("unsupported", "partial", "upgrade"),
    ("untested", "unsupported", "addition"), ("untested", "native", "addition"),
    ("native", "untested", "downgrade"), ("unsupported", "untested", "downgrade"),
  ])
  func levelsAreOrdered(_ before: String, _ after: String, _ kind: String) throws {
    var (old, new) = (base, base)
    old.statements[0].level = before
    new.statements[0].level = after
    #expect(try old.changes(to: new) == ["\(kind) level becky: \(before) → \(after)"])
  }

  @Test func aNewIDWithAnOldNameIsNoRemoval() throws {
    var new = base
    new.clients[0] = .init(
      id: "becky-internet-mail", name: "Becky! Internet Mail", aliases: ["becky!"])
    new.statements[0].client = "becky-internet-mail"
    #expect(
      try base.changes(to: new) == [
        "note renamed becky-internet-mail: becky → becky-internet-mail"
      ])
  }

  @Test func aNameThatTwoClientsHaveMatchesNone() throws {
    var new = base
    new.clients[0] = .init(id: "one", name: "One", aliases: ["Becky!"])
    new.clients.append(.init(id: "two", name: "Two", aliases: ["Becky!"]))
    new.statements[0].client = "one"
    #expect(
      try base.changes(to: new)
        == [
          "removal level becky: native → ", "addition entry two:  → Two",
          "addition level one:  → native",
        ])
  }

  @Test func versionsNamedOneByOneComeAndGo() throws {
    var new = base
    new.statements[1].versions = SampleList.listed("6", "7")
    #expect(
      try base.changes(to: new) == [
        "removal level hinata 5.5: manual → ", "addition level hinata 7:  → manual",
      ])
  }

  @Test func namingVersionsIsNoRemoval() throws {
    var new = base
    new.statements[0].versions = SampleList.listed("1", "2")
    #expect(try base.changes(to: new) == ["version versions becky:  → 1, 2"])
    new.statements[0].versions = #"{"scope": "range", "from": "2"}"#
    #expect(try base.changes(to: new) == ["version versions becky:  → 2–"])
    new.statements[0].level = "manual"
    new.statements[0].versions = SampleList.listed("2")
    #expect(try base.changes(to: new) == ["downgrade level becky 2: native → manual"])
  }

  @Test func equalChangesAreOneLine() throws {
    var new = base
    new.statements[1].level = "partial"
    #expect(try base.changes(to: new) == ["downgrade level hinata 5.5 6: manual → partial"])
    new.statements[0].level = "partial"
    var old = base
    old.statements[0].level = "manual"
    #expect(
      try old.changes(to: new) == ["downgrade level becky, hinata 5.5 6: manual → partial"])
  }

  @Test func guidesAreComparedByTheirNumbers() throws {
    var (old, new) = (base, base)
    old.statements[0].more = #", "guide": {"id": "becky", "steps": 3, "images": 2}"#
    new.statements[0].more = #", "guide": {"id": "becky", "steps": 4, "images": 2, "url": "x"}"#
    #expect(try old.changes(to: new) == ["guide steps becky: 3 → 4"])
    #expect(try base.changes(to: new) == ["guide guide becky:  → becky"])
  }

  @Test func whatLaterSchemasAddIsRead() throws {
    var new = base
    new.schemaVersion = "1.7.0"
    new.clients[0].more = """
      , "vendor": {"name": "Rimarts", "basis": "curated", "evidence": ["E1"]},
      "lifecycle": {"status": "ended", "ended_on": "2020-01-01", "basis": "curated"},
      "software_license": "MPL-2.0", "unheard_of": {"a": [1, 2.5e3, null, true]}
      """
    new.statements[0].more =
      #", "verified": {"on": "2026-01-01", "method": "hands-on", "by": "staff"}"#
    #expect(
      try base.changes(to: new) == [
        "note vendor becky:  → Rimarts", "note license becky:  → MPL-2.0",
        "note lifecycle becky:  → ended, ended_on 2020-01-01",
        "note verified becky:  → 2026-01-01, by staff, method hands-on",
      ])
  }
}
