/// The address by which an author's editor opens a file at a line.
extension ConfigurationDecoder {
  /// The schemes of editors: what a browser hands over to one. Nothing that a browser would run.
  private static let editorSchemes = [
    "vscode", "vscode-insiders", "vscodium", "cursor", "windsurf", "zed", "idea", "pycharm",
    "webstorm", "phpstorm", "jetbrains", "subl", "txmt", "mvim", "vim", "nvim", "emacs", "helix",
    "kate", "gedit", "nova", "bbedit", "editor",
  ]

  /// `vscode://file/{path}:{line}:{column}`
  mutating func editor(_ node: ConfigurationNode) -> String? {
    guard let text = text(node, of: "editor") else { return nil }
    let scheme = text.firstRange(of: "://").map { String(text[..<$0.lowerBound]) } ?? ""
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`|'".utf8.contains($0) }),
      text.contains("{path}"), Self.editorSchemes.contains(scheme)
    else {
      report(
        "the editor '\(text)' is no address that opens a file in an editor", node,
        help: "write it like 'vscode://file/{path}:{line}:{column}'; its scheme may be "
          + Self.editorSchemes.joined(separator: ", "))
      return nil
    }
    return text
  }
}
