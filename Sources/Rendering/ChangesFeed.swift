import CompatibilityChanges
import SourceText

/// Changes between lists as an Atom feed, for staff who want to hear of them.
///
/// Entries are named by what they say and dated by the lists, so that the same lists make the same
/// feed on any day.
package struct ChangesFeed: Sendable {
  let title: String
  let author: String
  /// Names the feed and no other.
  let id: String
  let language: String
  /// Where the feed itself and its page are; nil where that is not known.
  var address: (feed: String, page: String)?

  /// The feed of a single comparison, which has no address.
  package init(comparing id: String) {
    self.init(
      title: "Changes in client support", author: "wikiguide", id: id, language: "en")
  }

  init(
    title: String, author: String, id: String, language: String,
    address: (feed: String, page: String)? = nil
  ) {
    self.title = title
    self.author = author
    self.id = id
    self.language = language
    self.address = address
  }

  /// - Parameter sections: puts an entry into words.
  package func bytes(
    _ history: ChangeHistory, sections: (ChangeHistory.Entry) -> ClientChangeSections
  ) -> [UInt8] {
    let updated = history.entries.first?.after.asOf ?? history.begins
    var xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(Self.escaped(language))">
      <title>\(Self.escaped(title))</title>
      <id>\(Self.escaped(id))</id>

      """
    if let address {
      xml += "<link rel=\"self\" href=\"\(Self.escaped(address.feed))\"/>\n"
      xml += "<link rel=\"alternate\" href=\"\(Self.escaped(address.page))\"/>\n"
    }
    xml += "<updated>\(Self.moment(updated))</updated>\n"
    xml += "<author><name>\(Self.escaped(author))</name></author>\n"
    for entry in history.entries { xml += element(entry, sections(entry)) }
    return Array((xml + "</feed>\n").utf8)
  }

  private func element(_ entry: ChangeHistory.Entry, _ sections: ClientChangeSections) -> String {
    let title = ([entry.after.asOf] + sections.sections.map { "\($0.title) \($0.lines.count)" })
      .joined(separator: " · ")
    let link = address.map { address in
      let place = address.page + "#" + ClientChangesPage.anchor(entry)
      return "<link rel=\"alternate\" href=\"\(Self.escaped(place))\"/>\n"
    }
    return """
      <entry>
      <title>\(Self.escaped(title))</title>
      <id>\(Self.escaped(entry.id))</id>
      \(link ?? "")<updated>\(Self.moment(entry.after.asOf))</updated>
      <content type="html">\(Self.escaped(ClientChangesPage.html(sections, heading: "h3")))</content>
      </entry>

      """
  }

  private static func moment(_ day: String) -> String { "\(day)T00:00:00Z" }

  /// Fit for XML, which cannot have some characters at all.
  private static func escaped(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x0A: scalar
      case ..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: "\u{FFFD}"
      default: scalar
      }
    }
    return HTMLText.escaped(String(String.UnicodeScalarView(scalars)))
  }
}
