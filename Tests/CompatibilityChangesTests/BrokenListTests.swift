import CompatibilityChanges
import Testing

/// Files that are no lists are refused with the place where that shows, whatever they hold.
@Suite struct BrokenListTests {
  private let sample = Array(
    SampleList(
      clients: [.init(id: "becky", name: "ベッキー😀 \\u00e9 \\\"x\\\"")],
      statements: [.init(client: "becky", level: "native")]
    ).json.utf8)

  private func fault(_ text: String) -> String {
    do throws(ListFault) {
      _ = try PublishedList(Array(text.utf8))
      return "none"
    } catch {
      return "\(error.line):\(error.column): \(error.message)"
    }
  }

  @Test func aListThatIsCutAnywhereIsRefused() throws {
    _ = try PublishedList(sample)
    let lines = sample.count { $0 == UInt8(ascii: "\n") } + 1
    for count in sample.indices {
      do throws(ListFault) {
        _ = try PublishedList(Array(sample[..<count]))
        Issue.record("\(count) bytes are taken for a list")
      } catch {
        #expect((1...lines).contains(error.line) && error.column >= 1)
        #expect(!error.message.isEmpty)
      }
    }
  }

  @Test func aByteThatIsChangedNeverCrashes() {
    for index in sample.indices {
      for byte: UInt8 in [0, UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "]"), 0xFF] {
        var bytes = sample
        bytes[index] = byte
        _ = try? PublishedList(bytes)
      }
    }
  }

  @Test func eachFaultHasItsPlace() {
    #expect(fault("") == "1:1: the file is empty")
    #expect(fault(" \n ") == "1:1: the file is empty")
    #expect(fault("[1, 2]") == "1:1: the list is a list and should be an object")
    #expect(fault("{}").hasPrefix("1:1: this is no compatibility list"))
    #expect(fault("{\n \"a\" 1}").hasPrefix("2:6: this is no JSON: "))
    #expect(fault("{\"a\": 1,\n  \"a\": 2}") == "2:3: the key 'a' stands here for the second time")
    #expect(fault("{\"a\": [1, 2}").hasPrefix("1:12: this is no JSON"))
  }

  @Test func wrongShapesHaveTheirPlace() {
    func changed(_ old: String, _ new: String) -> String {
      fault(String(decoding: sample, as: UTF8.self).replacing(old, with: new))
    }
    #expect(changed("\"1.0.0\"", "\"2.0.0\"").hasPrefix("2:30: this list has schema 2.0.0"))
    #expect(
      changed("\"1.0.0\"", "1")
        == "2:30: 'schema_version' of '__meta' of the list is a number and should be a text")
    #expect(changed("2026-01-02", "yesterday") == "2:48: 'yesterday' is no day such as 2025-12-31")
    #expect(changed("\"native\"", "\"superb\"").contains("there is no level 'superb'"))
    #expect(changed("\"E1\": {", "\"E2\": {").contains("there is no evidence 'E1'"))
    #expect(changed("\"becky\": [", "\"nobody\": [").contains("there is no client 'nobody'"))
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(fault("{\"a\": " + deep).contains("nested more than 32 deep"))
  }
}
