import SourceText
import Testing
import Validation

/// Every rule is right about the examples that document it.
@Suite struct RuleExampleTests {
  /// Those of the wiki's pages; those of published sites are tried where files can be read.
  private static let names = RuleCatalog.all.filter { !$0.isFoundInOutput }.map(\.name)

  @Test(arguments: names)
  func wrongExampleIsFound(_ name: String) throws {
    let rule = try #require(RuleCatalog.rule(named: name))
    let found = rule.wrong.diagnostics(of: rule)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.rule == name && $0.severity == rule.severity })
  }

  @Test(arguments: names)
  func rightExampleIsClean(_ name: String) throws {
    let rule = try #require(RuleCatalog.rule(named: name))
    let found = rule.right.diagnostics(of: rule)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  /// What is shown must be there to be shown, and what is suggested must be a place of the page.
  @Test(arguments: names)
  func findingsPointIntoTheirPage(_ name: String) throws {
    let rule = try #require(RuleCatalog.rule(named: name))
    for finding in rule.wrong.diagnostics(of: rule) {
      if rule.wrong.pictures.contains(where: { $0.path == finding.place.path }) { continue }
      let page = rule.wrong.pages.first { $0.path == finding.place.path }
      let data = rule.wrong.dataFiles[finding.place.path]
      let whole = SourceRange(0, try #require(page?.text.utf8.count ?? data?.bytes.count))
      for range in [finding.place.range, finding.suggestion?.range].compactMap({ $0 }) {
        #expect(whole.contains(range))
      }
      #expect(finding.message.first?.isUppercase != true)
    }
  }

  @Test func namesAreClaimsInKebabCase() {
    #expect(Set(Self.names).count == Self.names.count)
    for name in Self.names {
      let words = name.split(separator: "-", omittingEmptySubsequences: false)
      let isKebab = words.allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) }
      }
      #expect(isKebab, "\(name)")
      #expect(words.first != "no" && words.first != "check", "\(name)")
    }
  }

  @Test func aSlipFindsTheRuleThatIsMeant() {
    for name in Self.names { #expect(RuleCatalog.nearest(to: name + "s")?.name == name) }
    #expect(RuleCatalog.nearest(to: "zzzzzzzzzzzz") == nil)
  }
}
