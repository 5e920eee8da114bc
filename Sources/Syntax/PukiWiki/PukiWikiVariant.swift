/// What sets the wikis of the family apart: the same parser reads all of them.
///
/// Each field is a construct that one of them has and another has not; `Dialects.md` says where each
/// was looked up.
struct PukiWikiVariant {
  /// `~` at a line's end is a visible break.
  var breaksAtTilde = true
  /// `~` at a line's beginning opens a paragraph.
  var opensParagraphAtTilde = true
  /// `+` items.
  var hasOrderedLists = true
  /// Lines that begin with `//`.
  var hasComments = true
  /// Quotes, tables and the like stand in the item or definition before them; else they end it.
  var nestsBlocks = true
  /// `<` ends quotes.
  var endsQuotes = true
  /// `LEFT:`, `CENTER:`, `RIGHT:`.
  var alignsLines = true
  /// `:term|definition`.
  var hasDefinitionsWithBar = true
  /// `:term:definition`.
  var hasDefinitionsWithColon = false
  /// `|cell|cell|`.
  var hasBarTables = true
  /// `--(` and `---(` on lines of their own.
  var hasVerbatimBlocks = false
  /// `{{{` on a line of its own.
  var hasBracedVerbatimBlocks = false
  /// `[#name]` at a heading's end.
  var anchorsHeadings = true
  /// The first line says what the page is about.
  var beginsWithSubject = false
  /// `[[label>target]]`, `[[label:address]]`.
  var hasLabelledLinks = true
  /// A name in brackets may hold spaces.
  var namesHoldSpaces = true
  /// `&name(…);`: without it, `&name(…)` is a plugin.
  var endsPluginsWithSemicolon = true
  /// `[[#name(…)]]` and, in a line, `#name(…)`.
  var hasPluginsInBrackets = false
  var hasEntities = true
  var hasFootnotes = true
  /// `%%deleted%%`, `%%%inserted%%%`.
  var hasStrikes = true
  /// `^^raised^^`, `__lowered__`.
  var hasRaisedText = false
  /// `COLOR(red){…}`, `SIZE(20){…}`.
  var hasStyleWords = true
  /// Addresses of people in text.
  var linksMail = true

  static let pukiWiki = PukiWikiVariant()

  static let pyukiWiki: PukiWikiVariant = {
    var variant = PukiWikiVariant()
    variant.opensParagraphAtTilde = false
    variant.nestsBlocks = false
    variant.endsQuotes = false
    variant.hasDefinitionsWithColon = true
    variant.hasVerbatimBlocks = true
    variant.hasBracedVerbatimBlocks = true
    variant.beginsWithSubject = true
    variant.endsPluginsWithSemicolon = false
    variant.hasRaisedText = true
    variant.hasStyleWords = false
    return variant
  }()

  static let yukiWiki: PukiWikiVariant = {
    var variant = PukiWikiVariant()
    variant.breaksAtTilde = false
    variant.opensParagraphAtTilde = false
    variant.hasOrderedLists = false
    variant.hasComments = false
    variant.nestsBlocks = false
    variant.endsQuotes = false
    variant.alignsLines = false
    variant.hasDefinitionsWithBar = false
    variant.hasDefinitionsWithColon = true
    variant.hasBarTables = false
    variant.anchorsHeadings = false
    variant.hasVerbatimBlocks = true
    variant.beginsWithSubject = true
    variant.hasLabelledLinks = false
    variant.namesHoldSpaces = false
    variant.endsPluginsWithSemicolon = false
    variant.hasPluginsInBrackets = true
    variant.hasEntities = false
    variant.hasFootnotes = false
    variant.hasStrikes = false
    variant.hasStyleWords = false
    variant.linksMail = false
    return variant
  }()
}
