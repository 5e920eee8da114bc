import CompatibilityChanges
import Testing

/// What is kept of changes from one publication to the next.
@Suite struct HistoryTests {
  private func list(_ level: String, asOf: String) -> [UInt8] {
    Array(
      SampleList(
        asOf: asOf, clients: [.init(id: "becky", name: "Becky!")],
        statements: [.init(client: "becky", level: level)]
      ).json.utf8)
  }

  private func digest(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: String(repeating: "0", count: 16 - digits.count) + digits, count: 4)
  }

  @Test func aFirstListBeginsAnEmptyRecord() {
    let (history, losses) = ChangeMemory().history(
      publishing: list("native", asOf: "2026-01-01"), asOf: "2026-01-01", digest: digest)
    #expect(history == ChangeHistory(begins: "2026-01-01"))
    #expect(losses.isEmpty)
  }

  @Test func anotherDayAloneIsNoChange() {
    let memory = ChangeMemory(list: list("native", asOf: "2026-01-01"))
    let (history, _) = memory.history(
      publishing: list("native", asOf: "2026-02-01"), asOf: "2026-02-01", digest: digest)
    #expect(history == ChangeHistory(begins: "2026-01-01"))
  }

  @Test func whatComesAndGoesOnOneDayDoesBoth() throws {
    var history = ChangeHistory(begins: "2026-01-01")
    let (one, other) = (
      try PublishedList(list("native", asOf: "2026-01-01")),
      try PublishedList(list("manual", asOf: "2026-01-01"))
    )
    for _ in 0..<2 {
      history.add(ListDifference(from: one, to: other), digest: digest)
      history.add(ListDifference(from: other, to: one), digest: digest)
    }
    #expect(history.entries.count == 4)
    #expect(Set(history.entries.map(\.id)).count == 4)
    #expect(history.entries.first?.changes.first?.section == .upgrade)
  }

  @Test func onlyTheNewestAreKept() throws {
    var history = ChangeHistory(begins: "2026-01-01")
    let (one, other) = (
      try PublishedList(list("native", asOf: "2026-01-01")),
      try PublishedList(list("manual", asOf: "2026-01-02"))
    )
    for _ in 0..<60 { history.add(ListDifference(from: one, to: other), digest: digest) }
    #expect(history.entries.count == ChangeHistory.mostEntries)
  }

  @Test func whatCannotBeReadIsLostAndSaid() {
    let memory = ChangeMemory(list: Array("{".utf8), record: Array("[]".utf8))
    let (history, losses) = memory.history(
      publishing: list("native", asOf: "2026-01-01"), asOf: "2026-01-01", digest: digest)
    #expect(history == ChangeHistory(begins: "2026-01-01"))
    #expect(losses.count == 2)
  }
}
