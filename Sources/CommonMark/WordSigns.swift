/// What Markdown takes for part of a word where it asks whether marks such as `**` begin or end something:
/// all but white space and punctuation.
extension Unicode.Scalar {
  package var isInWord: Bool {
    if isASCII { return properties.isAlphabetic || properties.numericType != nil }
    switch properties.generalCategory {
    case .spaceSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation,
      .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return false
    default: return true
    }
  }
}
