import GuideModel
import SourceText
import Syntax

extension Rule {
  static let repeatedDescription = Rule(
    name: "repeated-description", severity: .note,
    summary: "two different pictures of a page have the same description",
    explanation: """
      Who cannot see the pictures cannot tell them apart. Say of each what it alone shows.
      """,
    wrong: Example(
      "the same words",
      """
      #ref(https://wiki.example/images/1.png,設定画面)
      #ref(https://wiki.example/images/2.png,設定画面)

      """, images: ["images/1.png", "images/2.png"]),
    right: Example(
      "words of its own",
      """
      #ref(https://wiki.example/images/1.png,受信サーバの設定画面)
      #ref(https://wiki.example/images/2.png,送信サーバの設定画面)

      """, images: ["images/1.png", "images/2.png"]),
    check: { page, _ in
      let file = page.document
      var firsts: [String: Image] = [:]
      return page.facts.images.sorted { $0.range < $1.range }.compactMap { image -> Finding? in
        guard let description = image.description else { return nil }
        let words = file.text(description)
        guard let first = firsts[words] else {
          firsts[words] = image
          return nil
        }
        guard file.text(first.source) != file.text(image.source),
          let earlier = first.description
        else { return nil }
        return Finding(
          range: description,
          message: "another picture of this page is described as '\(words)' too",
          notes: [.init("the other one", at: SourcePlace(page.path, earlier))],
          help: "say of each what it alone shows", subject: words)
      }
    })
}
