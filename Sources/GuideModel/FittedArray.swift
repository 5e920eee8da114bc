extension Array {
  /// The same elements in no more room than they need, for what is kept as long as the site: an array
  /// that has grown has up to twice as much.
  var fitted: [Element] {
    guard capacity - count > Swift.max(1, count / 8) else { return self }
    var fitted: [Element] = []
    fitted.reserveCapacity(count)
    fitted.append(contentsOf: self)
    return fitted
  }
}
