import SourceText
import Syntax

/// The numbers that readers see before the items of a list whose author typed some.
///
/// A list counts from its first number on, whatever the later ones say; one of nothing but `1.` says
/// nothing about where it begins, and so may go on with the list before it.
struct ListNumbers {
  private let labels: [StepLabel]
  private let areOnes: Bool

  init(_ list: List, in file: SourceFile) {
    let written = list.items.map { item in
      (range: item.label, number: item.label.flatMap { Int(file.text($0)) })
    }
    areOnes = written.allSatisfy { $0.number == 1 }
    var labels: [StepLabel] = []
    for (index, item) in list.items.enumerated() {
      guard list.isOrdered, let range = item.label else { break }
      let number = areOnes ? 1 : list.start + index
      labels.append(
        StepLabel(
          text: String(number), number: number, range: range, contentStart: range.upper))
    }
    self.labels = labels.count == list.items.count ? labels : []
  }

  /// Nil where the author typed no numbers.
  func label(of item: Int) -> StepLabel? { labels.indices.contains(item) ? labels[item] : nil }

  /// The number of the first item.
  var first: Int? { labels.first?.number }

  /// Whether the list counts on from some steps.
  func goesOn(behind steps: [Step]) -> Bool {
    guard let first, let last = steps.last else { return false }
    return first == (Int(last.name) ?? steps.count) + 1 || areOnes && last.label == "1"
  }

  /// Whether the list is another procedure than the steps before it, which had other numbers than 1.
  func beginsAnew(behind steps: [Step]) -> Bool {
    guard first == 1, let last = steps.last else { return false }
    return !areOnes || last.label.map { $0 != "1" } ?? false
  }
}
