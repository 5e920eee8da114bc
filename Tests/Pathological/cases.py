"""Sites that nobody means: what each is called, its files, and how large it is."""

import base64
import gzip
import struct
import zlib


def pages(ending, makers):
    """Cases of one page: `makers` is by name a pair of a function from a count to text, and a count."""
    return {f"{ending}-{name}": ({"Page." + ending: make}, count)
            for name, (make, count) in makers.items()}


def repeated(text):
    return lambda n: text * n


def nested(opening, closing="", inner="x"):
    return lambda n: opening * n + inner + closing * n


def deeper(mark, text="a", unit=1):
    """Lines of which each stands one level deeper; their sum grows with the square of the depth."""
    return lambda n: "".join(mark * (level * unit) + text + "\n" for level in range(1, n + 1))


def columns(cell, end="\n"):
    return lambda n: (cell * n + end) * 3


def headings(mark):
    return lambda n: (mark + "\n\ntext\n\n") * n


def clients(mark):
    def make(n):
        return "".join(mark.format(i=i) for i in range(n))
    return make


MILLION, DEEP = 1_000_000, 10_000

PUKIWIKI = {
    name: (repeated(mark), MILLION) for name, mark in {
        "brackets": "[[", "quotes": "''", "notes": "((", "plugins": "&(", "named-plugins": "&a(",
        "plugins-with-text": "&a(){", "three-quotes": "'''", "strokes": "%%", "bars": "|",
        "colons": ":a|", "left": "LEFT:", "schemes": "http://", "at-signs": "a@", "entities": "&#",
        "wide-names": "WikiName", "one-line": "あ", "arrows": "[[a>", "sizes": "SIZE(9){",
        "blocks": "#a{{\n", "block-plugins": "#a(", "includes": "#include(Page)\n",
        "contents": "#contents\n", "line-ends": "\n", "quotes-at-line-starts": ">\n",
        "carriage-returns": "\r", "slashes": "//", "commas": ",a", "percent": "%", "steps": "(1)", "contents-and-headings": "#contents\n*a\n",
        "numbered-steps": "-(1)\n", "step-references": "(1)から(2)へ", "plugins-in-quotes": "&a(''&a(''",
        "links-in-quotes": "[[''[[''", "notes-in-quotes": "((''((''", "quoted-cells": ',"a',
        "verbatim": "--(\n", "more-braces": "#b{{{\n#div{{\n#a{{{\n}}\n", "addresses": "[http://a ",
    }.items()
} | {
    "links-with-one-end": (nested("[[a", inner="]]"), MILLION),
    "wide-row": (lambda n: "|a" * n + "|\n" + "|b|\n" * n, 200_000),
    "nested-brackets": (nested("[[", "]]"), DEEP), "nested-quotes": (nested("''a'''b", "'''c''"), DEEP),
    "nested-notes": (nested("((", "))"), DEEP), "nested-plugins": (nested("&a(){", "};"), DEEP),
    "nested-colours": (nested("COLOR(red){", "}"), DEEP), "nested-sizes": (nested("SIZE(9){", "}"), DEEP),
    "nested-rubies": (nested("&ruby(a){", "};"), DEEP),
    "nested-blocks": (nested("#a{{\n", "}}\n", "x\n"), DEEP),
    "lists-in-quotes": (repeated(">a\n-b\n"), DEEP), "terms-in-lists": (repeated(":a|b\n+b\n"), DEEP),
    "list-marks": (nested("-"), DEEP), "quote-marks": (nested(">"), DEEP),
    "columns": (columns("|a", "|\n"), DEEP), "joined-columns": (columns("|>", "|a|\n"), DEEP),
    "joined-rows": (repeated("|~|a|\n"), 100_000), "comma-columns": (columns(",a"), DEEP),
    "headings": (headings("*Same"), 100_000), "steps-of-one": (clients("-({i})step\n"), 100_000),
    "clients": (lambda n: "*対応メールソフト\n-正式対応\n" + clients("--Mail{i}er\n")(n), 100_000),
    "guides": (clients("**設定例(Mail{i}erの場合)\n-(1)a\n-(2)b\n"), 20_000),
    "terms-of-clients": (lambda n: "*対応\n" + clients(":Mail{i}er|対応\n")(n), 50_000),
    "rows-of-clients": (
        lambda n: "*対応\n|メールソフト|POP|IMAP|h\n" + clients("|Mail{i}er|○|×|\n")(n), 50_000),
    "notes-apart": (repeated("((a))\n"), 100_000), "links-apart": (repeated("[[Pge]] "), 100_000),
    "anchors": (repeated("&aname(a);\n"), 100_000), "pictures": (repeated("#ref(a.png)\n"), 100_000),
    "comments": (repeated("//wikiguide: client a\n"), 100_000),
}

MARKDOWN = {
    name: (repeated(mark), MILLION) for name, mark in {
        "brackets": "[", "stars": "*", "pairs-of-stars": "**", "lines-under": "_", "backticks": "`",
        "quotes": "> ", "bangs": "![", "less": "<", "tags": "<b>", "closed-tags": "</b>",
        "comments": "<!--", "waves": "~~", "notes": "[^a]", "open-links": "[a](", "targets": "](",
        "entities": "&", "backslashes": "\\", "items": "- ", "bars": "|", "braces": "{#",
        "empty-items": "-\n", "fences": "```\n", "rules": "---\n", "line-ends": "\n",
        "definitions": "[a]: b\n", "addresses": "https://", "at-signs": "a@", "one-line": "あ",
        "stars-and-letters": "*a **a ", "schemes": "<a:", "tasks": "- [ ] \n", "table-marks": "|-",
        "admonitions": "!!! a\n", "boxes": ":::a\n", "tabs": '=== "a"\n', "quoted-lines": ">a\n",
        "details": "<details>\n", "divs": "<div>\n\n", "tag-and-quote": '<a b="', "dollars": "$$",
        "html-instructions": "<?", "declarations": "<!A", "data": "<![CDATA[", "hosts": "www.a/",
        "empty-addresses": "http://-", "tables-in-items": "- |a|\n  |-|\n  |b|\n",
        "terms": "a\n: b\n\n", "terms-apart": "a\n\n: b\n\n\n", "meanings": ": b\n\n",
        "terms-in-items": "- a\n  : b\n", "open-titles": '[a]: b "\n', "image-marks": "![a][",
    }.items()
} | {
    "tags-of-other-names": (nested("<b>", "</i>"), 300_000),
    "open-attributes": (lambda n: "<div>\n" + "<a b=" * n, MILLION),
    "wide-table": (lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b|\n" * n, 3_000),
    "long-definition": (lambda n: "[a]: " + "x" * n + "\n\n" + "[a] " * n, 100_000),
    "far-meanings": (lambda n: "a\n: b\n" + "\n" * n + "a\n: b\n", MILLION),
    "nested-brackets": (nested("[", "](a)"), DEEP), "nested-stars": (nested("*a **b ", "** c*"), DEEP),
    "nested-quotes": (nested("> "), DEEP), "nested-lists": (deeper(" ", "- a", 2), 1_000),
    "nested-items": (nested("- "), DEEP), "nested-admonitions": (deeper("    ", "!!! a\n"), 600),
    "nested-boxes": (nested(":::a\n", ":::\n", "x\n"), DEEP),
    "nested-details": (nested("<details>\n<summary>a</summary>\n\n", "</details>\n", "x\n"), DEEP),
    "nested-tags": (nested("<b>", "</b>"), DEEP), "nested-pictures": (nested("![", "](a)"), DEEP),
    "nested-tabs": (deeper("    ", '=== "a"\n'), 600),
    "columns": (lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b" * n + "|\n", DEEP),
    "rows": (lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n, 100_000),
    # libcmark fills up the cells that a row lacks.
    "short-rows": (lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b|\n" * n, 3_000),
    "headings": (headings("# Same"), 100_000), "underlined": (repeated("a\n===\n"), 100_000),
    "notes-apart": (clients("[^{i}] "), 100_000),
    "defined-notes": (clients("[^{i}] \n\n[^{i}]: a\n\n"), 50_000),
    "steps": (clients("{i}. step\n"), 100_000), "links": (repeated("[a](b.md) "), 100_000),
    "clients": (lambda n: "# Supported clients\n\n" + clients("- Mail{i}er\n")(n), 100_000),
    "uses": (lambda n: "[a]: b\n\n" + "[a] " * n, 300_000),
    "front-matter": (lambda n: "---\n" + clients("k{i}: [a, b]\n")(n) + "---\na\n", 100_000),
    "front-matter-bomb": (lambda n: "---\na: &a [x]\n" + "".join(
        f"a{i}: &a{i} [*a{i - 1 if i else ''},*a{i - 1 if i else ''}]\n" for i in range(n))
        + "---\na\n", 100),
}

MEDIAWIKI = {
    name: (repeated(mark), MILLION) for name, mark in {
        "brackets": "[[", "braces": "{{", "quotes": "''", "five-quotes": "'''''", "tables": "{|\n",
        "tags": "<b>", "notes": "<ref>", "comments": "<!--", "addresses": "[http://a ",
        "nowiki": "<nowiki>", "three-braces": "{{{", "open-tags": "<b", "switches": "__A",
        "named-links": "[[a|", "named-braces": "{{a|", "list-marks": "#:*;", "rows": "|-\n",
        "files": "[[File:a.png|", "one-line": "あ", "bars": "||", "empty-notes": "<ref name=a/>",
        "blockquotes": "<blockquote>", "closed": "</b>", "items": "* a\n", "equals": "=", "pre": " a\n",
        "bare-addresses": "[http://a", "mail": "[mailto:a", "references": "<references/>",
        "comments-in-a-row": "<!---->", "quotes-on-lines": "<blockquote>\n", "elements": "<b><i></b>",
        "colons": ":a", "galleries": "<gallery>\na.png|b\n</gallery>", "signs": "~",
    }.items()
} | {
    "notes-with-one-end": (nested("<ref>", inner="</ref>"), MILLION),
    "quotes-with-one-end": (nested("<blockquote>\n", inner="</blockquote>"), MILLION),
    "tags-in-a-term": (lambda n: ";" + "<b>" * n, MILLION),
    "addresses-in-a-term": (lambda n: ";" + "[http://a" * n, MILLION),
    "signs-in-a-term": (lambda n: ";" + "'a" * n, MILLION),
    "pictures-in-pictures": (nested("[[File:a.png|", "]]"), 100_000),
    "wide-cells": (lambda n: "{|\n" + '| colspan=200 rowspan=200 | a\n|-\n' * n + "|}\n", 100_000),
    "wide-row": (lambda n: "{|\n" + "||a" * n + "\n" + "|-\n|a\n" * n + "|}\n", 200_000),
    "nested-brackets": (nested("[[a|", "]]"), DEEP), "nested-braces": (nested("{{a|", "}}"), DEEP),
    "nested-tables": (nested("{|\n|\n", "|}\n", "x\n"), DEEP), "nested-tags": (nested("<b>", "</b>"), DEEP),
    "nested-notes": (nested("<ref>", "</ref>"), DEEP), "nested-quotes": (nested("''a'''b", "'''c''"), DEEP),
    "nested-blockquotes": (nested("<blockquote>\n", "</blockquote>\n", "x\n"), DEEP),
    "nested-lists": (deeper("*"), 2_000), "terms": (repeated(";a:b\n"), 100_000),
    "columns": (lambda n: "{|\n" + "| a |" * n + "\n|}\n", DEEP),
    "joined": (lambda n: "{|\n" + '| colspan=1000 rowspan=1000 | a\n|-\n' * n + "|}\n", DEEP),
    "headings": (headings("== Same =="), 100_000),
    "clients": (lambda n: "== Supported clients ==\n" + clients("* Mail{i}er\n")(n), 100_000),
    "used-notes": (lambda n: "<ref name=a>b</ref>" + "<ref name=a/>" * n, 100_000),
}

DOKUWIKI = {
    name: (repeated(mark), MILLION) for name, mark in {
        "brackets": "[[", "braces": "{{", "notes": "((", "stars": "**", "slashes": "//", "quotes": "''",
        "lines-under": "__", "open-code": "<code", "code": "<code>", "percent": "%%", "sub": "<sub>",
        "boxes": "<note>\n", "breaks": "\\\\ ", "named-links": "[[a|", "cells": "^ a |",
        "joined": "||:::|\n", "wraps": "<WRAP>\n", "quoted": ">", "one-line": "あ", "files": "<file>\n",
        "items": "  * a\n", "mixed": "**a//b__c", "html": "<html>", "sections": "====== a ======\n",
        "comments": "<!--", "known-comments": "<!-- wikiguide: a ", "less": "<", "addresses": "http://",
        "quoted-lines": "> a\n>> b\n", "macros": "~~A", "rules": "----\n", "pre": "  a\n",
        "media": "{{a.png?1x1|b}}", "shares": "[[\\\\a\\b]]", "ordered": "  - a\n    - b\n",
    }.items()
} | {
    "tags-with-one-end": (nested("<sub>", inner="</sub>"), MILLION),
    "wide-row": (lambda n: "|a" * n + "|\n" + "|:::" * n + "|\n", 100_000),
    "short-rows-below": (lambda n: "|a" * n + "|\n" + "|b|\n" * n, 100_000),
    "nested-brackets": (nested("[[a|", "]]"), DEEP), "nested-notes": (nested("((", "))"), DEEP),
    "nested-stars": (nested("**a//b", "//c**"), DEEP), "nested-sub": (nested("<sub>", "</sub>"), DEEP),
    "nested-boxes": (nested("<note>\n", "</note>\n", "x\n"), DEEP),
    "nested-wraps": (nested("<WRAP>\n", "</WRAP>\n", "x\n"), DEEP),
    "nested-lists": (deeper("  ", "* a"), 1_000), "nested-quotes": (deeper(">"), 2_000),
    "columns": (columns("| a ", "|\n"), DEEP), "headings": (headings("==== Same ===="), 100_000),
    "clients": (lambda n: "==== Supported clients ====\n" + clients("  * Mail{i}er\n")(n), 100_000),
}


def aliases(n):
    lines = ["a: &a [x, x]"]
    for i in range(n):
        last = f"a{i - 1}" if i else "a"
        lines.append(f"a{i}: &a{i} [*{last}, *{last}, *{last}, *{last}]")
    return "\n".join(lines) + f"\nnavigation: *a{n - 1}\n"


def keys(n):
    lines = ["a: &a [x, x]"]
    for i in range(n):
        last = f"a{i - 1}" if i else "a"
        lines.append(f"a{i}: &a{i} [*{last}, *{last}, *{last}, *{last}]")
    return "\n".join(lines) + f"\n? *a{n - 1}\n: b\n"


def flow(n):
    return "title: " + "[" * n + "]" * n + "\n"


def block(n):
    return "title:\n" + "- " * n + "a\n"


def open_flow(n):
    return "title: " + "[{a: " * n + "\n"


def many_keys(n):
    return "".join(f"k{i}: v\n" for i in range(n))


def entities(n):
    lines = ['<!DOCTYPE x [', '<!ENTITY l0 "lol">']
    lines += [f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(n)]
    return "\n".join(lines) + "\n]>\n"


def drawing(n):
    return ('<?xml version="1.0"?>\n' + entities(n)
            + f'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">&l{n};</svg>\n')


def deep_drawing(n):
    return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">' + "<g>" * n + "</g>" * n + "</svg>"


def export(n):
    return ('<?xml version="1.0"?>\n' + entities(n)
            + f'<mediawiki><page><title>A</title><ns>0</ns><revision><text>&l{n};</text></revision>'
            "</page></mediawiki>\n")


def deep_export(n):
    return "<mediawiki>" + "<page>" * n + "</page>" * n + "</mediawiki>"


def png(n):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", n, n, 8, 6, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000)))
            + chunk(b"IEND", b""))


def bomb(n):
    return gzip.compress(bytes(n * 1024 * 1024), 9)


PICTURE = {"Page.txt": lambda n: "*Page\n#ref(images/a.png)\nhttp://a.b/images/a.png\n"}
CALM = {"Page.txt": lambda n: "*Page\ntext\n"}
NAME = "50616765"

OTHERS = {
    "yaml-aliases": (CALM | {"wikiguide.yml": aliases}, 40),
    "yaml-aliases-as-keys": (CALM | {"wikiguide.yml": keys}, 40),
    "yaml-flow": (CALM | {"wikiguide.yml": flow}, DEEP),
    "yaml-block": (CALM | {"wikiguide.yml": block}, DEEP),
    "yaml-open-flow": (CALM | {"wikiguide.yml": open_flow}, DEEP),
    "yaml-keys": (CALM | {"wikiguide.yml": many_keys}, 100_000),
    "provider-aliases": (CALM | {"provider.yml": aliases}, 40),
    "provider-block": (CALM | {"provider.yml": block}, DEEP),
    "clients-aliases": (CALM | {"clients.yml": aliases}, 40),
    "clients-block": (CALM | {"clients.yml": block}, DEEP),
    "clients-many": (CALM | {"clients.yml": clients("c{i}:\n  name: Mail{i}er\n  source: a\n")}, 20_000),
    "features-aliases": (CALM | {"features.yml": aliases}, 40),
    "drawing-entities": (PICTURE | {"images/a.svg": drawing}, 30),
    "drawing-depth": (PICTURE | {"images/a.svg": deep_drawing}, 100_000),
    "picture-size": (PICTURE | {"images/a.png": lambda n: png(n)}, 2**31 - 1),
    "line-too-long": ({"Page.txt": repeated("a" * 1000)}, 52_429),
    "line-too-long-markdown": ({"Page.md": repeated("a" * 1000)}, 52_429),
    "many-pages": ({f"P{i}.txt": (lambda n: "*Page\n[[P1]]\n") for i in range(2_000)}, 1),
    "inclusions": ({f"P{i}.txt": (lambda n, i=i: "#include(P%d)\n" % (i + 1) * 100)
                    for i in range(20)}, 1),
    "backup-bomb": ({f"wiki/{NAME}.txt": lambda n: "*Page\n", f"backup/{NAME}.gz": bomb,
                     "attach/x": lambda n: "", "diff/x": lambda n: ""}, 1_000),
}

# Exports are imported, not built.
EXPORTS = {"export-entities": (export, 30), "export-depth": (deep_export, 100_000)}

CASES = (pages("txt", PUKIWIKI) | pages("yuki", PUKIWIKI) | pages("pyuki", PUKIWIKI)
         | pages("md", MARKDOWN) | pages("mediawiki", MEDIAWIKI) | pages("dokuwiki", DOKUWIKI) | OTHERS)
