import HTMLScan

/// Finds the tags of a page that another host sent, whole and in two pieces.
enum TagFuzzer {
  static func take(_ bytes: [UInt8]) {
    let whole = tags(bytes)
    for tag in whole { precondition(tag.range.upperBound <= bytes.count) }
    guard let selector = bytes.first else { return }
    let cut = min(bytes.count, Int(selector))
    precondition(tags(bytes, cutAt: cut) == whole.count)
  }

  private static func tags(_ bytes: [UInt8]) -> [HTMLTag] {
    var reader = HTMLTags()
    var tags: [HTMLTag] = []
    while let tag = reader.next(in: bytes.span) {
      var attributes = tag.attributes
      while let attribute = attributes.next(in: bytes.span) {
        precondition(attribute.value.upperBound <= bytes.count)
      }
      tags.append(tag)
    }
    return tags
  }

  private static func tags(_ bytes: [UInt8], cutAt cut: Int) -> Int {
    var reader = HTMLTags()
    var count = 0
    let first = Array(bytes[..<cut])
    while reader.next(in: first.span, isLast: false) != nil { count += 1 }
    let rest = Array(bytes[reader.position...])
    reader.rebase()
    while reader.next(in: rest.span) != nil { count += 1 }
    return count
  }
}
