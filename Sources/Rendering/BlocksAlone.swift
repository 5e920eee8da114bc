import CommonMark
import GuideModel
import Syntax

/// A page's blocks without what the site puts around them, for holding them against what other programs
/// make of the same text, and both of their forms against each other.
package enum BlocksAlone {
  package static func html(of page: PageReading) -> [UInt8] { printed(page).html }

  package static func printed(_ page: PageReading) -> (html: [UInt8], markdown: [UInt8]) {
    let library = GuideLibrary(pages: [page])
    var links = SiteLinks(
      library: library, images: ImageSources(mirrors: [], files: [String]()),
      showsRemoteImages: true, root: "", edition: "", clients: ClientAddresses([]))
    links.keepsPaths = true
    var writer = BodyWriter(
      page: page, links: links, text: SiteTexts().of("en"), isShownElsewhere: false)
    writer.headingShift = 0
    writer.write(page.document.blocks)
    return (writer.tree.html(), writer.tree.markdown())
  }
}
