import GuideModel

/// Which page comes before and which behind another: clients with guides among themselves, pages of
/// a wiki in the order of their names.
struct Neighbours: Sendable {
  private var byPath: [String: (previous: Int?, next: Int?)] = [:]
  private var clients: [String: (previous: Int?, next: Int?)] = [:]
  private let guided: [Client]
  private let pages: [PageReading]

  init(pages: [PageReading], guided: [Client]) {
    self.pages = pages
    self.guided = guided
    for (index, page) in pages.enumerated() {
      let previous = index > 0 && pages[index - 1].house == page.house ? index - 1 : nil
      let hasNext = index + 1 < pages.count && pages[index + 1].house == page.house
      byPath[page.path] = (previous, hasNext ? index + 1 : nil)
    }
    for (index, client) in guided.enumerated() {
      clients[client.id] = (index > 0 ? index - 1 : nil, index + 1 < guided.count ? index + 1 : nil)
    }
  }

  func of(_ page: PageReading) -> (previous: PageReading?, next: PageReading?) {
    let found = byPath[page.path]
    return (found?.previous.map { pages[$0] }, found?.next.map { pages[$0] })
  }

  func of(_ client: Client) -> (previous: Client?, next: Client?) {
    let found = clients[client.id]
    return (found?.previous.map { guided[$0] }, found?.next.map { guided[$0] })
  }
}
