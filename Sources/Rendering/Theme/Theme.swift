/// How a site looks beyond its content: the built-in files, or the site's own in their place, and what
/// its configuration adds.
package struct Theme: Sendable {
  /// The files that a site may have its own of, in a folder `theme`.
  package enum File: String, Sendable, CaseIterable {
    case template = "page.mustache"
    case style = "style.css"
    case script = "site.js"
    case matrixScript = "matrix.js"
    case icon = "icon.svg"
    case japanese = "text-ja.txt"
    case english = "text-en.txt"

    /// The file that is compiled into the program.
    package var builtIn: [UInt8] {
      switch self {
      case .template: BuiltInFiles.pageTemplate
      case .style: BuiltInFiles.style
      case .script: BuiltInFiles.siteScript
      case .matrixScript: BuiltInFiles.matrixScript
      case .icon: BuiltInFiles.icon
      case .japanese: BuiltInFiles.japaneseText
      case .english: BuiltInFiles.englishText
      }
    }
  }

  /// A link that stands in the foot of every page.
  package struct Link: Sendable, Equatable {
    package let title: String
    package let address: String

    package init(title: String, address: String) {
      self.title = title
      self.address = address
    }
  }

  let style: Asset
  let script: Asset
  /// Only on pages with a matrix.
  let matrixScript: Asset
  let icon: Asset
  let template: String
  /// A picture of the site, by its path; nil shows the site's title in words.
  let logo: String?
  let footer: String?
  let links: [Link]

  /// - Parameters:
  ///   - own: files of the site that take the place of built-in ones.
  ///   - accent: the colour of links and marks in light and in dark, as `#rrggbb`.
  package init(
    own: [File: [UInt8]] = [:], accent: (light: String, dark: String)? = nil,
    logo: String? = nil, footer: String? = nil, links: [Link] = []
  ) {
    func file(_ file: File) -> [UInt8] { own[file] ?? file.builtIn }
    var style = file(.style)
    if let accent {
      style +=
        """
        :root { --accent: \(accent.light); }
        @media (prefers-color-scheme: dark) { :root { --accent: \(accent.dark); } }

        """.utf8
    }
    self.style = Asset("style", "css", style)
    script = Asset("site", "js", file(.script))
    matrixScript = Asset("matrix", "js", file(.matrixScript))
    icon = Asset("icon", "svg", file(.icon))
    template = String(decoding: file(.template), as: UTF8.self)
    self.logo = logo
    self.footer = footer
    self.links = links
  }

  /// Where the style sheet is published.
  package var stylePath: String { style.path }

  /// What is wrong with a template, in the words of its parser; nil where it can be used.
  package static func fault(ofTemplate bytes: [UInt8]) -> String? {
    PageShell.fault(ofTemplate: String(decoding: bytes, as: UTF8.self))
  }
}
