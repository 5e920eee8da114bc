import Findings
import SourceText
import Testing

@Suite struct FingerprintTests {
  private func fingerprints(_ text: String, subject: String? = nil) -> [String] {
    let file = SourceFile(path: "a.txt", text: text)
    return Sample.records([Sample.finding("bad", in: file, subject: subject)], file)
      .map(\.fingerprint)
  }

  @Test func editsAboveDoNotMatter() {
    #expect(fingerprints("bad\n") == fingerprints("new\n\nlines and bad\n"))
  }

  @Test func fileSubjectAndStepMatter() {
    let file = SourceFile(path: "a.txt", text: "bad")
    let other = SourceFile(path: "b.txt", text: "bad")
    let first = Sample.finding("bad", in: file)
    var inStep = first
    inStep.context.step = "3"
    var inGuide = first
    inGuide.context.guide = "3"
    let all = [
      first, inStep, inGuide, Sample.finding("bad", in: file, subject: "x"),
      Sample.finding("bad", in: other),
    ]
    #expect(Set(Sample.records(all, file, other).map(\.fingerprint)).count == 5)
  }

  /// The message may say more than what the finding is about: how many steps there are, say.
  @Test func messageIsForgottenWhereThereIsASubject() {
    let file = SourceFile(path: "a.txt", text: "bad")
    let one = Sample.finding("bad", in: file, message: "one of 7", subject: "x")
    let two = Sample.finding("bad", in: file, message: "one of 8", subject: "x")
    #expect(
      Sample.records([one], file)[0].fingerprint == Sample.records([two], file)[0].fingerprint)
  }

  @Test func equalOnesAreCountedInTheOrderOfTheFile() {
    let file = SourceFile(path: "a.txt", text: "1bad 2bad 3bad")
    let findings = ["2bad", "3bad", "1bad"].map { Sample.finding($0, in: file) }
    let fingerprints = Sample.records(findings, file).map(\.fingerprint)
    let base = fingerprints[2]
    #expect(fingerprints == [base + "-2", base + "-3", base])
  }

  @Test func passwordIsNotPartOfIt() {
    #expect(
      fingerprints("bad", subject: "ftp://u:geheim@h/")
        == fingerprints("bad", subject: "ftp://u:secret@h/"))
  }

  @Test func baselineKeepsWhatItWasWrittenFor() {
    let file = SourceFile(path: "a.txt", text: "1bad 2bad")
    let old = Sample.records([Sample.finding("1bad", in: file)], file)
    let known = SourceFile(path: "known", text: Baseline.text(of: old))
    let (baseline, findings) = Baseline.read(known)
    #expect(findings.isEmpty)
    let both = Sample.records(
      [Sample.finding("1bad", in: file), Sample.finding("2bad", in: file)], file)
    #expect(baseline.split(both).isNew == [false, true])
    #expect(baseline.split(both).stale.isEmpty)
    #expect(baseline.split([]).stale.map(\.path) == ["a.txt"])
  }

  @Test func baselineHoldsHostileTextOnOneLine() {
    let file = SourceFile(path: "a\tb\n.txt", text: "bad")
    let records = Sample.records(
      [Sample.finding("bad", in: file, subject: Sample.hostile + "\t\n")], file)
    let text = Baseline.text(of: records)
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 2)
    let (baseline, findings) = Baseline.read(SourceFile(path: "known", text: text))
    #expect(findings.isEmpty)
    #expect(baseline.split(records).isNew == [false])
  }
}
