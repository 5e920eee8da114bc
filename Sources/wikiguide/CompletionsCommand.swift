import ArgumentParser

/// `wikiguide completions`: what a shell needs to complete the command line.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print what a shell needs to complete this command.",
    discussion: """
      'make install' puts the three files where the shells look for them. By hand:

      Examples:
        wikiguide completions bash > ~/.local/share/bash-completion/completions/wikiguide
        wikiguide completions zsh > ~/.zfunc/_wikiguide
        wikiguide completions fish > ~/.config/fish/completions/wikiguide.fish
      """)

  @Argument(help: "The shell.")
  var shell: Shell

  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  func run() throws {
    let script =
      switch shell {
      case .bash: MainCommand.completionScript(for: .bash)
      case .zsh: MainCommand.completionScript(for: .zsh)
      case .fish: MainCommand.completionScript(for: .fish)
      }
    try RunReporter.print(script.hasSuffix("\n") ? script : script + "\n")
  }
}
