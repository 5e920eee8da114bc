import GuideModel
import ImageFiles
import SourceText
import Syntax

extension Rule {
  static let stretchedImage = Rule(
    name: "stretched-image", severity: .warning,
    summary: "the size that is asked for a picture blurs or distorts it",
    explanation: """
      A screenshot that is drawn larger than it is gets blurred, and one of other proportions looks \
      like no window on the reader's screen. Leave the size out, or give one of the same proportions \
      that is not larger than the picture.
      """,
    wrong: Example(
      "drawn twice as wide", "#ref(https://wiki.example/images/step1.png,800x300)\n",
      pictures: [.sized("images/step1.png", 400, 300)]),
    right: Example(
      "drawn at half its size", "#ref(https://wiki.example/images/step1.png,200x150)\n",
      pictures: [.sized("images/step1.png", 400, 300)]),
    shownCheck: { shown, index in
      shown.local.compactMap { image, number -> Finding? in
        guard case .pixels(let width, let height)? = image.size, width > 0, height > 0 else {
          return nil
        }
        let path = index.imageUses.pictures[number].path
        guard let facts = index.images.facts(of: path), let size = facts.size else { return nil }
        let wanted = "\(width) by \(height)"
        let real = "\(size.width) by \(size.height)"
        let proportions =
          Double(width) * Double(size.height) / (Double(height) * Double(size.width))
        if !(0.95...1.05).contains(proportions) {
          let fitting = max(1, width * size.height / size.width)
          return Finding(
            range: image.range,
            message: "\(wanted) distorts '\(path)', which has \(real) pixels",
            help: "\(width) by \(fitting) has its proportions", subject: path)
        }
        // What is drawn from lines can be drawn at any size.
        guard facts.format != .svg, width > size.width, height > size.height else { return nil }
        return Finding(
          range: image.range, message: "\(wanted) is more than '\(path)' has: \(real) pixels",
          help: "leave the size out, or take a larger picture", subject: path)
      }
    })
}
