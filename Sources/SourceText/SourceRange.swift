/// A stretch of a file: two byte offsets, the end not included.
///
/// The one type that is inlinable across modules, because loops over bytes make millions of them.
@frozen
public struct SourceRange: Sendable, Hashable {
  public let start: UInt32
  public let end: UInt32

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: max(start, end))
  }

  @inlinable public var lower: Int { Int(start) }
  @inlinable public var upper: Int { Int(end) }
  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var isEmpty: Bool { start == end }

  /// The smallest range that holds this one and `other`.
  @inlinable
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }

  @inlinable
  public func contains(_ offset: Int) -> Bool { offset >= lower && offset < upper }

  @inlinable
  public func contains(_ other: SourceRange) -> Bool {
    other.start >= start && other.end <= end
  }
}

extension SourceRange: Comparable {
  @inlinable
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }
}
