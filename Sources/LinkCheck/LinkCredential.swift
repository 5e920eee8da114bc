/// What shows to one host that the checker may read its pages. Printing one prints nothing of it.
package struct LinkCredential: Sendable, CustomStringConvertible, CustomReflectable {
  enum Form: Sendable {
    case password(user: String, password: String)
    case header(name: String, value: String)
  }

  let form: Form
  /// Whether it goes over connections that are not encrypted.
  let mayBeSentInClear: Bool

  package static func password(
    user: String, password: String, mayBeSentInClear: Bool = false
  ) -> LinkCredential {
    LinkCredential(
      form: .password(user: user, password: password), mayBeSentInClear: mayBeSentInClear)
  }

  package static func header(
    name: String, value: String, mayBeSentInClear: Bool = false
  ) -> LinkCredential {
    LinkCredential(form: .header(name: name, value: value), mayBeSentInClear: mayBeSentInClear)
  }

  package var description: String { "credential" }

  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
