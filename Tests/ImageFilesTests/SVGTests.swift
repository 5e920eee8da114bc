import ImageFiles
import Testing

/// How large drawings are, and what makes browsers refuse them.
@Suite struct SVGTests {
  static let sizes: [(String, Int, Int)] = [
    ("width='30' height='20'", 30, 20), ("width=' 30px ' height='20PX'", 30, 20),
    ("width='3in' height='2.5e1'", 288, 25), ("width='30pt' height='2pc'", 40, 32),
    ("width='25.4mm' height='2.54cm'", 96, 96), ("width='10em' height='0.2'", 160, 1),
    ("width='100%' height='100%' viewBox='0 0 48 24'", 48, 24),
    ("width='24' viewBox='0 0 48 24'", 24, 12), ("height='48' viewBox='0 0 48 24'", 96, 48),
    ("viewBox='-5,-5 48.4,23.6'", 48, 24), ("width='5' height='6' viewBox='0 0 0 0'", 5, 6),
  ]

  @Test(arguments: sizes.indices)
  func sizeIsRead(_ index: Int) {
    let (attributes, width, height) = Self.sizes[index]
    let facts = inspect(SVGText.drawing(attributes))
    #expect(facts.size == PixelSize(width, height), "\(attributes)")
    #expect(facts.fault == nil)
  }

  @Test func sizesMustBeSensible() {
    for attributes in [
      "", "width='10'", "width='0' height='5'", "width='-1' height='5'", "width='auto'",
      "width='inf' height='nan'", "width='0x10' height='5'", "viewBox='0 0 5'",
      "viewBox='0 0 0 5'", "width='5%' height='5%'", "style='width:5px;height:5px'",
    ] {
      #expect(inspect(SVGText.drawing(attributes)).fault == .noSize, "\(attributes)")
    }
    let huge = inspect(SVGText.drawing("width='1e300' height='5'")).fault
    #expect(huge == .hugeSize(width: 1_000_000_000, height: 1_000_000_000))
  }

  private static let box = "viewBox='0 0 3 2'"
  private static let root = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'>"

  @Test func whatIsWellFormedIsAccepted() {
    let type = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- > <svg> -->
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd" [
        <!-- ' ]> --> <?a ' ?> <!ELEMENT x (y)>
        <!ENTITY ns "http://www.w3.org/2000/svg">
      ]>

      """
    let texts = [
      type + "<svg xmlns='&ns;' \(Self.box)>&ns;&other;</svg>\n<!-- end -->\n",
      "<s:svg xmlns:s='http://www.w3.org/2000/svg' \(Self.box)><s:g/></s:svg>",
      Self.root + "<![CDATA[ <g> & ]]>&lt;&#38;&#x26;&quot;</svg >",
      Self.root + "<g\n a = '1'\tb=\"'>\" /><名 x='設定'></名></svg>",
      Self.root + "<g xmlns:l='x'><a l:href='#b' xml:space='p'/></g></svg>",
      "<!DOCTYPE html>" + Self.root + "</svg>",
    ]
    for text in texts { #expect(svgFault(text) == "", "\(text)") }
    let inJapanese =
      Array("<?xml version='1.0' encoding='Shift_JIS'?>\(Self.root)".utf8) + [0x90, 0xDD]
      + Array("</svg>".utf8)
    #expect(fault(inJapanese) == "")
  }

  static let broken: [(String, String)] = [
    ("<g></svg>", "`g` is open, `svg` is closed"), ("</svg></g>", "`g` is closed but was not"),
    ("</svg>x", "text stands outside"), ("</svg><g/>", "a second element"),
    ("<g a=1/></svg>", "attribute `a` has no value in quotes"), ("<g a></svg>", "`a` has no value"),
    ("<g a='1'b='2'/></svg>", "no space before an attribute"),
    ("<g a='1' a='2'/></svg>", "attribute `a` stands twice"),
    ("<g a='<'/></svg>", "a `<` in the value"), ("<g a='&'/></svg>", "a bare `&`"),
    ("A & B</svg>", "a bare `&`"), ("&nbsp;</svg>", "nothing declares the entity `&nbsp;`"),
    ("&#;</svg>", "a bare `&`"), ("1 < 2</svg>", "a bare `<`"), ("<g / ></svg>", "a bare `/`"),
    ("<g =''/></svg>", "an attribute without a name"), ("</ svg>", "the tag has no name"),
    ("<!-- a -- b --></svg>", "`--` inside a comment"), ("<!ELEMENT a></svg>", "no such"),
    ("\u{1}</svg>", "a control character"), ("</svg x>", "does not end"),
    ("<a xlink:href='#b'/></svg>", "nothing declares the prefix of `xlink:href`"),
    ("<i:pgf/></svg>", "nothing declares the prefix of `i:pgf`"),
    ("<g xmlns:l='x'/><a l:b=''/></svg>", "nothing declares the prefix of `l:b`"),
  ]

  @Test(arguments: broken.indices)
  func whatIsBrokenIsTold(_ index: Int) {
    let (inside, message) = Self.broken[index]
    let facts = inspect(Array((Self.root + inside).utf8))
    #expect(facts.fault?.description.contains(message) == true, "\(inside): \(facts)")
    #expect(facts.size == PixelSize(3, 2))
  }

  @Test func beginningsThatBrowsersRefuseAreTold() {
    #expect(svgFault("<svg \(Self.box)/>").contains("lacks xmlns="))
    #expect(svgFault("<svg xmlns='http://www.w3.org/2000/SVG' \(Self.box)/>").contains("xmlns="))
    #expect(svgFault("<SVG xmlns='http://www.w3.org/2000/svg'/>").contains("`SVG`, not `svg`"))
    #expect(svgFault("\n<?xml version='1.0'?>" + Self.root + "</svg>").contains("very beginning"))
    #expect(svgFault(Self.root + "<g>").hasPrefix("is cut off: element `g` at byte 58"))
    let bytes = Array(Self.root.utf8) + [0x90, 0xDD] + Array("</svg>".utf8)
    #expect(fault(bytes) == "is damaged at byte 58: bytes that are not UTF-8")
    let wide = SVGText.wide(Array((Self.root + "&</svg>").utf8), .little)
    #expect(fault(wide) == "is damaged at byte \(2 + 2 * 58): a bare `&`")
  }

  @Test func scriptIsSeen() {
    for inside in [
      "<script/>", "<g onclick='a()'/>", "<image href='http://a/b.png'/>", "<image href='b.png'/>",
      "<use href='c.svg#d'/>", "<a href='javascript:a()'/>", "<a href='java&#115;cript:a()'/>",
      "<a href=' java\nscript:a()'/>", "<foreignObject/>", "<g style='fill:url( \"x.svg#a\")'/>",
      "<style>@import 'a.css';</style>", "<style>g{fill:url(//a/b)}</style>",
      "<style><![CDATA[g{fill:url(//a/b)}]]></style>", "<g fill='url(http://a)'/>",
      "<set attributeName='href' to='javascript:a()'/>",
    ] {
      #expect(inspect(SVGText.drawing(Self.box, inside: inside)).hasScript, "\(inside)")
    }
    for before in [
      "<?xml-stylesheet href='a.css'?>", "<!DOCTYPE svg [<!ENTITY a '<script/>'>]>",
      "<!DOCTYPE svg [<!ENTITY a '&#60;script/>'>]>",
    ] {
      #expect(inspect(SVGText.drawing(Self.box, before: before)).hasScript, "\(before)")
    }
    for inside in [
      "<use href='#a'/>", "<a href='https://a/'/>", "<image href='data:image/png;base64,AA'/>",
      "<g style='fill:url(#a)' transform='translate(1 2)'/>", "<style>g{fill:url('#a')}</style>",
      "<text>@import url(x) javascript:</text>", "<animate values='0;1'/>",
    ] {
      #expect(!inspect(SVGText.drawing(Self.box, inside: inside)).hasScript, "\(inside)")
    }
  }

  @Test func hostileDrawingsCostLittle() {
    let many = 100_000
    let texts = [
      String(repeating: "<g>", count: many), "<g " + String(repeating: "a='(' ", count: many),
      "<g " + (0..<many).map { "a\($0)='' " }.joined(), String(repeating: "<g a='(", count: many),
      (0..<many).map { "<g xmlns:a\($0)=''/>" }.joined(), String(repeating: "&lt;", count: many),
      String(repeating: "<g xmlns:a='' a:b=''>", count: 4000), String(repeating: "-", count: many),
      String(repeating: "<style>(</style>", count: many), String(repeating: "]]>", count: many),
      "<![CDATA[" + String(repeating: "]", count: many), "<" + String(repeating: "a", count: many),
    ]
    let types = [
      "<!DOCTYPE a [" + String(repeating: "<!ENTITY a '", count: many),
      "<!DOCTYPE a [" + (0..<many).map { "<!ENTITY a\($0) '&b;'>" }.joined() + "]>",
      "<!DOCTYPE a [" + String(repeating: "<!ENTITY ", count: many),
      String(repeating: "<!-- -->", count: many), String(repeating: "<?a?>", count: many),
      String(repeating: "<!DOCTYPE a>", count: many),
    ]
    let time = ContinuousClock().measure {
      for text in texts { _ = inspect(Array((Self.root + text).utf8)) }
      for text in types { _ = inspect(Array((text + Self.root).utf8)) }
    }
    #expect(time < .seconds(20))
  }
}
