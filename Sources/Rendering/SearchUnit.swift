/// A page, or a part of a very long one, as the search finds it: how it is called, and the pairs of
/// letters by which it is looked up. What it says is read from the page itself.
///
/// Units of all pages are kept until the index is made; one takes about a kilobyte.
package struct SearchUnit: Sendable {
  /// As JSON: `[folder, title, language or "", other name or "", folder of a shown page …]`.
  let json: [UInt8]
  let pairs: PairList
  /// Those of its title; nil for the later parts of a page.
  let titlePairs: PairList?

  /// - Parameters:
  ///   - folder: where the page's `index.html` lies, from the site's root, with `/` at its end.
  ///   - name: what staff call the page, where that is not its title.
  ///   - language: nil where the page stands in one language only.
  ///   - shown: folders of the wiki pages that the page shows to readers, as a guide does. They are not
  ///     shown beside it.
  ///   - html: what stands between the page's frame.
  static func units(
    folder: String, title: String, name: String? = nil, language: String? = nil,
    shown: [String] = [], html: [UInt8]
  ) -> [SearchUnit] {
    let text = SearchText(title: title, name: name, html: html)
    var json: [UInt8] = [UInt8(ascii: "[")]
    JSONText.append(folder, to: &json)
    for text in [title, language ?? "", name ?? ""] + shown {
      json.append(UInt8(ascii: ","))
      JSONText.append(text, to: &json)
    }
    json.append(UInt8(ascii: "]"))
    var units: [SearchUnit] = []
    for pairs in text.parts {
      units.append(
        SearchUnit(
          json: json, pairs: pairs, titlePairs: units.isEmpty ? text.titlePairs : nil))
    }
    return units
  }
}
