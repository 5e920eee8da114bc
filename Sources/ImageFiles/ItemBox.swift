/// A box of the container that AVIF shares with MP4: length, name, content.
struct ItemBox {
  let start: Int
  let name: ChunkName
  var content: Int
  /// May lie behind the end of a file that is cut off.
  var end: Int

  /// The same box, its content without the four bytes that tell version and flags.
  var withoutVersion: ItemBox {
    var box = self
    box.content += 4
    return box
  }
}

extension ByteSource {
  /// More boxes than this stand in no other box of a picture.
  private static let mostChildren = 4096

  /// - Parameter start: an offset in the file.
  /// - Parameter end: where a box that says it goes on to the end does end.
  /// - Returns: nil where the box is shorter than its own head.
  mutating func box(at start: Int, end: Int) -> ItemBox? {
    guard let short = bigEndian(at: start, count: 4), let name = chunkName(at: start + 4) else {
      // A head that is cut off reaches behind the file in any case.
      return ItemBox(start: start, name: "head", content: count, end: start + 8)
    }
    var (length, head) = (short, 8)
    if short == 1 {
      guard let long = bigEndian(at: start + 8, count: 8) else {
        return ItemBox(start: start, name: name, content: count, end: start + 16)
      }
      (length, head) = (long, 16)
    } else if short == 0 {
      length = end - start
    }
    guard length >= head else { return nil }
    let (sum, isTooLarge) = start.addingReportingOverflow(length)
    return ItemBox(
      start: start, name: name, content: start + head, end: isTooLarge ? .max : sum)
  }

  /// The boxes in a box. One that is longer than the box around it ends with that.
  mutating func children(of parent: ItemBox) -> [ItemBox] {
    var boxes: [ItemBox] = []
    var position = parent.content
    let end = min(parent.end, count)
    while end - position >= 8, boxes.count < Self.mostChildren,
      var box = box(at: position, end: end)
    {
      position = box.end
      box.end = min(box.end, end)
      boxes.append(box)
    }
    return boxes
  }

  mutating func child(_ name: ChunkName, of parent: ItemBox) -> ItemBox? {
    children(of: parent).first { $0.name == name }
  }
}
