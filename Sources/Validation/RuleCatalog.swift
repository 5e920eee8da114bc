/// All rules, listed once.
package enum RuleCatalog {
  /// In the order of the documentation: links, steps, images, clients, wording.
  package static let all: [Rule] = [
    .brokenPageLink, .brokenAnchor, .unknownInterWiki, .missingAttachment, .insecureLink,
    .unsafeLinkScheme, .unknownLinkScheme, .malformedAddress, .credentialsInAddress,
    .duplicateAnchor, .pathLeavesSite, .deadLink, .unconfirmedLink, .movedLink,
    .brokenRemoteAnchor,
    .danglingStepReference, .danglingProcedureReference, .looseProcedureReference,
    .renumberedStepReference, .reversedStepRange, .emptyStep, .gapInStepNumbers,
    .duplicateStepNumber, .stepWithoutScreenshot, .stepsNotUnderstood, .stepWithoutSpace,
    .missingImageFile, .imageInOtherLetterCase, .imageInOtherUnicodeForm, .brokenImageFile,
    .imageOfOtherType, .imageWithScript, .imageWithoutSize, .oversizedImage, .trackingPixel,
    .stretchedImage,
    .duplicateImageFile, .screenshotOfTwoSteps, .unusedImageFile, .imageWithoutDescription,
    .descriptionIsFileName, .repeatedDescription, .remoteImage,
    .duplicateClient, .contradictingSupportLevels, .curatedFactContradictsPage,
    .overlappingVersions, .unknownSupportLevel,
    .unexplainedLevel, .clientWithoutGuide, .guideWithoutClient, .unlistedClient,
    .unlistedVersion, .guideForUnsupportedClient, .rowLinkingPastGuide, .outdatedVerification,
    .sharedHomepage, .goneHomepage, .ambiguousAlias, .deprecatedWithoutSuccessor, .quoteNotAtLine,
    .unsortedEntries,
    .entryPointInsideWindow, .serverOfOtherDirection,
    .serverNotOfProvider, .portNotOfServer, .undefinedPlaceholder, .literalServerName,
    .misspelledTerm, .misconvertedWord, .unclosedMarkup, .unsupportedPlugin,
    .unsupportedMarkup,
    .brokenLinkInOutput, .brokenAnchorInOutput, .duplicateIDInOutput,
    .unusedAllowance, .allowanceWithoutReason,
  ]

  package static func rule(named name: String) -> Rule? { all.first { $0.name == name } }

  /// The rule that a mistyped name most likely means.
  package static func nearest(to written: String) -> Rule? {
    NearestName.find(written, among: all.map(\.name)).flatMap(rule(named:))
  }
}
