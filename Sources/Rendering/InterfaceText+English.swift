import GuideModel

extension InterfaceText {
  static let english = InterfaceText(
    language: "en", home: "Home", clients: "Mail clients", pages: "Pages", matrix: "Compatibility",
    skipToContent: "Skip to content", navigation: "Site",
    builtBy: "Made with wikiguide", asOf: "Data as of", source: "Source",
    line: { "line \($0)" }, lines: { $0 == 1 ? "1 line" : "\($0) lines" },
    sourceOf: { "Source of \"\($0)\"" },
    contents: "Contents", footnotes: "Footnotes", backToText: "Back to the text",
    missingImage: "Picture missing", remoteImage: { "Open the picture on another site (\($0))" },
    guideFor: { "Setting up \($0)" }, about: "About this mail client", level: "Support level",
    asWrittenLevel: "As written",
    takenOver: "taken over from the category before it", versions: "Versions", price: "Price",
    priceUnknown: "unknown (no page says)",
    homepage: "Home page", download: "Download", documentation: "Documentation",
    noStatement: "No page says how well this mail client is supported.",
    noGuide: "There is no setup guide yet.",
    noGuideHelp: "Nobody has written down how to set up this mail client. There are guides for:",
    guideCovers: { "This guide is for version \($0). In other versions, screens may differ." },
    beforeYouBegin: "Before you begin", settingsNeeded: "What must be set and done",
    whereToBegin: "Where to begin", newAccount: "You are making a new account",
    existingAccount: "You already have an account", otherAudience: "You are part of the way",
    startAt: { "start at step \($0)" }, startHere: { "\($0)? Start here." },
    setup: "Setting up", operation: "Daily use", troubleshooting: "If it does not work",
    step: { "Step \($0)" }, linkToStep: { "Link to step \($0)" },
    screenshotOf: { "Screen of \($0.prefix(1).lowercased() + $0.dropFirst())" },
    screenshot: "Screen", optional: "optional",
    callouts: [.note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning"],
    guides: { $0 == 1 ? "1 guide" : "\($0) guides" },
    steps: { $0 == 1 ? "1 step" : "\($0) steps" },
    client: "Mail client", guide: "Guide", chooseClient: "Which mail client do you use?",
    homeLead: "How to set up your mail client, step by step, with a picture of each screen.",
    clientsLead: "The mail clients that this site speaks of.",
    pagesLead: "The wiki pages from which this site was made.",
    matrixLead: "How well each mail client is supported. Each cell leads to its guide and source.",
    matrixCaption: "Support by mail client", legend: "Legend",
    unknownIsUnknown: "What no page states is shown as unknown.", alsoAs: "Other forms",
    feature: "Feature",
    frontPage: "Front page", menuOf: { "Menu of \($0)" }, changes: "Recent changes",
    changesLead: "When which page was changed, by the records of the wiki.",
    history: "What changed", historyOf: { "What changed on \"\($0)\"" },
    historyLead: "Lines with ＋ were added, lines with − were removed.",
    changedOn: { "Changed on \($0)" }, changed: "changed", added: "added", removed: "removed",
    dateUnknown: "Date unknown", nothingChanged: "No line was changed.",
    tooLongToCompare: "The page is too long to be compared.",
    linesChanged: { "\($0) added, \($1) removed" },
    linesNotShown: {
      $0 == 1 ? "1 line that stayed as it was" : "\($0) lines that stayed as they were"
    },
    search: "Search", searchLead: "Search all guides and pages.", searchLabel: "Words to look for",
    searchNeedsScript: "Searching needs JavaScript. These lists lead to all pages:",
    searchCount: { $0 == 1 ? "1 page found" : "\($0) pages found" },
    searchNothing: { "Nothing was found for \"\($0)\"." },
    searchFailed:
      "The search index could not be loaded. A site opened from a file cannot be searched.",
    notFound: "There is no such page",
    notFoundHelp: "It may have been renamed or removed. From here you reach all that there is:",
    guideDescription: {
      "How to set up \($0) in \($1) steps, with a picture of each screen. \($2)."
    }, clientDescription: { "\($0): \($1)." }, stepDone: { "Step \($0) done" }, close: "Close",
    fullSize: "Full size", breadcrumbs: "Where you are", previous: "Previous", next: "Next",
    editPage: "Edit this page in the wiki", reportStep: { "Report a problem at step \($0)" },
    levels: [
      .native: LevelText(
        word: "Supported", meaning: "Once it is set up, you can send and receive as you like.",
        mark: "◎"),
      .manual: LevelText(
        word: "Works by hand",
        meaning: "It works if you do the steps yourself, in the right order.",
        mark: "○"),
      .partial: LevelText(
        word: "Partly supported", meaning: "Some things do not work; please read the notes.",
        mark: "△"),
      .unsupported: LevelText(
        word: "Not supported", meaning: "It does not work with this mail client.", mark: "×"),
      .untested: LevelText(
        word: "Not tested", meaning: "Nobody has tried yet whether it works.", mark: "－"),
    ],
    unknown: LevelText(word: "Unknown", meaning: "No page states a support level.", mark: "？"),
    distributions: [
      .freeOfCharge: "free of charge", .shareware: "shareware", .commercial: "paid",
      .bundled: "bundled", .unknown: "unknown",
    ])
}
