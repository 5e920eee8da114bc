import HTMLScan
import Testing

/// Start tags of hostile and ordinary pages, whole and in pieces of every size.
@Suite struct HTMLTagsTests {
  /// Pages, and their start tags as the page has them.
  private static let pages: [(page: String, tags: [String])] = [
    ("<p id=a>text<b>x</b>", ["<p id=a>", "<b>"]),
    ("<A HREF='x>y' id=\"q\">", ["<A HREF='x>y' id=\"q\">"]),
    ("a < b <1> <é> </> <i>", ["<i>"]),
    ("<!-- <p id=no> --><i>", ["<i>"]),
    ("<!--><p><!---><b><!-- --!><i>", ["<p>", "<b>", "<i>"]),
    ("<!DOCTYPE html><?xml <p>?><i>", ["<i>"]),
    ("<script>'<p id=no>' </scriptx <b></script ><i>", ["<script>", "<i>"]),
    (
      "<TEXTAREA><p></textarea><style><p></STYLE><title><p></title><i>",
      ["<TEXTAREA>", "<style>", "<title>", "<i>"]
    ),
    ("<template><p><template><b></template><u></template><i>", ["<template>", "<i>"]),
    (
      "<svg><title/><g id=yes></svg><title><p></title><i>",
      ["<svg>", "<title/>", "<g id=yes>", "<title>", "<i>"]
    ),
    ("<p id", []), ("<p id=\"a><b>", []), ("<", []), ("<script><p>", ["<script>"]),
    ("<!-- <p>", []), ("</p x='>'><i>", ["<i>"]),
    ("<a\nhref = x / checked>", ["<a\nhref = x / checked>"]),
  ]

  @Test(arguments: pages.indices) func wholePage(_ index: Int) {
    let (page, expected) = Self.pages[index]
    #expect(Self.tags(Array(page.utf8), piece: .max) == expected)
  }

  @Test(arguments: pages.indices) func piecesFindTheSame(_ index: Int) {
    let (page, expected) = Self.pages[index]
    for piece in 1...9 {
      #expect(Self.tags(Array(page.utf8), piece: piece) == expected, "in pieces of \(piece)")
    }
  }

  @Test func attributes() throws {
    let page = Array("<a HREF = 'x y' id=\"a&amp;b&#x3042;\" id=second =odd data-x disabled>".utf8)
    var tags = HTMLTags()
    let first = tags.next(in: page.span)
    let tag = try #require(first)
    #expect(tag.name == .a)
    func value(_ name: HTMLName) -> String? {
      tag.value(of: name, in: page.span).map {
        String(decoding: HTMLReferences.decoded(page.span, $0), as: UTF8.self)
      }
    }
    #expect(value(.href) == "x y")
    #expect(value(.id) == "a&bあ")
    #expect(value(HTMLName("disabled")) == "")
    #expect(value(HTMLName("=odd")) == "")
    #expect(value(.src) == nil)
  }

  @Test func brokenReferencesStay() {
    for text in ["&", "&;", "&#;", "&#x;", "&#0;", "&#xD800;", "&nosuch;", "&amp", "&#99999999;"] {
      let bytes = Array(text.utf8)
      #expect(HTMLReferences.decoded(bytes.span, 0..<bytes.count) == bytes)
    }
  }

  /// Any bytes end, and every tag lies inside them.
  @Test func hostileBytesEnd() {
    var seed: UInt64 = 7
    let alphabet = Array("<>/!-='\" \nasvgtemplatescript\u{0}".utf8)
    for _ in 0..<2_000 {
      let bytes = (0..<60).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(seed >> 33) % alphabet.count]
      }
      #expect(Self.tags(bytes, piece: .max) == Self.tags(bytes, piece: 3))
    }
  }

  private static func tags(_ page: [UInt8], piece: Int) -> [String] {
    var scanner = HTMLTags()
    var found: [String] = []
    var held: [UInt8] = []
    var rest = page[...]
    repeat {
      held += rest.prefix(piece)
      rest = rest.dropFirst(piece)
      while let tag = scanner.next(in: held.span, isLast: rest.isEmpty) {
        found.append(String(decoding: held[tag.range], as: UTF8.self))
      }
      held.removeFirst(scanner.position)
      scanner.rebase()
    } while !rest.isEmpty
    return found
  }
}
