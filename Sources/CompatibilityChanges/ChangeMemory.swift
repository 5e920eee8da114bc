/// What an earlier publication left behind: its list, and what had changed until then.
package struct ChangeMemory: Sendable {
  private let list: [UInt8]?
  private let record: [UInt8]?

  /// A file that was left behind and cannot be read.
  package enum Loss: Error, Sendable {
    case list(ListFault)
    case record(ListFault)
  }

  /// - Parameters:
  ///   - list: the bytes of the list as it was published; nil where there is none.
  ///   - record: those of the record of changes.
  package init(list: [UInt8]? = nil, record: [UInt8]? = nil) {
    self.list = list
    self.record = record
  }

  /// The record, with what the new list changed; what was left behind and cannot be read.
  ///
  /// What cannot be read is as if it were not there. The record of a site that has none begins with
  /// the list that is there, else with the new one.
  /// - Parameters:
  ///   - new: the new list as it will be published.
  ///   - asOf: the date that it bears.
  ///   - digest: SHA-256 of bytes in hexadecimal digits.
  package func history(
    publishing new: [UInt8], asOf: String, digest: ([UInt8]) -> String
  ) -> (history: ChangeHistory, losses: [Loss]) {
    var losses: [Loss] = []
    var history: ChangeHistory?
    do throws(ListFault) {
      history = try record.map { bytes throws(ListFault) in try ChangeHistoryReader.read(bytes) }
    } catch {
      losses.append(.record(error))
    }
    guard let list, list != new else {
      return (history ?? ChangeHistory(begins: asOf), losses)
    }
    do throws(ListFault) {
      let old = try PublishedList(list)
      var known = history ?? ChangeHistory(begins: old.asOf)
      // A list that was just written can be read; were it not so, nothing is known to have changed.
      if let new = try? PublishedList(new) {
        known.add(ListDifference(from: old, to: new), digest: digest)
      }
      return (known, losses)
    } catch {
      losses.append(.list(error))
      return (history ?? ChangeHistory(begins: asOf), losses)
    }
  }
}
