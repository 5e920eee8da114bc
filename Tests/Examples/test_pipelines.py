"""The pipelines of Examples/, their script lines run as they stand in the files.

    python -m pytest Tests/Examples --program .build/debug/wikiguide
"""

import json
import re
import xml.etree.ElementTree

import yaml

from conftest import PACKAGE


def example(name):
    return yaml.safe_load((PACKAGE / "Examples" / name).read_text())


# ---- GitHub

def filled(text, values):
    """Text with the host's expressions put in; one that is not expected is an error."""
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: values[found[1]], text)


def run_github(runner, jobs, values, conditions):
    """Runs jobs one after the other, each in a clean clone but for what caches and uploads carry."""
    workflow = example("github-actions.yml")
    assert set(workflow["jobs"]) == {"check", "build", "publish"}
    used, log = [], ""
    for name in jobs:
        job = workflow["jobs"][name]
        paths = runner.folder / "paths"
        paths.write_text("")
        for step in job["steps"]:
            if "if" in step and not conditions[step["if"]]:
                continue
            if "uses" in step:
                used.append((step["uses"].split("@")[0], step.get("with", {})))
                assert re.search(r"@v\d+$", step["uses"])
                continue
            variables = {k: filled(v, values) for k, v in step.get("env", {}).items()}
            assert "${{" not in step["run"], "expressions in scripts let titles run as code"
            added = [line for line in paths.read_text().splitlines()]
            runner.path = ":".join(added + [f"{runner.bin}:/usr/bin:/bin"])
            log += runner.run(
                step["run"], GITHUB_PATH=str(paths), RUNNER_TEMP=str(runner.temporary), **variables)
    return used, log


FROM_HERE = ("github.event_name == 'pull_request' && "
             "github.event.pull_request.head.repo.full_name == github.repository")


def github_values(runner):
    return {
        "vars.WIKIGUIDE_URL": runner.host.url + "/wikiguide", "github.token": "secret",
        "github.event.pull_request.number": "7", "github.base_ref": "main", "github.run_id": "1"}


def test_github_checks_and_comments(runner):
    runner.checkout("change")
    runner.stand_in("gh", f'echo "$GH_TOKEN $*" > "{runner.folder}/gh"\ncp "$5" "{runner.folder}/body"\n')
    used, log = run_github(runner, ["check"], github_values(runner), {FROM_HERE: True})
    sarif = next(inputs for action, inputs in used if action.endswith("upload-sarif"))
    report = json.loads((runner.work / sarif["sarif_file"]).read_text())
    assert report["runs"][0]["results"]
    assert "::warning" in log
    said = (runner.folder / "gh").read_text()
    assert said.strip() == "secret pr comment 7 --body-file changes.md --edit-last --create-if-none"
    body = (runner.folder / "body").read_text()
    assert "Tsukuyomi Mail" in body and "Hinata Mail" not in body


def test_github_leaves_forks_without_comment(runner):
    runner.checkout("change")
    run_github(runner, ["check"], github_values(runner), {FROM_HERE: False})
    assert not (runner.work / "changes.md").exists()


def test_github_publishes(runner):
    runner.checkout("main")
    used, log = run_github(runner, ["build", "publish"], github_values(runner), {})
    inputs = dict(used)["actions/upload-pages-artifact"]
    assert (runner.work / inputs["path"] / "index.html").is_file()
    assert dict(used)["actions/cache"]["path"] == inputs["path"]
    assert re.search(r"took \d+\.\d\d s", log)
    assert [action for action, _ in used][-1] == "actions/deploy-pages"


# ---- GitLab

def run_gitlab(runner, job):
    pipeline = example("gitlab-ci.yml")
    assert set(pipeline) == {"stages", "default", "check", "compare", "pages"}
    runner.stand_in("apt-get", "exit 0\n")
    runner.variables.update(
        WIKIGUIDE_URL=runner.host.url + "/wikiguide", CI_API_V4_URL=runner.host.url + "/api/v4",
        CI_PROJECT_ID="12", CI_MERGE_REQUEST_IID="7", COMMENT_TOKEN="secret",
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    lines = pipeline["default"]["before_script"] + pipeline[job]["script"]
    # The machine of a job is its own; this one is not.
    script = "\n".join(lines).replace("/usr/local/bin", str(runner.bin))
    return pipeline[job], runner.run(script)


def test_gitlab_checks(runner):
    runner.checkout("change")
    job, log = run_gitlab(runner, "check")
    reports = job["artifacts"]["reports"]
    suites = xml.etree.ElementTree.parse(runner.work / reports["junit"])
    findings = json.loads((runner.work / reports["codequality"]).read_text())
    assert len(findings) == len(list(suites.iter("testcase"))) > 0
    for finding in findings:
        assert finding["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (runner.work / finding["location"]["path"]).is_file()
        assert finding["location"]["lines"]["begin"] > 0 and finding["check_name"]
    assert len({finding["fingerprint"] for finding in findings}) == len(findings)
    assert "pages read" in log


def test_gitlab_comments(runner):
    runner.checkout("change")
    job, _ = run_gitlab(runner, "compare")
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    [(path, headers, body)] = runner.host.requests
    assert path == "/api/v4/projects/12/merge_requests/7/notes"
    assert headers["PRIVATE-TOKEN"] == "secret"
    assert "Tsukuyomi Mail" in body["body"][0] and "Hinata Mail" not in body["body"][0]


def test_gitlab_says_nothing_where_nothing_changes(runner):
    runner.checkout("main")
    run_gitlab(runner, "compare")
    assert runner.host.requests == []


def test_gitlab_publishes(runner):
    runner.checkout("main")
    job, _ = run_gitlab(runner, "pages")
    for folder in job["artifacts"]["paths"] + job["cache"]["paths"]:
        assert (runner.work / folder / "index.html").is_file()
