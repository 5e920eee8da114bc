/// The order in which files are looked at: that of the bytes of their names, which is the same on every
/// system and in every language.
extension String {
  func precedesInBytes(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { others in
        for (byte, other) in zip(own, others) where byte != other { return byte < other }
        return own.count < others.count
      }
    }
    if let order, let order { return order }
    return utf8.lexicographicallyPrecedes(other.utf8)
  }
}
