import ArgumentParser
import FileWatch
import Preview
import Site

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `wikiguide serve`: shows a site on this machine while its pages are written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site while its pages are written.",
    discussion: """
      Nothing is written: pages are made in memory when a browser asks for them. A page that \
      changed is shown anew at the same place, with its findings. Ctrl-C ends it.

      Only this machine can look, unless --bind names another of its addresses.

      Examples:
        wikiguide serve
        wikiguide serve wiki --port 0
        wikiguide serve --bind 0.0.0.0
      """)

  @Argument(help: "A folder of wiki pages, or one page.")
  var content = "content"

  @Option(help: "Where browsers reach the site; 0 for any free port.")
  var port: UInt16 = 8000

  @Option(
    help: ArgumentHelp(
      "The address of this machine to listen at. (default: 127.0.0.1)", valueName: "address"))
  var bind: String?

  @OptionGroup var asOf: AsOfOption

  func run() throws {
    guard let address = bind.map(BindAddress.init) ?? .loopback else {
      RunReporter.reportFault(
        "'\(bind ?? "")' is no address of a machine; write a number such as 192.168.1.5 or 0.0.0.0")
      throw ExitCode.wrongUsage
    }
    guard let signal = StopSignal.begin() else {
      RunReporter.reportFault("the system has no descriptors left")
      throw ExitCode.diskFailure
    }
    try checkContent()
    let reporter = PreviewReporter(content: content, isOpen: !address.isLoopback)
    let server = PreviewServer(
      LiveSite(content: content, asOf: try asOf.date(), version: MainCommand.version),
      at: address, port: port, signal: signal, run: String(getpid())
    ) { reporter.report($0) }
    do throws(PreviewFault) {
      try server.run()
    } catch {
      RunReporter.reportFault(words(error))
      throw ExitCode.wrongUsage
    }
    reporter.end()
  }

  /// A folder may go and come back later; one that was never there is mistyped.
  private func checkContent() throws {
    let kind = try RunReporter.run { () throws(SiteFault) -> FileSystem.Kind? in
      do throws(FileSystemError) {
        return try FileSystem.kindFollowingLinks(content)
      } catch {
        throw .disk(error.description)
      }
    }
    guard kind == nil else { return }
    RunReporter.reportFault(
      "there is no '\(content)'; name a folder of wiki pages, or one page")
    throw ExitCode.wrongUsage
  }

  private func words(_ fault: PreviewFault) -> String {
    switch fault {
    case .portIsTaken(let port):
      "port \(port) is taken, maybe by another 'wikiguide serve'; choose another one with --port, "
        + "or any that is free with '--port 0'"
    case .cannotListen(let reason): "cannot listen there: \(reason)"
    }
  }
}
