"""Answers, a line of JSON for each line of JSON, what clients/python/assent.py makes of it. For the suite alone."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[3] / "clients" / "python"))
import assent  # noqa: E402


def canonical(text):
    try:
        return {"url": assent.canonical_url(text)}
    except assent.Refused as error:
        return {"refused": error.reason}
    except assent.NotExact:
        return {"notExact": True}


def expressions(canonical_address):
    return [
        {"kind": one.kind, "expression": one.expression, "denyOnly": one.deny_only, "key": one.key}
        for one in assent.url_expressions(canonical_address)
    ]


def embedded(canonical_address):
    try:
        return assent.embedded_urls(canonical_address)
    except assent.NotExact:
        return None


def decision(case):
    made = assent.decide(case["statements"], case["question"])
    reasons = [
        " ".join(part for part in (one["id"], one["code"], one["offerProblem"]) if part)
        for one in made["decidedBy"] + made["notDeciding"]
    ]
    return {"answer": made["answer"], "assurance": made["assurance"], "basis": made["basis"], "reasons": reasons}


def check(asked):
    checker = assent.Checker(asked["registry"], asked["use"], **asked.get("options", {}))
    answers = [
        {"url": one.url, "state": one.state, "problem": one.problem, "assurance": one.assurance, "decidedBy": one.decided_by}
        for one in checker.check(asked["urls"])
    ]
    return {"logSize": checker.log_size, "answers": answers}


def check_or_raise(asked):
    checker = assent.Checker(asked["registry"], asked["use"], **asked.get("options", {}))
    seen = []
    try:
        for one in checker.check_or_raise(asked["urls"]):
            seen.append(one.state)
    except assent.RegistryError as error:
        return {"seen": seen, "stopped": str(error)}
    return {"seen": seen, "stopped": None}


def changes(asked):
    try:
        found = assent.read_changes(asked["registry"], asked["since"], timeout=asked.get("timeout", 60), retries=0)
    except assent.RegistryError as error:
        return {"failed": str(error)}
    return {
        "size": found.size,
        "everything": found.everything,
        "concerned": [url for url in asked["urls"] if found.concern(url)],
    }


WORK = {one.__name__: one for one in (canonical, expressions, embedded, decision, check, check_or_raise, changes)}

for line in sys.stdin:
    name, arguments = json.loads(line)
    print(json.dumps([WORK[name](argument) for argument in arguments]), flush=True)
