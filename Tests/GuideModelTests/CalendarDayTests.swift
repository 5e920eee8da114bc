import GuideModel
import Testing

/// Days as authors write them.
@Suite struct CalendarDayTests {
  @Test(arguments: ["2026-11-05", "2026/11/5", "2026年11月5日", "2026.11.05"])
  func daysAreRead(_ text: String) {
    #expect(CalendarDay(text)?.text == "2026-11-05")
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "26-1-1", "2026-1", "2026-11-05 noon", ""])
  func whatIsNoDayIsNotRead(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func leapDaysExist() {
    #expect(CalendarDay("2028-02-29") != nil && CalendarDay("2000-02-29") != nil)
    #expect(CalendarDay("2100-02-29") == nil)
  }
}
