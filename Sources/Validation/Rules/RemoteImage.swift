import GuideModel
import SourceText
import Syntax

extension Rule {
  static let remoteImage = Rule(
    name: "remote-image", severity: .note,
    summary: "a picture lies on another host, with no copy here",
    explanation: """
      It is shown as a link, unless the configuration allows pictures of other hosts: fetching it \
      tells that host who reads the page, and one day it will be gone. Keep a copy beside the \
      pages and name the host as a mirror.
      """,
    wrong: Example("a picture of another host", "https://cdn.example/logo.png\n"),
    right: Example(
      "a copy beside the pages", "https://wiki.example/images/logo.png\n",
      images: ["images/logo.png"]),
    shownCheck: { shown, _ in
      shown.remote.map { image, address in
        Finding(
          range: image.source, message: "the picture '\(address)' lies on another host",
          help: "keep a copy beside the pages and name the host under 'images: mirrors'")
      }
    })
}
