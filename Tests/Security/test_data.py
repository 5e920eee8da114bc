"""Files for other programs, read by parsers of their own."""

import csv
import io
import json
import re

import html5lib
import pytest
from defusedxml import ElementTree
from lxml import etree

import hostile
import judge

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def published(site, *endings):
    found = [f for f in sorted((site.folder / "site").rglob("*"))
             if f.is_file() and f.suffix in endings and hostile.MARK not in f.name]
    assert found
    return found


def test_json_is_json_without_controls(attacked):
    for file in published(attacked, ".json"):
        text = file.read_text()
        json.loads(text)
        assert not CONTROLS.search(text.replace("\n", "")), file


def test_xml_has_the_elements_that_it_should(attacked):
    """Neither entities nor elements come from pages, and what has to be an address is one."""
    names = set()
    for file in published(attacked, ".xml", ".mobileconfig"):
        # Refuses entities, and knows of no document but this one.
        root = ElementTree.fromstring(file.read_bytes(), forbid_dtd=file.suffix == ".xml")
        strict = etree.fromstring(file.read_bytes(), etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False))
        assert len(list(root.iter())) == len(list(strict.iter()))
        for element in root.iter():
            names.add(element.tag.split("}")[-1])
            assert hostile.MARK not in element.tag
            for key, value in element.attrib.items():
                assert hostile.MARK not in key
                if key in ("href", "src"):
                    assert judge.scheme(value) in ("", "http:", "https:"), value
    assert {"urlset", "loc"} <= names
    assert not names & {"script", "img", "svg", "iframe"}


def rows(data):
    text = data.decode().removeprefix("\ufeff")
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert text.endswith("\r\n") and found
    return found


@pytest.mark.parametrize("words", [(), ("--excel",)])
def test_csv_has_as_many_fields_in_every_row(attacked, words):
    out, err, code = attacked.run("export", "compatibility", "content", "--format", "csv", *words)
    found = rows(out)
    assert {len(row) for row in found} == {14} and len(found) > 1
    assert any("top.zq121" in row[2] for row in found)
    # Some spreadsheets take the wide signs of East Asian keyboards for formulas as well.
    begins = {cell[0] for row in found for cell in row if cell}
    assert not words or not begins & set("=+-@\t\r＝＋－＠")


def test_a_formula_is_text_in_a_file_for_excel(site):
    """Each sign that begins a formula, and a quote that a mark behind it must not hide."""
    names = ["=1+1", "+1", "-1", "@SUM(1)", "＝1", "＋1", "－1", "＠1", '"\u0301,=1,"\u0301']
    site.write("content/clients.yml", "".join(
        f"c{number}:\n  name: {json.dumps(name)}\n  source: x\n"
        f"  support:\n    imap: {{level: native, source: x}}\n" for number, name in enumerate(names)))
    site.write("content/a.txt", "IMAP\n")
    out, err, code = site.run("export", "compatibility", "content", "--format", "csv", "--excel")
    cells = sorted(row[2] for row in rows(out)[1:])
    assert cells == sorted(["'" + n if n[0] != '"' else n for n in names])
    out, err, code = site.run("export", "compatibility", "content", "--format", "csv")
    assert sorted(row[2] for row in rows(out)[1:]) == sorted(names)


@pytest.mark.parametrize("kind", ["screenshots", "guides", "links"])
def test_worklists(attacked, kind):
    out, err, code = attacked.run("worklist", kind, "content", "--format", "csv")
    assert len({len(row) for row in rows(out)}) == 1
    out, err, code = attacked.run("worklist", kind, "content", "--format", "json")
    json.loads(out)
    out, err, code = attacked.run("worklist", kind, "content", "--format", "markdown")
    assert not CONTROLS.search(out.decode().replace("\n", ""))
    import markdown_it
    html = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(out.decode())
    assert not list(judge.faults(html, hostile.MARK, is_part=True))


def test_code_of_a_worklist_ends_where_it_should(site):
    """A mark behind a backtick makes one character of both, and still ends code."""
    site.write("content/Thunderbird.txt", "*Thunderbirdの設定\n**設定手順\n"
               "+開く&ref(`\u0301<img src=x onerror=zq1>`\u0301.png,`\u0301<svg onload=zq1>);\n"
               "+|\u0301<b>`\u0301\n+<\u0301&\u0301lt;\n")
    site.write("content/`\u0301<img src=x onerror=zq2>`\u0301.txt",
               "*Becky!の設定\n**設定手順\n+開く\n")
    for kind in ["screenshots", "guides", "links"]:
        out, err, code = site.run("worklist", kind, "content", "--format", "markdown")
        import markdown_it
        html = markdown_it.MarkdownIt("commonmark", {"html": True}).render(out.decode())
        assert not list(judge.faults(html, hostile.MARK, is_part=True)), out.decode()


def test_maps_for_servers_are_pairs_of_addresses(attacked):
    """Two addresses a line, of nothing but what neither server gives a meaning."""
    folder = attacked.folder / "site/redirects"
    plain = r"[A-Za-z0-9\-._~/%?]+"
    for name, shape in [("nginx.map", f"({plain}) ({plain});"), ("apache.txt", f"({plain}) ({plain})"),
                        ("../_redirects", f"({plain})\\* ({plain}) 301")]:
        lines = (folder / name).read_text().split("\n")
        assert lines.pop() == "" and lines
        for line in lines:
            assert re.fullmatch(shape, line), line
            assert line.startswith("/sub/") and " /sub/pages/" in line


def test_the_list_for_language_models_is_a_list_of_links(attacked):
    import markdown_it
    text = (attacked.folder / "site/llms.txt").read_text()
    html = markdown_it.MarkdownIt("commonmark", {"html": True}).render(text)
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert not list(judge.faults(html, hostile.MARK, is_part=True))
    for link in root.iter("a"):
        assert link.get("href").startswith("https://help.example.jp/sub/")
    assert not CONTROLS.search(text.replace("\n", ""))


def exported(site, form):
    out, err, code = site.run(
        "export", "compatibility", "content", "--format", form, "--fail-on", "never")
    assert code in (0, 1) and b"zq" in out, err.decode(errors="replace")[-2000:]
    text = out.decode()
    assert not CONTROLS.search(text.replace("\n", "").replace("\t", "").replace("\r", ""))
    return text


def members(pairs):
    """An object of JSON none of whose keys is there twice."""
    assert len({key for key, value in pairs}) == len(pairs), [key for key, value in pairs]
    return dict(pairs)


def values(node, key=None):
    """Each text of a tree of JSON with the key of what holds it."""
    children = node.items() if isinstance(node, dict) else [(key, child) for child in node]
    for key, child in children:
        if isinstance(child, (dict, list)):
            yield from values(child, key)
        elif isinstance(child, str):
            yield key, child


@pytest.mark.parametrize("form", ["html", "markdown", "json"])
def test_exports(listed, form):
    text = exported(listed, form)
    if form == "html":
        assert not list(judge.faults(text, hostile.MARK))
    if form == "json":
        json.loads(text, object_pairs_hook=members)
    if form == "markdown":
        import markdown_it
        html = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
        assert not list(judge.faults(html, hostile.MARK, is_part=True))


def test_browser_data_keeps_its_shape(listed):
    """Pages fill texts, never keys; notes, in which the shape has HTML, have none of theirs."""
    tree = json.loads(exported(listed, "bcd"), object_pairs_hook=members)
    notes = []

    def walk(node):
        for key, child in node.items():
            assert re.fullmatch(r"__compat|[a-z0-9_-]+", key), key
            if key == "releases":
                # What versions are called.
                assert all(release == {} or release == [] for release in child.values())
            elif key == "__compat":
                assert set(child) <= {"description", "spec_url", "support", "status"}
                for client, statements in child["support"].items():
                    assert client in tree["browsers"]
                    for statement in statements:
                        notes.extend(statement.get("notes", []))
            elif isinstance(child, dict):
                walk(child)

    walk({key: child for key, child in tree.items() if not key.startswith("__")})
    assert any(hostile.MARK in note for note in notes)
    for note in notes:
        assert not list(html5lib.parseFragment(note)), note


def test_letters_stay_in_their_columns(listed):
    """As many columns in each line; what is said in words stands behind a mark."""
    lines = exported(listed, "caniuse").split("\n")
    assert lines.pop() == ""
    table = [line.split("\t") for line in lines if not line.startswith("//")]
    assert table[0][0] == "client" and len(table) > 10
    assert {len(row) for row in table} == {len(table[0])}
    for row in table[1:]:
        assert re.fullmatch(r"[a-z0-9-]+", row[0]), row
        for cell in row[1:]:
            assert re.fullmatch(r"[ynu]|a( #[0-9]+)*", cell), cell
    marks = {int(mark) for row in table for cell in row for mark in re.findall("#([0-9]+)", cell)}
    notes = [line for line in lines if re.match(r"// #[0-9]+ ", line)]
    assert marks == set(range(1, len(notes) + 1))
    # What some editors and terminals take for the end of a line.
    assert not any(re.search("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", line) for line in lines)


def test_a_graph_can_be_put_in_a_page(listed):
    """It does not end the element that holds it, and what has to be an address is one."""
    text = exported(listed, "json-ld")
    page = judge.tree(f'<script type="application/ld+json">{text}</script>')
    scripts = list(page.iter("script"))
    assert len(scripts) == 1 and scripts[0].text == text
    assert not list(judge.faults(page, hostile.MARK))
    graph = json.loads(text, object_pairs_hook=members)["@graph"]
    assert len(graph) > 10
    for key, value in values(graph):
        if key in ("@id", "url", "sameAs", "image", "downloadUrl", "license"):
            assert judge.scheme(value) in ("http:", "https:"), (key, value)
        if key in ("@id", "image"):
            assert value.startswith("https://help.example.jp/sub/"), (key, value)


@pytest.mark.parametrize("form", ["autoconfig", "mobileconfig", "autodiscover", "srv"])
def test_settings_of_a_company_with_a_hostile_name(attacked, form):
    out, err, code = attacked.run("export", "settings", "content", "--format", form)
    if code:
        pytest.skip(err.decode()[:80])
    if form in ("autoconfig", "autodiscover"):
        root = ElementTree.fromstring(out)
        assert not [e for e in root.iter() if e.tag.split("}")[-1] in ("img", "script")]
    if form == "mobileconfig":
        ElementTree.fromstring(out)
