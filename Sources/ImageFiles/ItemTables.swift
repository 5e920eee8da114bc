/// The tables of a picture's `meta` box: which item is the picture, what it is like, where it lies.
extension ByteSource {
  /// The number of the item that is shown.
  mutating func mainItem(_ meta: ItemBox) -> Int? {
    guard let box = child("pitm", of: meta), let version = byte(at: box.content) else { return nil }
    return bigEndian(at: box.content + 4, count: version == 0 ? 2 : 4)
  }

  /// Which properties an item has, counted from 1; nil where no table tells.
  ///
  /// Each entry: the item, a count, then so many indices of one or two bytes, the highest bit aside.
  mutating func propertyIndices(of item: Int?, in properties: ItemBox) -> Set<Int>? {
    guard let item, let box = child("ipma", of: properties),
      let head = bigEndian(at: box.content, count: 4),
      let entries = bigEndian(at: box.content + 4, count: 4)
    else { return nil }
    let itemWidth = head >> 24 == 0 ? 2 : 4
    let indexWidth = head & 1 == 0 ? 1 : 2
    var position = box.content + 8
    let end = min(box.end, count)
    for _ in 0..<entries {
      guard position < end, let id = bigEndian(at: position, count: itemWidth),
        let associations = byte(at: position + itemWidth)
      else { return nil }
      position += itemWidth + 1
      if id == item {
        let mask = 1 << (8 * indexWidth - 1) - 1
        return Set(
          (0..<Int(associations)).compactMap {
            bigEndian(at: position + $0 * indexWidth, count: indexWidth).map { $0 & mask }
          })
      }
      position += indexWidth * Int(associations)
    }
    return nil
  }

  /// The end of the part of any item that lies farthest back in the file.
  ///
  /// The head tells how wide the numbers are. Each entry: the item, how its place is meant, which
  /// other file, a base; then a count of parts of index, offset and length.
  mutating func farthestPlace(in box: ItemBox) -> Int? {
    guard let version = byte(at: box.content),
      let widths = bigEndian(at: box.content + 4, count: 2),
      let items = bigEndian(at: box.content + 6, count: version < 2 ? 2 : 4)
    else { return nil }
    let (offsetWidth, lengthWidth) = (widths >> 12, widths >> 8 & 15)
    let (baseWidth, indexWidth) = (widths >> 4 & 15, version == 0 ? 0 : widths & 15)
    guard [offsetWidth, lengthWidth, baseWidth, indexWidth].allSatisfy({ $0 <= 8 }) else {
      return nil
    }
    var position = box.content + (version < 2 ? 8 : 10)
    let end = min(box.end, count)
    var farthest: Int?
    for _ in 0..<items {
      guard position < end else { break }
      position += version < 2 ? 2 : 4
      var isInFile = true
      if version > 0 {
        isInFile = bigEndian(at: position, count: 2).map { $0 & 15 == 0 } ?? false
        position += 2
      }
      position += 2
      guard let base = bigEndian(at: position, count: baseWidth),
        let parts = bigEndian(at: position + baseWidth, count: 2)
      else { return farthest }
      position += baseWidth + 2
      for _ in 0..<parts {
        guard position < end else { break }
        position += indexWidth
        guard let offset = bigEndian(at: position, count: offsetWidth),
          let length = bigEndian(at: position + offsetWidth, count: lengthWidth)
        else { return farthest }
        position += offsetWidth + lengthWidth
        if isInFile { farthest = max(farthest ?? 0, Self.sum(base, offset, length)) }
        // Parts without any numbers would make this loop long for nothing.
        if offsetWidth + lengthWidth + indexWidth == 0 { break }
      }
    }
    return farthest
  }

  /// A sum that stays at the largest number.
  private static func sum(_ numbers: Int...) -> Int {
    numbers.reduce(0) { total, number in
      let (sum, isTooLarge) = total.addingReportingOverflow(number)
      return isTooLarge ? .max : sum
    }
  }
}
