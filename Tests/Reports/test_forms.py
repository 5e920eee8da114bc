"""Findings as other programs read them.

    python -m pytest Tests/Reports --program .build/debug/wikiguide --sarif-schema FILE
"""

import json
import pathlib
import re
import shutil
import subprocess
import urllib.parse

import jsonschema
import junitparser
import markdown_it
import pytest
import sarif.loader

SCHEMA = (pathlib.Path(__file__).resolve().parents[2]
          / "Sources/wikiguide/wikiguide.docc/Resources/findings-1.json")


def check(site, form, *words):
    text, errors, _ = site.run("check", "--format", form, *words)
    assert "geheim" not in text + errors
    return text


def findings(site, *words):
    return json.loads(check(site, "json", *words))["findings"]


def test_json_keeps_its_schema(site):
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    site.run("check", "--write-baseline", "known.baseline")
    site.write("content/Mail.txt", "*Mail\n[[new]]\n")
    site.write("content/many.txt", "none\n")
    for words in [(), ("--rules-url", "https://x.example/r"), ("--baseline", "known.baseline")]:
        report = json.loads(check(site, "json", *words))
        jsonschema.validate(report, schema, cls=jsonschema.Draft202012Validator)
        counts = report["counts"]
        assert sum(counts[k] for k in ("error", "warning", "note")) == len(report["findings"]) > 0
    assert any(f["rule"] == "stale-baseline-entry" for f in report["findings"])
    site.write("content/wikiguide.yml", "nonsense: 1\n")
    broken = json.loads(check(site, "json"))
    jsonschema.validate(broken, schema, cls=jsonschema.Draft202012Validator)
    assert not broken["complete"]


def test_places_are_where_the_text_is(site):
    """Cuts the text out by line and column in code points, from the bytes as they lie there."""
    for finding in findings(site):
        if "line" not in finding or finding["line"] != finding["endLine"]:
            continue
        encoding = "euc_jp" if "設定" in finding["path"] else "utf-8"
        lines = (site.folder / finding["path"]).read_bytes().decode(encoding).split("\n")
        cut = lines[finding["line"] - 1][finding["column"] - 1:finding["endColumn"] - 1]
        assert cut and len(finding["excerpt"]["text"]) <= 200
        start = finding["column"] - finding["excerpt"]["column"]
        shown = finding["excerpt"]["text"][start:start + len(cut)]
        assert all(a == b or b == "*" for a, b in zip(cut, shown, strict=True))


def test_sarif(site, request, tmp_path):
    site.run("check", "--write-baseline", "known.baseline")
    site.write("content/Mail.txt", "*Mail\n[[new]]\n")
    for words in [(), ("--baseline", "known.baseline"), ("--rules-url", "https://x.example/r")]:
        text = check(site, "sarif", *words)
        log = json.loads(text)
        schema = request.config.getoption("--sarif-schema")
        if schema:
            validator = jsonschema.Draft4Validator(
                json.loads(pathlib.Path(schema).read_text()),
                format_checker=jsonschema.FormatChecker())
            assert [e.message for e in validator.iter_errors(log)] == []
        run = log["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
            assert (site.folder / urllib.parse.unquote(uri)).is_file()
        file = tmp_path / "log.sarif"
        file.write_text(text)
        data = sarif.loader.load_sarif_file(str(file))
        assert data.get_result_count() > 0
    assert sum("primaryLocationLineHash" in r["partialFingerprints"] for r in run["results"]) == len(
        {r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]})


def test_junit(site, tmp_path):
    for fail_on in ["error", "note", "never"]:
        text, _, code = site.run("check", "--format", "junit", "--fail-on", fail_on)
        file = tmp_path / "junit.xml"
        file.write_text(text)
        suites = junitparser.JUnitXml.fromfile(str(file))
        cases = [case for suite in suites for case in suite]
        assert len(cases) == suites.tests == len(findings(site))
        failures = [c for c in cases if any(isinstance(r, junitparser.Failure) for r in c.result)]
        assert len(failures) == suites.failures and bool(failures) == (code == 1)
        assert len({(c.classname, c.name) for c in cases}) == len(cases)


def test_code_quality(site):
    issues = json.loads(check(site, "codequality"))
    known = findings(site)
    assert [i["fingerprint"] for i in issues] == [f["fingerprint"] for f in known]
    for issue, finding in zip(issues, known, strict=True):
        assert issue["check_name"] == finding["rule"]
        assert issue["severity"] in {"info", "minor", "major"}
        assert issue["description"].startswith(finding["message"])
        assert issue["location"]["lines"]["begin"] == finding.get("line", 1)
        assert (site.folder / issue["location"]["path"]).is_file()


def decoded(line):
    """A workflow command, by the rules of the toolkit's command.ts turned round."""
    name, _, rest = line[2:].partition(" ")
    properties, separator, data = rest.partition("::")
    assert line.startswith("::") and separator and name in {"error", "warning", "notice"}

    def plain(text, codes):
        for code, sign in codes:
            text = text.replace(code, sign)
        return text.replace("%25", "%")

    ends = [("%0D", "\r"), ("%0A", "\n")]
    values = dict(p.split("=", 1) for p in properties.split(","))
    return (name, {k: plain(v, ends + [("%3A", ":"), ("%2C", ",")]) for k, v in values.items()},
            plain(data, ends))


def test_github(site):
    summary = site.folder / "summary.md"
    text, _, _ = site.run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    commands = [decoded(line) for line in text.splitlines()]
    assert text.count("\n") == len(commands)
    for kind in ["error", "warning", "notice"]:
        assert sum(name == kind for name, _, _ in commands) <= 10
    known = {(f["path"], str(f["line"]), f["rule"], f["message"].split("\n")[0])
             for f in findings(site) if "line" in f}
    shown = 0
    for name, properties, data in commands[1:]:
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert (site.folder / properties["file"]).is_file()
        if not re.search(r"\\u\{", data) and "line" in properties:
            place = (properties["file"], properties["line"], properties["title"])
            assert (*place, data.split("\n")[0]) in known
            shown += 1
    assert shown > 5
    left = int(re.search(r"(\d+) not shown here", commands[0][2])[1])
    assert left + len(commands) - 1 == len(findings(site))
    assert summary.read_text().startswith("## wikiguide: ")


def test_markdown(site):
    """Of pages there is nothing but code: no HTML, link, picture or emphasis comes of them."""
    text = check(site, "markdown")
    parser = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table")
    prose = []
    for token in parser.parse(text):
        assert token.type not in {"html_block", "fence", "code_block", "hr", "blockquote_open"}
        for inline in token.children or []:
            assert inline.type in {"text", "code_inline", "strong_open", "strong_close", "em_open",
                                   "em_close", "softbreak"}
            if inline.type == "text":
                prose.append(inline.content)
    assert not re.search(r"@|#|://|www\.|<|evil|everyone", " ".join(prose))


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "markdown"])
def test_same_bytes_on_every_run(site, form):
    assert check(site, form) == check(site, form)


def test_difference_is_one(site):
    """`patch` can carry it out where nothing had to be hidden, and gets what --fix writes."""
    site.write("content/Other.txt", "*Other\r\nab\r\n[[mail]]\r\nx\n[[mail]]")
    text, _, _ = site.run("check", "content/Mail.txt", "--fix", "--dry-run")
    assert text == ""
    site.write("plain/Mail.txt", "*Mail\n")
    site.write("plain/Other.txt", "*Other\nab\n[[mail]]\nx\n\n\n\n\n\n\n\n\n[[mail]] y\n[[mail]]")
    text, _, _ = site.run("check", "plain", "--fix", "--dry-run")
    shutil.copytree(site.folder / "plain", site.folder / "copy/plain")
    subprocess.run(["patch", "-p1"], input=text.encode(), cwd=site.folder / "copy", check=True)
    site.run("check", "plain", "--fix")
    fixed = (site.folder / "plain/Other.txt").read_bytes()
    assert fixed == (site.folder / "copy/plain/Other.txt").read_bytes()
    assert fixed.count(b"[[Mail]]") == 3
