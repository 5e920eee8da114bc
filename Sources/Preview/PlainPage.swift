import Rendering

/// A page of the preview itself, such as one that says that there is no page.
enum PlainPage {
  /// - Parameters:
  ///   - title: plain text.
  ///   - body: HTML.
  ///   - kind: the class of the page's body.
  static func html(title: String, kind: String, body: String) -> [UInt8] {
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
      script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'">
      <title>\(HTMLText.escaped(title))</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/_wikiguide/preview.css">
      </head>
      <body class="\(kind)">
      \(body)
      </body>
      </html>

      """
    return Array(page.utf8)
  }

  /// Said where the site has no such page.
  static func missing(_ path: String, nearest: [String]) -> [UInt8] {
    let links = nearest.map {
      "<li><a href=\"/\(SitePath.encoded($0))\">\(HTMLText.escaped($0))</a></li>"
    }
    let offer =
      links.isEmpty ? "" : "<p>Did you mean</p>\n<ul>\n\(links.joined(separator: "\n"))\n</ul>\n"
    return html(
      title: "No such page", kind: "plain",
      body: """
        <main>
        <h1>No such page</h1>
        <p>The site has nothing at <code>/\(HTMLText.escaped(path))</code>. This page shows it as soon \
        as there is something.</p>
        \(offer)<p><a href="/">The front page</a></p>
        </main>
        """)
  }

  /// Said until the content could be read for the first time.
  static func unreadable() -> [UInt8] {
    html(
      title: "The content cannot be read", kind: "plain",
      body: """
        <main>
        <h1>The content cannot be read</h1>
        <p>Once what is wrong is mended, this page shows the site.</p>
        </main>
        """)
  }
}
