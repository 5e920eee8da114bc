import GuideModel
import SourceText
import Syntax

/// One page as it was understood, with all that is needed to say what its words lead to.
package struct InspectedPage: Sendable {
  package let reading: PageReading
  /// The site in which the page stands: what references to other guides mean.
  package let library: GuideLibrary
  package let dialect: Dialect
  /// The language of the site, that of pages which do not tell their own.
  package let siteLanguage: String
  package let findings: [Diagnostic]
  /// How people call the file from where they are.
  package let shownPath: String

  package init(
    reading: PageReading, library: GuideLibrary, dialect: Dialect, siteLanguage: String,
    findings: [Diagnostic], shownPath: String
  ) {
    self.reading = reading
    self.library = library
    self.dialect = dialect
    self.siteLanguage = siteLanguage
    self.findings = findings
    self.shownPath = shownPath
  }

  var file: SourceFile { reading.document.file }

  /// The page's guides, with the ids that they have on the site.
  var guides: [Guide] { library.guides(on: reading.path) }

  /// Each step that a reference names, the first and the last of a range: its number as written, and
  /// where it is; nil where there is none.
  func targets(
    of reference: StepReference, in procedure: Int, of guide: Guide
  ) -> [(label: String, step: TargetStep?)] {
    let labels =
      reference.label == reference.last
      ? [reference.label] : [reference.label, reference.last]
    return labels.map { label in
      let target = library.target(of: reference, label: label, in: procedure, of: guide)
      guard let guide = target.guide, let position = target.position else { return (label, nil) }
      return (label, TargetStep(guide: guide, position: position))
    }
  }
}

/// A step with the guide in which it stands.
struct TargetStep: Sendable {
  let guide: Guide
  let position: StepPosition

  var step: Step { guide.procedures[position.procedure].steps[position.ordinal - 1] }
}
