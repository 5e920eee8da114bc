import CommonMark
import GuideModel
import SourceText
import Syntax

/// Boxes that authors set apart, and blocks of which a reader chooses one.
extension BodyWriter {
  mutating func write(_ admonition: Admonition) {
    openCallout(.note)
    if !admonition.title.isEmpty {
      tree.open(.paragraph)
      write(admonition.title)
      tree.close()
    }
    write(admonition.blocks)
    tree.close()
  }

  mutating func write(_ tabs: Tabs) {
    for tab in tabs.tabs {
      tree.open(.paragraph)
      write(tab.label)
      tree.close()
      write(tab.blocks)
    }
  }
}
