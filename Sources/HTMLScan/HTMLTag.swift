/// A start tag: where it stands among the bytes that it was found in, and what it says.
///
/// Attributes are read when somebody asks, from the same bytes.
package struct HTMLTag: Sendable, Equatable {
  package let name: HTMLName
  /// From `<` to behind `>`.
  package let range: Range<Int>
  /// Where its attributes begin.
  let attributesStart: Int

  package var attributes: HTMLAttributes { HTMLAttributes(from: attributesStart) }

  /// The value of its first attribute of a name, as written between the quotes; nil without one.
  package func value(of name: HTMLName, in bytes: Span<UInt8>) -> Range<Int>? {
    var attributes = attributes
    while let attribute = attributes.next(in: bytes) {
      if attribute.name == name { return attribute.value }
    }
    return nil
  }
}
