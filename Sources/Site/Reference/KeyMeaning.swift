/// What a key of one of the YAML files is for: the same data for the decoder's messages, for
/// `wikiguide explain wikiguide.yml` and for the page of the documentation.
struct KeyMeaning {
  let form: ValueForm
  let standard: Standard
  /// One sentence for whoever writes the file; code stands in backticks.
  let sentence: String
  /// A value as it is written in the file, which the decoder takes without a finding.
  let example: String

  /// What holds where the key is left out.
  enum Standard {
    /// The table means nothing without the key.
    case required
    /// A value that would say the same, as it is written.
    case value(String)
    /// Something that no value says, in words.
    case words(String)
  }

  init(_ form: ValueForm, _ standard: Standard, _ sentence: String, example: String) {
    self.form = form
    self.standard = standard
    self.sentence = sentence
    self.example = example
  }

  /// A table whose keys have examples of their own.
  init(_ form: ValueForm, _ standard: Standard, _ sentence: String) {
    self.init(form, standard, sentence, example: "")
  }
}

/// The keys of a table, a closed set in which every key says what it is for.
protocol ConfigurationKey: RawRepresentable<String>, CaseIterable {
  /// What the table is called in the documentation, such as `images` or `an entry of clients`.
  static var tableName: String { get }
  var meaning: KeyMeaning { get }
}

/// What a key takes.
indirect enum ValueForm {
  case text
  case truth
  case number
  /// A text of a certain kind, named with its article: `an address`.
  case kind(String)
  /// One of a few words.
  case choice([String])
  case list(ValueForm)
  case table(KeyTable)
  /// A table whose keys are free, named in words, such as a sample, and whose values are of one form.
  case map(keys: String, sample: String, ValueForm)
  /// One of several forms.
  case either([ValueForm])

  /// One of all values of a closed set.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _: Choice.Type
  ) -> ValueForm { .choice(Choice.allCases.map(\.rawValue)) }

  static func table<Key: ConfigurationKey>(_: Key.Type) -> ValueForm { .table(KeyTable(Key.self)) }
}

/// The keys of a table with their meanings, in the order in which the documentation tells them.
struct KeyTable {
  let name: String
  let rows: [(key: String, meaning: KeyMeaning)]

  init<Key: ConfigurationKey>(_: Key.Type) {
    name = Key.tableName
    rows = Key.allCases.map { ($0.rawValue, $0.meaning) }
  }
}
