/// A range or none, in the room of a range: an optional one takes half as much again, and pages hold
/// thousands.
package struct PackedRange: Sendable {
  /// No file is so long that a stretch of it could begin here.
  private static let none = SourceRange(Int(UInt32.max), Int(UInt32.max))

  private let packed: SourceRange

  package init(_ range: SourceRange?) { packed = range ?? Self.none }

  package var range: SourceRange? { packed == Self.none ? nil : packed }
}
