import ArgumentParser
import Site

/// `wikiguide theme`: the files by which a site looks as it does.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Start a look of your own from the built-in one.",
    subcommands: [Eject.self])

  /// `wikiguide theme eject`: writes a built-in file out.
  struct Eject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "eject", abstract: "Write a built-in file of the theme to start from.",
      discussion: """
        A file of the same name in the folder 'theme' of the content takes the built-in one's \
        place. The files are page.mustache, style.css, site.js, matrix.js, icon.svg, and the words of the \
        site, text-ja.txt and text-en.txt; 'text-de.txt' adds a language.

        Example:
          wikiguide theme eject style.css --into content/theme
        """)

    @Argument(help: "The name of the built-in file.")
    var name: String

    @Option(help: ArgumentHelp("The folder to write it in.", valueName: "dir"))
    var into = "content/theme"

    @Flag(help: "Overwrite a file that is there.")
    var force = false

    func run() throws {
      let path = try RunReporter.run { () throws(SiteFault) in
        try ThemeFolder.eject(name, into: into, isForced: force)
      }
      try RunReporter.print("wrote '\(path)'\n")
    }
  }
}
