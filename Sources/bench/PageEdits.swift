/// Edits as support staff make them, each of one kind.
enum PageEdit: String, CaseIterable {
  case rewording, numbersInText, marks, added, removed, moved, renumbered, nearDuplicate, several

  /// The page after the edit; nil where the page has nothing that could be edited so.
  func apply(to page: [String], _ pages: inout GuidePages) -> [String]? {
    switch self {
    case .rewording: Self.reword(page, &pages)
    case .numbersInText: Self.changeNumbers(page, &pages)
    case .marks: Self.changeMarks(page, &pages)
    case .added: Self.add(page, &pages)
    case .removed: Self.remove(page, &pages)
    case .moved: Self.move(page, &pages)
    case .renumbered: Self.insertStep(page, &pages)
    case .nearDuplicate: Self.addNearDuplicate(page, &pages)
    case .several:
      PageEdit.allCases.dropLast().shuffled(using: &pages.numbers).prefix(3)
        .reduce(page) { page, edit in edit.apply(to: page, &pages) ?? page }
    }
  }

  private static let synonyms = [
    ("選択します", "選んでください"), ("入力します", "記入してください"), ("クリックします", "押します"), ("メールソフト", "メーラー"),
    ("サーバ", "サーバー"), ("確認", "チェック"), ("お問い合わせ", "ご連絡"), ("Choose", "Select"), ("Click", "Press"),
    ("Type", "Enter"), ("必要です", "要ります"), ("対応", "対応済み"), ("してください", "します"), ("設定", "初期設定"),
    ("パスワード", "暗証"), ("ます。", "ます(必須)。"), ("の説明を追加", "の説明を修正"),
  ]

  private static func reword(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    let editable = page.indices.dropFirst().filter { index in
      synonyms.contains { page[index].contains($0.0) }
    }
    guard !editable.isEmpty else { return nil }
    var page = page
    for _ in 0..<pages.numbers.number(1...3) {
      let index = pages.numbers.pick(editable)
      for (old, new) in synonyms.shuffled(using: &pages.numbers) where page[index].contains(old) {
        page[index] = page[index].replacing(old, with: new, maxReplacements: 1)
        break
      }
    }
    return page
  }

  private static func changeNumbers(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    let editable = page.indices.dropFirst().filter {
      page[$0].contains("example") || page[$0].contains("587")
    }
    guard !editable.isEmpty else { return nil }
    var page = page
    let index = pages.numbers.pick(editable)
    page[index] = page[index].replacing(
      "example", with: "mail\(pages.numbers.number(1...9)).example", maxReplacements: 1
    )
    .replacing("587", with: "465")
    return page
  }

  private static func changeMarks(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    let editable = page.indices.filter { "-*+".contains(page[$0].first ?? " ") }
    guard let start = editable.isEmpty ? nil : pages.numbers.pick(editable) else { return nil }
    let isDeeper = pages.numbers.isLucky(0.6)
    var page = page
    for index in start..<min(page.count, start + pages.numbers.number(1...4)) {
      guard let mark = page[index].first, "-*+".contains(mark) else { continue }
      let run = page[index].prefix { $0 == mark }.count
      page[index] =
        isDeeper && run < 3 || run == 1
        ? String(mark) + page[index] : String(page[index].dropFirst())
    }
    return page
  }

  private static func add(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    var page = page
    let index = pages.numbers.number(1...page.count)
    let isItem = index < page.count && page[index].hasPrefix("-")
    let lines =
      isItem
      ? ["--" + pages.client(), "http://new\(pages.numbers.number(1...99)).example/"]
      : [pages.sentence()]
    page.insert(contentsOf: lines.prefix(pages.numbers.number(1...2)), at: index)
    return page
  }

  private static func remove(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    guard page.count > 6 else { return nil }
    var page = page
    let start = pages.numbers.number(1...(page.count - 3))
    page.removeSubrange(start..<(start + pages.numbers.number(1...2)))
    return page
  }

  private static func move(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    guard page.count > 10 else { return nil }
    var page = page
    let start = pages.numbers.number(1...(page.count - 5))
    let block = Array(page[start..<(start + 3)])
    page.removeSubrange(start..<(start + 3))
    page.insert(contentsOf: block, at: pages.numbers.number(1...page.count))
    return page
  }

  /// A step put between others: all behind it get new numbers.
  private static func insertStep(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    let labels = page.indices.filter { page[$0].hasPrefix("-(") }
    guard labels.count >= 3 else { return nil }
    let place = pages.numbers.number(1...(labels.count - 1))
    var page = page
    for (offset, index) in labels.enumerated() where offset >= place {
      guard let close = page[index].firstIndex(of: ")"),
        let number = Int(page[index][..<close].dropFirst(2))
      else { return nil }
      page[index] = "-(\(number + 1))" + page[index][page[index].index(after: close)...]
    }
    page.insert("-(\(place + 1))" + pages.action(), at: labels[place])
    return page
  }

  private static func addNearDuplicate(_ page: [String], _ pages: inout GuidePages) -> [String]? {
    // A second step with the same number would be a slip, no addition.
    let editable = page.indices.dropFirst().filter { index in
      page[index].count > 8 && !page[index].hasPrefix("*")
        && !page[index].contains { "①②③④⑤⑥⑦⑧⑨".contains($0) }
        && !page[index].hasPrefix("-(") && !page[index].hasPrefix("(")
        && page[index].first?.isNumber != true
    }
    guard !editable.isEmpty else { return nil }
    let index = pages.numbers.pick(editable)
    var page = page
    page.insert(page[index] + "(\(pages.numbers.number(2...9)))", at: index + 1)
    return page
  }
}
