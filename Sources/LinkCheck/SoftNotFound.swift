/// Pages that are delivered as if found and say that they are not there.
enum SoftNotFound {
  /// An address that no site has, the same one each time.
  static func missingPage(beside address: LinkAddress) -> LinkAddress {
    let number = String(StableHash.value(address.host.utf8), radix: 16)
    return address.withTarget("/no-such-page-\(number)")
  }

  /// The words by which a title or a main heading says so.
  static func words(in text: String) -> String? {
    let folded = text.lowercased()
    return sayings.first(where: folded.contains)
  }

  private static let sayings = [
    "404", "page not found", "not found", "page does not exist", "page doesn't exist",
    "no longer available", "no longer exists", "ページが見つかりません", "ページが存在しません",
    "お探しのページ", "見つかりませんでした", "ページは存在しません", "削除されました",
  ]
}
