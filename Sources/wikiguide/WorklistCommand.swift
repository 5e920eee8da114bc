import ArgumentParser
import Site
import Validation

/// `wikiguide worklist`: what staff have to do, client by client.
struct WorklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worklist", abstract: "List pictures, guides or links that staff have to look at.",
    discussion: """
      screenshots  missing, broken, without description, out of date, shown for two steps
      guides       clients and versions without a guide, statements that nobody has verified
      links        dead, moved, not confirmed for long, not protected; asks no network

      Pictures and statements are out of date by the day that their page gives in a comment, \
      //wikiguide: checked YYYY-MM-DD.

      Examples:
        wikiguide worklist screenshots
        wikiguide worklist guides wiki --format csv > guides.csv
        wikiguide worklist links wiki --format json
      """)

  @Argument(help: "Which list: screenshots, guides or links.")
  var kind: Worklist.Kind

  @Argument(help: "A folder of wiki pages, or one page.", completion: .pages)
  var content = "content"

  @Option(help: "The form of the list.")
  var format = WorklistForm.markdown

  @Option(
    name: .customLong("max-age"),
    help: ArgumentHelp(
      "After how many days what was checked counts as out of date.", valueName: "days"))
  var maximumAge = 365

  @OptionGroup var asOf: AsOfOption

  func validate() throws {
    guard maximumAge > 0 else { throw ValidationError("an age is more than 0 days") }
  }

  func run() throws {
    let date = try (asOf.asOf ?? AsOfDate.standard())
    let limit = date.adding(days: -maximumAge).text
    let builder = SiteBuilder(content: content, asOf: date.text, version: MainCommand.version)
    let bytes = try RunReporter.run { () throws(SiteFault) in
      try builder.worklist(kind, form: format, outdatedBefore: limit)
    }
    try RunReporter.print(bytes)
  }
}

extension Worklist.Kind: ExpressibleByArgument {}
extension WorklistForm: ExpressibleByArgument {}
