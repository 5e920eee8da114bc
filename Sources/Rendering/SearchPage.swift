/// The page that shows what was searched for. Without script it leads to the lists of pages.
enum SearchPage {
  static func html(_ text: InterfaceText) -> [UInt8] {
    let name = HTMLText.escaped(text.search)
    return Array(
      """
      <h1>\(name)</h1>
      <search class="search-box">
      <form action="index.html" role="presentation">
      <label for="search:words">\(HTMLText.escaped(text.searchLabel))</label>
      <input id="search:words" type="search" name="q" autocomplete="off" enterkeyhint="search">
      </form>
      </search>
      <p role="status" class="search-status"></p>
      <ol class="search-results"></ol>
      <div class="without-script">
      <p>\(HTMLText.escaped(text.searchNeedsScript))</p>
      <ul>
      <li><a href="../clients/index.html">\(HTMLText.escaped(text.clients))</a></li>
      <li><a href="../pages/index.html">\(HTMLText.escaped(text.pages))</a></li>
      </ul>
      </div>

      """.utf8)
  }
}
