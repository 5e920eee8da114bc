import GuideModel

/// Which page comes before and which behind another: clients with guides among themselves, pages of
/// a wiki in the order of their names.
struct Neighbours: Sendable {
  /// Those that the configuration names, then the others by path.
  private let pages: [PageReading]
  /// The places of those that come first.
  private let first: [String: Int]
  private let guided: [Client]
  private let clients: [String: Int]

  /// - Parameter named: how many pages at most come first whatever their names are.
  init(pages: [PageReading], named: Int, guided: [Client]) {
    self.pages = pages
    self.guided = guided
    first = Dictionary(
      pages.prefix(named).enumerated().map { ($1.path, $0) },
      uniquingKeysWith: { first, _ in first })
    clients = Dictionary(
      guided.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func of(_ page: PageReading) -> (previous: PageReading?, next: PageReading?) {
    guard let place = place(of: page.path) else { return (nil, nil) }
    func neighbour(_ place: Int) -> PageReading? {
      pages.indices.contains(place) && pages[place].house == page.house ? pages[place] : nil
    }
    return (neighbour(place - 1), neighbour(place + 1))
  }

  private func place(of path: String) -> Int? {
    if let place = first[path] { return place }
    var (low, high) = (first.count, pages.count)
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < pages.count && pages[low].path == path ? low : nil
  }

  func of(_ client: Client) -> (previous: Client?, next: Client?) {
    guard let place = clients[client.id] else { return (nil, nil) }
    return (
      place > 0 ? guided[place - 1] : nil, place + 1 < guided.count ? guided[place + 1] : nil
    )
  }
}
