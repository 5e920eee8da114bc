import Foundation
import GuideModel
import Rendering
import Site
import SourceText
import Syntax
import Validation
import WikiStore

// Measures each part of the flow on generated guide pages, in microseconds of processor time a page;
// how many lines of captured difference views come back right; shows what pages of Markdown become; or
// builds a site many times and says whether memory grows.
//
//     swift run -c release bench [N]
//     swift run -c release bench differences [SEED [PAIRS]]
//     swift run bench bodies FOLDER
//     swift run -c release bench rebuilds [COUNT [FOLDER]]

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "differences" {
  let numbers = arguments.dropFirst().compactMap { UInt64($0) }
  DifferenceMeasure.run(seed: numbers.first ?? 2, pairs: Int(numbers.dropFirst().first ?? 450))
} else if arguments.first == "bodies", let folder = arguments.dropFirst().first {
  try PageBodies.write(folder)
} else if arguments.first == "rebuilds" {
  let words = arguments.dropFirst()
  try Rebuilds.run(
    words.first.flatMap { Int($0) } ?? 1000, of: words.dropFirst().first ?? "content")
} else {
  Bench(pages: arguments.first.flatMap(Int.init) ?? 1000).run()
}
