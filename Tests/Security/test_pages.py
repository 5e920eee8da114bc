"""Pages as browsers read them, and their twins as other programs for Markdown print them.

    python -m pytest Tests/Security --program .build/debug/wikiguide
"""

import json

import markdown_it
import pytest

import hostile
import judge


def files(site, ending):
    found = sorted((site.folder / "site").rglob("*" + ending))
    assert found
    return [f for f in found if f.is_file() and hostile.MARK not in f.name]


@pytest.fixture(scope="session")
def trees(attacked):
    """All pages by their paths, as a browser reads them."""
    return {str(f.relative_to(attacked.folder / "site")): judge.tree(f.read_text())
            for f in files(attacked, ".html")}


def test_no_page_holds_what_a_stranger_wrote(trees):
    found = [f"{page}: {fault}" for page, tree in trees.items()
             for fault in judge.faults(tree, hostile.MARK)]
    assert len(trees) > 400
    assert not found, f"{len(found)}\n" + "\n".join(found[:40])


def test_the_judge_sees_what_it_is_for():
    """Each class of text, put into a page without any escaping, is seen."""
    for text in [hostile.ENDS_OF_TEXT[i] for i in (0, 1, 2, 3, 4, 7, 9, 11, 13, 14, 15)]:
        assert list(judge.faults(f"<p>{text}</p>", hostile.MARK, is_part=True)), text
    for text in hostile.ENDS_OF_ATTRIBUTES[:1] + hostile.ENDS_OF_ATTRIBUTES[3:5]:
        assert list(judge.faults(f'<a title="{text}">x</a>', hostile.MARK, is_part=True)), text
    for address in hostile.ADDRESSES[:7]:
        page = f'<a href="{address}">x</a>'
        assert list(judge.faults(page, hostile.MARK, is_part=True)), address


def test_every_page_forbids_scripts_of_its_own(trees):
    """Should an escape fail once, the policy still holds."""
    for file, root in trees.items():
        metas = {m.get("http-equiv", "").lower(): m.get("content") for m in root.iter("meta")}
        if "refresh" in metas:
            continue
        policy = dict(
            part.strip().split(" ", 1) for part in metas["content-security-policy"].split(";"))
        assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'", file
        assert policy["base-uri"] == "'none'" and "unsafe" not in str(policy), file


def test_data_for_machines_stays_in_its_element(trees):
    count = 0
    for root in trees.values():
        for script in root.iter("script"):
            if script.get("type") == "application/ld+json":
                assert "<" not in script.text
                data = json.loads(script.text)
                assert data["@context"] == "https://schema.org"
                count += 1
    assert count > 100


PRINTERS = {
    "tables": markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]),
    "links": markdown_it.MarkdownIt("gfm-like", {"html": True, "typographer": False}),
}
# Those that refuse unsafe addresses by themselves would hide what is wrong.
for printer in PRINTERS.values():
    printer.validateLink = lambda address: True


@pytest.mark.parametrize("printer", PRINTERS)
def test_twins_are_as_harmless_where_html_is_let_through(attacked, printer):
    found = []
    for file in files(attacked, ".md"):
        page = file.relative_to(attacked.folder / "site")
        html = PRINTERS[printer].render(file.read_text())
        found += [f"{page}: {fault}" for fault in judge.faults(html, hostile.MARK, is_part=True)]
    assert not found, f"{len(found)}\n" + "\n".join(found[:40])
