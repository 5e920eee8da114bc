/// The size of a picture as its file says it, in pixels.
package struct PixelSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  /// No screen shows more.
  private static let largest = 30_000

  package init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }

  /// - Parameter bytes: the file, or as much of its beginning as there is.
  /// - Returns: nil where the bytes are no picture of a known format, or say no sensible size.
  package init?(_ bytes: [UInt8]) {
    let facts = ImageFacts(inspecting: ByteSource(bytes), name: "", depth: .headers)
    guard let size = facts.size, max(size.width, size.height) <= Self.largest else { return nil }
    self = size
  }
}
