import CompatibilityChanges
import GuideModel
@preconcurrency import Rainbow
import SourceText

/// The colours of printed findings, or none.
struct Palette {
  private let isColoured: Bool

  /// What a colour puts before and behind text, for whoever writes bytes.
  struct Stroke {
    let before: [UInt8]
    let behind: [UInt8]

    /// - Parameter paint: gives text a colour.
    init(_ paint: (String) -> String) {
      let painted = paint("x")
      let letter = painted.firstIndex(of: "x") ?? painted.startIndex
      before = Array(painted[..<letter].utf8)
      behind = Array(painted[letter...].dropFirst().utf8)
    }
  }

  static let plain = Palette(isColoured: false)

  /// Colours only for a terminal whose user has not set `NO_COLOR`.
  static var standardError: Palette {
    let isColoured =
      StandardStreams.errorsGoToTerminal && StandardStreams.variable("NO_COLOR") == nil
    return Palette(isColoured: isColoured)
  }

  /// The same for results.
  static var standardOutput: Palette {
    let isColoured =
      StandardStreams.resultsGoToTerminal && StandardStreams.variable("NO_COLOR") == nil
    return Palette(isColoured: isColoured)
  }

  func severity(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: paint(text, .red)
    case .warning: paint(text, .yellow)
    case .note: paint(text, .cyan)
    }
  }

  /// Losses are red, gains green; the rest is as other text.
  func change(_ text: String, _ kind: ChangeSection) -> String {
    switch kind.weight {
    case .major: isColoured ? text.applyingColor(.red) : text
    case .minor: isColoured ? text.applyingColor(.green) : text
    case .patch, .none: text
    }
  }

  func strong(_ text: String) -> String {
    isColoured ? text.applyingStyle(.bold) : text
  }

  func faint(_ text: String) -> String {
    isColoured ? text.applyingStyle(.dim) : text
  }

  func added(_ text: String) -> String {
    isColoured ? text.applyingColor(.green) : text
  }

  func removed(_ text: String) -> String {
    isColoured ? text.applyingColor(.red) : text
  }

  /// A support level: what works is green, what does not red, the rest yellow.
  func level(_ text: String, _ level: SupportLevel?) -> String {
    guard isColoured else { return text }
    return switch level {
    case .native, .manual: text.applyingColor(.green)
    case .unsupported: text.applyingColor(.red)
    case .partial, .untested, nil: text.applyingColor(.yellow)
    }
  }

  private func paint(_ text: String, _ colour: NamedColor) -> String {
    isColoured ? text.applyingColor(colour).applyingStyle(.bold) : text
  }
}
