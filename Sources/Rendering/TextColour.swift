/// The colours that authors give to text, as the few that the style sheet shows in light and in dark.
enum TextColour: String, CaseIterable {
  case red, orange, green, blue, purple, gray

  /// The nearest of ours; nil for black, white and what is no colour.
  /// - Parameter written: a name of CSS, or `#` with three or six hexadecimal digits.
  init?(_ written: String) {
    let word = written.lowercased()
    if let colour = Self.names.first(where: { $0.value.contains(word) })?.key {
      self = colour
    } else if let (red, green, blue) = Self.parts(word),
      let colour = Self.nearest(red: red, green: green, blue: blue)
    {
      self = colour
    } else {
      return nil
    }
  }

  private static let names: [TextColour: Set<String>] = [
    .red: ["red", "crimson", "maroon", "firebrick", "darkred", "tomato", "brown", "indianred"],
    .orange: ["orange", "darkorange", "gold", "yellow", "orangered", "coral", "chocolate"],
    .green: ["green", "lime", "olive", "darkgreen", "forestgreen", "limegreen", "seagreen"],
    .blue: [
      "blue", "navy", "royalblue", "teal", "cyan", "aqua", "skyblue", "darkblue", "mediumblue",
      "steelblue", "dodgerblue",
    ],
    .purple: ["purple", "magenta", "fuchsia", "violet", "pink", "deeppink", "hotpink", "indigo"],
    .gray: ["gray", "grey", "silver", "darkgray", "dimgray", "lightgray"],
  ]

  private static func parts(_ word: String) -> (Int, Int, Int)? {
    guard word.hasPrefix("#"), let value = Int(word.dropFirst(), radix: 16) else { return nil }
    switch word.utf8.count {
    case 4: return ((value >> 8) * 17, (value >> 4 & 15) * 17, (value & 15) * 17)
    case 7: return (value >> 16, value >> 8 & 255, value & 255)
    default: return nil
    }
  }

  private static func nearest(red: Int, green: Int, blue: Int) -> TextColour? {
    let (low, high) = (min(red, green, blue), max(red, green, blue))
    guard high - low >= 48 else { return (80...200).contains(high) ? .gray : nil }
    if high == red { return green * 2 > red ? .orange : blue * 2 > red ? .purple : .red }
    if high == green { return .green }
    return red * 2 > blue ? .purple : .blue
  }
}
