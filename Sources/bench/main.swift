import Foundation
import GuideModel
import Rendering
import Site
import SourceText
import Syntax
import Validation

// Measures each part of the flow on generated guide pages, in microseconds of processor time a page.
//
//     swift run -c release bench [N]

let count = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 1000
let bench = Bench(pages: count)
bench.run()
