"""The compatibility list against its JSON Schema, as programs that read it check it.

Scripts/python-tests runs this with what it needs; by hand it is
`pytest Tests/Compatibility --program .build/debug/wikiguide`.
"""

import copy
import json
import pathlib
import subprocess
import sys

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = PACKAGE / "Sources/Rendering/schema-1.json"
SITE = PACKAGE / "Tests/SiteTests/Sites/many-features"


def complaints(*words):
    """What check-jsonschema says; empty where it finds nothing wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--output-format", "json", *map(str, words)],
        capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert (done.returncode == 0) == (report["status"] == "ok"), done.stderr
    return report.get("errors", []) + report.get("parse_errors", [])


def test_schema_is_one():
    assert complaints("--check-metaschema", SCHEMA) == []


@pytest.mark.parametrize("content", [SITE / "content", PACKAGE / "content"])
def test_what_is_exported_keeps_the_schema(program, tmp_path, content):
    file = tmp_path / "list.json"
    subprocess.run([program, "export", "compatibility", content, "--output", file,
                    "--as-of", "2026-11-26", "--fail-on", "never"], check=True,
                   capture_output=True)
    assert complaints("--schemafile", SCHEMA, file) == []


def test_what_is_expected_keeps_the_schema():
    assert complaints("--schemafile", SCHEMA, SITE / "expected.json") == []


def test_lists_of_earlier_versions_keep_the_schema():
    for file in sorted(pathlib.Path(__file__).parent.glob("list-*.json")):
        assert complaints("--schemafile", SCHEMA, file) == [], file.name


def places(value, path=()):
    """All objects of a document with their paths."""
    if isinstance(value, dict):
        yield path, value
        for key, member in value.items():
            yield from places(member, (*path, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from places(member, (*path, index))


def test_every_fact_says_how_it_is_known():
    """Each name of evidence is there, each line of curated data names its reference, and what has
    evidence has a basis."""
    document = json.loads((SITE / "expected.json").read_text())
    known = document["evidence"]
    used = set()
    for path, value in places({key: document[key] for key in ("clients", "features")}):
        for name in value.get("evidence", []):
            assert name in known, path
            used.add(name)
            source = document["sources"][known[name]["source"]]
            assert ("reference" in known[name]) == (source["markup"] == "yaml"), name
        # The whole client, and words and tests within a statement, are known as what holds them.
        if "evidence" in value and not (len(path) == 2 or "notes" in path or "requires" in path
                                        or path[-1] == "verified"):
            assert value["basis"] in {"stated", "heading", "curated", "tested"}, path
    assert used == set(known)


def test_numbers_are_honest():
    document = json.loads((SITE / "expected.json").read_text())
    stats = document["__meta"]["stats"]
    statements = [s for f in document["features"].values() for c in f["support"].values() for s in c]
    answered = sum(len(f["support"]) for f in document["features"].values())
    assert stats["statements"] == len(statements)
    assert stats["cells"] == len(document["clients"]) * len(document["features"])
    assert stats["unknown"] == stats["cells"] - answered
    assert stats["verified"] == sum("verified" in s for s in statements) > 0
    for basis in ("stated", "heading", "curated", "tested"):
        assert stats[f"basis_{basis}"] == sum(s["basis"] == basis for s in statements)
    assert 0 < stats["facts_without_source"] < stats["facts"]


def test_order_is_canonical():
    document = json.loads((SITE / "expected.json").read_text())
    for members in (document["clients"], document["features"],
                    *(f["support"] for f in document["features"].values())):
        assert list(members) == sorted(members)
    sources = [s["path"] for s in document["sources"].values()]
    assert sources == sorted(sources)
    order = [(int(e["source"][1:]), e["line"]) for e in document["evidence"].values()]
    assert order == sorted(order)


def without_notes(document):
    for _, value in places(document["features"]):
        value.pop("notes", None)


def with_price_as_licence(document):
    next(iter(document["clients"].values()))["license"] = "無償"


def without_test(document):
    for _, value in places(document["features"]):
        value.pop("verified", None)


def with_guide_of_unsupported(document):
    for _, value in places(document["features"]):
        if value.get("level") == "unsupported":
            value["guide"] = {"id": "a", "url": "a", "steps": 1, "images": 0}


def with_foreign_member(document):
    next(iter(document["evidence"].values()))["author"] = "x"


@pytest.mark.parametrize("spoil", [without_notes, with_price_as_licence, without_test,
                                   with_guide_of_unsupported, with_foreign_member])
def test_spoilt_lists_are_refused(tmp_path, spoil):
    document = copy.deepcopy(json.loads((SITE / "expected.json").read_text()))
    spoil(document)
    file = tmp_path / "list.json"
    file.write_text(json.dumps(document))
    assert complaints("--schemafile", SCHEMA, file)
