import SourceText

extension PackedRecord {
  mutating func add(_ range: SourceRange?) {
    add(range == nil ? 0 : 1)
    guard let range else { return }
    add(range.lower)
    add(range.upper)
  }

  mutating func add(_ place: SourcePlace) {
    add(place.path)
    add(place.range)
  }

  mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.rule)
    add(diagnostic.severity.rawValue)
    add(diagnostic.place)
    add(diagnostic.message)
    add(diagnostic.notes) { record, note in
      record.add(note.message)
      record.add(note.place == nil ? 0 : 1)
      if let place = note.place { record.add(place) }
    }
    add(diagnostic.help)
    add(diagnostic.suggestion == nil ? 0 : 1)
    if let suggestion = diagnostic.suggestion {
      add(suggestion.range)
      add(suggestion.replacement)
      add(suggestion.certainty.rawValue)
    }
    add(diagnostic.subject)
    let context = diagnostic.context
    for part in [context.guide, context.client, context.section, context.step] { add(part) }
  }
}

extension PackedRecordReader {
  mutating func range() -> SourceRange? {
    guard number() != 0 else { return nil }
    let lower = number()
    return SourceRange(lower, number())
  }

  mutating func sourcePlace() -> SourcePlace {
    let path = text()
    return SourcePlace(path, range())
  }

  mutating func diagnostic() -> Diagnostic {
    let rule = text()
    let severity = Severity(rawValue: text()) ?? .error
    let place = sourcePlace()
    let message = text()
    let notes = values { reader in
      let message = reader.text()
      return Diagnostic.Note(message, at: reader.number() == 0 ? nil : reader.sourcePlace())
    }
    let help = optionalText()
    let suggestion = number() == 0 ? nil : suggestion()
    let subject = optionalText()
    let context = Diagnostic.Context(
      guide: optionalText(), client: optionalText(), section: optionalText(), step: optionalText())
    return Diagnostic(
      rule: rule, severity: severity, place: place, message: message, notes: notes, help: help,
      suggestion: suggestion, subject: subject, context: context)
  }

  private mutating func suggestion() -> Diagnostic.Suggestion {
    let range = range() ?? SourceRange(0, 0)
    let replacement = text()
    return Diagnostic.Suggestion(
      range, replacement: replacement, certainty: .init(rawValue: text()) ?? .maybe)
  }
}
