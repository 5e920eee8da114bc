import Testing

@testable import Findings

@Suite struct GitHubCommandTests {
  @Test func placeholder() {}
}
