import Site
import Synchronization
import Testing

@testable import wikiguide

/// What is shown of long work, with a clock that the test turns.
@Suite struct ProgressTests {
  private final class Terminal: Sendable {
    private let text = Mutex("")
    private let time = Mutex(ContinuousClock.now)

    var shown: String { text.withLock { $0 } }
    func wait(_ duration: Duration) { time.withLock { $0 += duration } }

    func screen(_ form: ProgressScreen.Form, columns: Int = 80) -> ProgressScreen {
      ProgressScreen(
        form, write: { part in self.text.withLock { $0 += part } }, columns: { columns },
        now: { self.time.withLock { $0 } })
    }
  }

  private typealias State = WorkProgress.State
  private static let eraseLine = "\r\u{1B}[2K"

  @Test func shortWorkSaysNothing() {
    for form in [ProgressScreen.Form.nothing, .bar, .lines] {
      let terminal = Terminal()
      let screen = terminal.screen(form)
      let round = screen.begin()
      terminal.wait(.milliseconds(200))
      screen.phaseBegins(ended: nil, begun: State(.rendering, total: 10))
      _ = screen.show(State(.rendering, done: 3, total: 10), round: round)
      screen.end(State(.rendering, done: 10, total: 10))
      #expect(terminal.shown.isEmpty)
    }
  }

  @Test func longWorkHasALineForEachPhase() {
    let terminal = Terminal()
    let screen = terminal.screen(.lines)
    let round = screen.begin()
    terminal.wait(.seconds(3))
    for done in [3, 4] {
      _ = screen.show(State(.readingPages, done: done, total: 10), round: round)
    }
    screen.phaseBegins(ended: nil, begun: State(.pictures, total: 0))
    screen.phaseBegins(ended: nil, begun: State(.rendering, total: 20))
    screen.end(nil)
    #expect(terminal.shown == "reading pages: 3 of 10\nrendering: 0 of 20\n")
  }

  @Test func barIsTakenAway() {
    let terminal = Terminal()
    let screen = terminal.screen(.bar)
    let round = screen.begin()
    terminal.wait(.seconds(1))
    #expect(screen.show(State(.rendering, done: 5, total: 10), round: round))
    screen.end(nil)
    #expect(terminal.shown.hasPrefix(Self.eraseLine + "rendering ████████████░░░░░░░░░░░░ 5 of 10"))
    #expect(terminal.shown.hasSuffix(Self.eraseLine))
    #expect(!screen.show(State(.rendering, done: 6, total: 10), round: round), "it has ended")
  }

  @Test(arguments: [1, 5, 12, 20, 30, 40, 60, 200])
  func barFitsTheTerminal(_ columns: Int) {
    for phase in WorkProgress.Phase.allCases {
      let state = State(phase, done: 1204, total: 10000, remark: "3 dead, 1 host waiting")
      #expect(DisplayWidth.of(ProgressLine.bar(state, columns: columns)) <= columns)
      #expect(DisplayWidth.of(ProgressLine.bar(State(phase), columns: columns)) <= columns)
    }
  }

  @Test func jsonSaysEveryPhase() {
    let terminal = Terminal()
    let screen = terminal.screen(.json)
    let progress = WorkProgress { screen.phaseBegins(ended: $0, begun: $1) }
    _ = screen.begin()
    progress.begin(.findingFiles)
    progress.begin(.readingPages, total: 2)
    for _ in 0..<2 { progress.step() }
    progress.begin(.publishing)
    screen.end(progress.state)
    #expect(
      terminal.shown == """
        {"phase":"finding-files","done":0,"total":null}
        {"phase":"reading-pages","done":0,"total":2}
        {"phase":"reading-pages","done":2,"total":2}
        {"phase":"publishing","done":0,"total":null}

        """)
  }

  /// Other programs read them.
  @Test func namesOfPhasesStay() {
    #expect(
      WorkProgress.Phase.allCases.map(\.rawValue) == [
        "finding-files", "reading-pages", "pictures", "checking", "rendering",
        "writing", "publishing", "asking-addresses",
      ])
  }

  @Test func timesAreShort() {
    #expect(Summary.time(.milliseconds(1234)) == "took 1.23 s\n")
    #expect(Summary.time(.milliseconds(46)) == "took 0.05 s\n")
    #expect(Summary.time(.seconds(61)) == "took 61.00 s\n")
  }
}
