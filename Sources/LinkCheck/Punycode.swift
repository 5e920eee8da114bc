/// The ASCII form of one label of a host name, after RFC 3492.
enum Punycode {
  /// `xn--…`, or the label itself where it is ASCII; nil where it is too long to be one.
  static func encoded(_ label: String) -> String? {
    let scalars = label.unicodeScalars.map(\.value)
    guard scalars.contains(where: { $0 >= 0x80 }) else { return label }
    // A label has 63 bytes, so that a longer one cannot be right; the arithmetic stays small.
    guard scalars.count <= 63 else { return nil }
    let basic = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    var output = basic
    if !basic.isEmpty { output.append(UInt8(ascii: "-")) }
    var next = 0x80
    var delta = 0
    var bias = 72
    var handled = basic.count
    while handled < scalars.count {
      let smallest = scalars.filter { $0 >= next }.min().map { Int($0) } ?? 0
      delta += (smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        appendVariableLength(delta, bias: bias, to: &output)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic.count)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return "xn--" + String(decoding: output, as: UTF8.self)
  }

  private static let base = 36

  private static func appendVariableLength(_ delta: Int, bias: Int, to output: inout [UInt8]) {
    var rest = delta
    var position = base
    while true {
      let threshold = min(max(position - bias, 1), 26)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(rest))
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += base
    }
    return steps + 36 * delta / (delta + 38)
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 97 : value - 26 + 48)
  }
}
