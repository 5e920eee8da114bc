extension String {
  /// The text with some of its scalars written otherwise; nil leaves one as it is.
  ///
  /// By scalars and not by `Character`: a combining mark behind a sign, or a line feed behind a
  /// return, makes another `Character` of both, and the sign would get past an escape unseen.
  func escaping(_ escape: (Unicode.Scalar) -> String?) -> String {
    var text = ""
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let escaped = escape(scalar) {
        text += escaped
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
