import TestSupport
import Testing

/// What holds pages to account finds what it is there to find.
@Suite struct HTMLFaultsTests {
  @Test(arguments: [
    "<p>a", "<p>a</b></p>", "<p><div></div></p>", "<a href=\"x\"><b><a>b</a></b></a>",
    "<p>a < b</p>",
    "<p>a & b</p>", "<p>a &amp b</p>", "<p id=a>b</p>", "<p id=\"a\" id=\"b\">c</p>",
    "<p id=\"a\"></p><p id=\"a\"></p>", "<p title=\"a\"id=\"b\">c</p>", "<li>a</li>",
    "<p onclick=\"x\">a</p>", "<p style=\"x\">a</p>", "<iframe></iframe>", "<script>x</script>",
    "<script src=\"https://a.b/assets/x.js\"></script>", "<a href=\"javascript:x\">a</a>",
    "<a href=\"&#106;avascript:x\">a</a>", "<a href=\"java&#9;script:x\">a</a>",
    "<a href=\" JavaScript&colon;x\">a</a>", "<img src=\"data:text/html,x\">", "<p/>", "<b",
  ])
  func faultsAreFound(_ html: String) {
    #expect(!HTMLFaults.of(Array(html.utf8)).isEmpty, "\(html)")
  }

  @Test(arguments: [
    "<p>a &lt; &#60; &#x3c; b<br><img src=\"a.png\" alt=\"\"><br /></p>", "<!-- <p> --><hr>",
    "<script src=\"../assets/x.js\" defer></script>", "<ul><li><p>a</p></li></ul>",
    "<script type=\"application/ld+json\">{\"a\":\"<p>\"}</script>", "<a href=\"x\">a &gt; b</a>",
  ])
  func soundPagesHaveNone(_ html: String) {
    #expect(HTMLFaults.of(Array(html.utf8)) == [], "\(html)")
  }
}
