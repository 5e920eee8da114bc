/// Why a file is no list that can be read, and where in it that shows.
package struct ListFault: Error, Sendable, Equatable {
  /// One lower-case sentence; may quote the file, so whoever prints it escapes it.
  package let message: String
  /// From 1; the column counts Unicode scalars.
  package let line: Int
  package let column: Int
  /// The same place in bytes.
  package let offset: Int

  init(_ fault: PlacedFault, in bytes: [UInt8]) {
    message = fault.message
    let end = min(fault.offset, bytes.count)
    offset = end
    let lineEnd = UInt8(ascii: "\n")
    let start = (bytes[..<end].lastIndex(of: lineEnd) ?? -1) + 1
    line = bytes[..<start].count { $0 == lineEnd } + 1
    column = bytes[start..<end].count { $0 & 0xC0 != 0x80 } + 1
  }
}

/// The same while it is being read, with its place in bytes.
struct PlacedFault: Error {
  let message: String
  let offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  init(_ message: String, at node: JSONNode) { self.init(message, at: node.offset) }
}
