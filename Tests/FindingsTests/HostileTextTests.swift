import Findings
import Foundation
import SourceText
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Text of pages cannot leave the place that a form has for it.
@Suite struct HostileTextTests {
  private let file = SourceFile(path: "dir/a,b:c%\u{301}.txt", text: Sample.hostile + "\nbad\n")

  private var report: FindingsReport {
    let note = Diagnostic.Note(Sample.hostile, at: SourcePlace(file.path, SourceRange(0, 5)))
    let finding = Sample.finding(
      "a%0A", in: file, message: Sample.hostile, notes: [note], suggestion: Sample.hostile,
      subject: Sample.hostile)
    return Sample.report(Sample.records([finding], file))
  }

  @Test func gitHubCommandsStayOneALine() throws {
    let text = Sample.text(.github, report)
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 2)
    #expect(!text.utf8.contains(UInt8(ascii: "\r")))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    // What GitHub documents: properties end at the first "::" behind the command's name.
    let command = String(decoding: lines[1], as: UTF8.self)
    #expect(command.hasPrefix("::error file=dir/a%2Cb%3Ac%25\u{301}.txt,line=1,endLine=1,col=1,"))
    let end = try #require(command.dropFirst(2).range(of: "::", options: .literal))
    #expect(command[..<end.lowerBound].hasSuffix("title=made-up"))
    #expect(command[end.upperBound...].hasPrefix("a%250A::error::b"))
  }

  @Test func xmlIsReadBack() throws {
    let parser = XMLParser(data: Data(Sample.text(.junit, report).utf8))
    let reader = Elements()
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.names == ["testsuites", "testsuite", "testcase", "failure"])
    #expect(reader.message.contains("]]> </failure><script>&amp;"))
  }

  private final class Elements: NSObject, XMLParserDelegate {
    var names: [String] = []
    var message = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      names.append(name)
      message = attributes["message"] ?? message
    }
  }

  @Test func jsonIsReadBack() throws {
    for form in [FindingsForm.json, .sarif] {
      let bytes = form.bytes(report)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }
  }

  @Test func sarifHasNeitherLinksNorPlaceholdersOfPages() throws {
    let text = Sample.text(.sarif, report)
    #expect(text.contains(#"\\[x\\](javascript:1) {{0}}"#))
    #expect(text.contains("\"uri\": \"dir/a%2Cb%3Ac%25%CC%81.txt\""))
  }

  /// Every backtick of the text is shorter than the fence around it.
  @Test func markdownKeepsTextInCode() {
    let text = Sample.text(.markdown, report)
    #expect(text.contains("````a%0A::error::b"))
    #expect(!text.contains("\r"))
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("::") })
  }

  @Test func rangesOutsideTheFileAreCut() {
    let places = [
      SourceRange(0, 1_000_000), SourceRange(999_999, 1_000_000), SourceRange(9, 3),
      SourceRange(file.bytes.count, file.bytes.count),
    ]
    let findings = places.map {
      Diagnostic(
        rule: "made-up", severity: .error, place: SourcePlace(file.path, $0), message: "m",
        suggestion: .init($0, replacement: ""))
    }
    let report = Sample.report(Sample.records(findings, file))
    for form in FindingsForm.allCases { #expect(!form.bytes(report).isEmpty) }
    for finding in report.findings {
      #expect((1...4).contains(finding.place.region?.endLine ?? 0))
    }
  }

  @Test func longLinesAreCutAroundThePlace() throws {
    let long = SourceFile(
      path: "long.txt", text: String(repeating: "あ", count: 5_000) + "bad" + Sample.hostile)
    let record = Sample.records([Sample.finding("bad", in: long)], long)[0]
    let excerpt = try #require(record.place.excerpt)
    #expect(excerpt.text.unicodeScalars.count == 200)
    #expect(record.place.region?.startColumn == 5_001)
    let start = excerpt.text.unicodeScalars.index(
      excerpt.text.unicodeScalars.startIndex, offsetBy: 5_001 - excerpt.column)
    #expect(excerpt.text.unicodeScalars[start...].starts(with: "bad".unicodeScalars))
    let huge = SourceFile(path: "huge.txt", text: String(repeating: "x", count: 3_000_000) + "bad")
    let place = Sample.records([Sample.finding("bad", in: huge)], huge)[0].place
    #expect(place.region?.startColumn == 3_000_001)
    #expect(place.excerpt == nil)
  }

  @Test func noFormHasAPassword() {
    let page = SourceFile(
      path: "p.txt", text: "before ftp://u:geheim@h/ and //u:geheim@h and http://geheim:geheim@h")
    let address = "ftp://u:geheim@h/"
    let finding = Sample.finding(
      "ftp:", in: page, message: "'\(address)' is bad",
      notes: [.init("see '\(address)'", at: SourcePlace("p.txt", SourceRange(30, 40)))],
      suggestion: address, subject: address)
    let report = Sample.report(Sample.records([finding], page))
    for form in FindingsForm.allCases {
      let text = Sample.text(form, report).replacing("geheim:******", with: "")
      #expect(!text.contains("geheim"), "\(form)")
    }
    #expect(report.findings[0].fix == nil)
  }
}
