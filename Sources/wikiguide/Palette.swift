@preconcurrency import Rainbow
import SourceText

/// The colours of printed findings, or none.
struct Palette {
  private let isColoured: Bool

  static let plain = Palette(isColoured: false)

  /// Colours only for a terminal whose user has not set `NO_COLOR`.
  static var standardError: Palette {
    let isColoured =
      StandardStreams.errorsGoToTerminal && StandardStreams.variable("NO_COLOR") == nil
    return Palette(isColoured: isColoured)
  }

  func severity(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: paint(text, .red)
    case .warning: paint(text, .yellow)
    case .note: paint(text, .cyan)
    }
  }

  func strong(_ text: String) -> String {
    isColoured ? text.applyingStyle(.bold) : text
  }

  func faint(_ text: String) -> String {
    isColoured ? text.applyingStyle(.dim) : text
  }

  private func paint(_ text: String, _ colour: NamedColor) -> String {
    isColoured ? text.applyingColor(colour).applyingStyle(.bold) : text
  }
}
