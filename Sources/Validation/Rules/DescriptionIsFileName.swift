import GuideModel
import SourceText
import Syntax

extension Rule {
  static let descriptionIsFileName = Rule(
    name: "description-is-file-name", severity: .warning,
    summary: "a picture is described by the name of its file",
    explanation: """
      Who cannot see the picture hears 'step underscore four dot PNG'. Say what it shows, in the \
      words of the step.
      """,
    wrong: Example(
      "the file's name", "#ref(https://wiki.example/images/step_4.png,step_4.png)\n",
      images: ["images/step_4.png"]),
    right: Example(
      "what it shows", "#ref(https://wiki.example/images/step_4.png,サーバの設定画面)\n",
      images: ["images/step_4.png"]),
    check: { page, _ in
      let file = page.document
      return page.facts.images.compactMap { image -> Finding? in
        guard let description = image.description else { return nil }
        let words = file.text(description)
        let source = file.text(image.source)
        let name = source.split(separator: "/").last.map(String.init) ?? source
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        guard [name, stem, source].contains(where: { $0.lowercased() == words.lowercased() })
        else { return nil }
        return Finding(
          range: description, message: "'\(words)' is the file's name, not what it shows",
          help: "say what can be seen", subject: words)
      }
    })
}
