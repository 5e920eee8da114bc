import CommonMark
import GuideModel
import SourceText
import Syntax

/// The numbered steps of a procedure, with what belongs to each.
extension GuideBody {
  mutating func write(
    _ procedure: Procedure, index: Int, of guide: Guide, ids: [[String]]
  ) {
    guard !procedure.steps.isEmpty else { return }
    let labels = procedure.steps.map(\.name)
    let numbers = StepNumbers.numbers(labels)
    // Ticks are kept for a guide as long as its page stays what it is.
    let revision = (site.settings.digests[guide.path] ?? "").prefix(12)
    writer.openHTML("<div class=\"steps\" data-revision=\"\(revision)\">", "</div>")
    for (position, step) in procedure.steps.enumerated() {
      // A number left out, or one used twice, begins another list: Markdown lists only count up.
      let continues = position > 0 && numbers[position] == numbers[position - 1] + 1
      if !continues {
        if position > 0 { writer.tree.close() }
        writer.tree.open(.orderedList(start: numbers[position], isTight: false))
      }
      writer.references = links(for: step.references, in: index, of: guide, ids: ids)
      write(
        step, label: labels[position], id: ids[index][position],
        at: StepPosition(procedure: index, ordinal: step.ordinal), of: guide)
      writer.references = []
    }
    writer.tree.close()
    writer.tree.close()
  }

  mutating func write(
    _ step: Step, label: String, id: String, at position: StepPosition, of guide: Guide
  ) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    printNumber(label, id: id)
    if step.isOptional {
      let word = HTMLText.escaped(text.optional)
      writer.tree.add(
        inline: .init(
          html: ("<span class=\"tag\">\(word)</span> ", ""), markdown: ("(\(word)) ", "")))
    }
    writer.write(step.content)
    writer.tree.close()
    writeArrivals(at: position, of: guide)
    for image in step.images { writer.writeFigure(image) }
    if !step.substeps.isEmpty {
      let isTight = step.substeps.allSatisfy(\.images.isEmpty)
      writer.tree.open(.bulletList(isTight: isTight))
      for substep in step.substeps {
        writer.tree.open(.item)
        writer.tree.open(.paragraph)
        writer.write(substep.content)
        writer.tree.close()
        for image in substep.images { writer.writeFigure(image) }
        writer.tree.close()
      }
      writer.tree.close()
    }
    writer.write(step.details)
    writeReportLink(label, id: id, of: guide)
    writer.tree.close()
  }

  /// The number of a step, which leads to the step itself.
  private mutating func printNumber(_ label: String, id: String) {
    guard writer.tree.beginFrame() else { return }
    let id = HTMLText.escaped(id)
    writer.tree.print(html: "<a class=\"step-number\" id=\"")
    writer.tree.print(html: id)
    writer.tree.print(html: "\" href=\"#")
    writer.tree.print(html: id)
    writer.tree.print(html: "\" aria-label=\"")
    writer.tree.print(htmlText: text.linkToStep(label))
    writer.tree.print(html: "\">")
    writer.tree.print(htmlText: label)
    writer.tree.print(html: "</a>")
    writer.tree.print(markdown: "<a id=\"")
    writer.tree.print(markdown: id)
    writer.tree.print(markdown: "\"></a>")
  }

  /// A link for telling what is wrong with a step, where the site has a place for that.
  private mutating func writeReportLink(_ label: String, id: String, of guide: Guide) {
    guard let pattern = site.settings.reportURL, let page = site.pagesByPath[guide.path] else {
      return
    }
    let address =
      (site.settings.baseURL ?? "")
      + AddressText.encoded(path: clientPage.path) + "#\(id)"
    let target = AddressPattern.filled(
      pattern, page: page.name, file: page.path, step: label, address: address)
    writer.openHTML("<div class=\"report\">", "</div>")
    writer.tree.open(.paragraph)
    writer.link(text.reportStep(label), to: target)
    writer.tree.close()
    writer.tree.close()
  }

  /// Tells readers who begin here that they are at the right place.
  mutating func writeArrivals(at position: StepPosition, of guide: Guide) {
    guard position != StepPosition(procedure: 0, ordinal: 1) else { return }
    for point in guide.entryPoints where point.target == position {
      writer.openHTML("<div class=\"start-here\">", "</div>")
      paragraph(text.startHere(audience(point.audience)))
      writer.tree.close()
    }
  }

  /// Where references lead: to a step of their own procedure, else of the setup.
  func links(
    for references: [StepReference], in index: Int, of guide: Guide, ids: [[String]]
  ) -> [(range: SourceRange, address: String)] {
    references.compactMap { reference in
      let target = site.library.target(
        of: reference, label: reference.label, in: index, of: guide)
      guard let other = target.guide, let position = target.position else { return nil }
      if other.id == guide.id {
        return (reference.range, "#" + ids[position.procedure][position.ordinal - 1])
      }
      return writer.links.step(position, in: other).map { (reference.range, $0) }
    }
  }
}
