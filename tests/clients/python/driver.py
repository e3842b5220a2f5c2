"""Answers, a line of JSON for each line of JSON, what clients/python/assent.py makes of it. For the suite alone."""
import base64
import hashlib
import json
import pathlib
import struct
import sys
from datetime import datetime, timezone

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


def canonical_json(asked):
    try:
        value = struct.unpack(">d", bytes.fromhex(asked["ieee754"]))[0] if "ieee754" in asked else assent.strict_json(asked["text"])
        return assent.canonical_json(value)
    except assent.NotVerified:
        return None


def is_signed(asked):
    key, signature = bytes.fromhex(asked["publicKey"]), bytes.fromhex(asked["signature"])
    return assent.verify_ed25519(key, bytes.fromhex(asked["message"]), signature)


def is_key(text):
    try:
        return assent.VerifierKey(text).text == text
    except ValueError:
        return False


def signers(asked):
    """Names of those keys that signed the note; None for one that is refused."""
    data = bytes.fromhex(asked["noteHex"]) if "noteHex" in asked else asked["note"].encode()
    try:
        note = assent.parse_note(data)
        return [key.name for key in assent.signers_of(note, map(assent.VerifierKey, asked.get("keys", [])))]
    except assent.NotVerified:
        return None


def checkpoint(text):
    signature = base64.b64encode(bytes(68)).decode()
    try:
        read = assent.parse_checkpoint(f"{text}\n\u2014 any.example {signature}\n".encode("utf-8", "surrogatepass"))
    except assent.NotVerified:
        return None
    return {"origin": read.origin, "size": read.size, "root": base64.b64encode(read.root).decode()}


def root(count):
    """Of the tree over the decimals from 0 on, by the definition of RFC 6962, 2.1."""

    def over(first, end):
        if end - first < 2:
            return assent.leaf_hash(str(first).encode()) if end > first else hashlib.sha256().digest()
        middle = first + (1 << (end - first - 1).bit_length() - 1)
        return hashlib.sha256(b"\x01" + over(first, middle) + over(middle, end)).digest()

    return over(0, count)


def is_included(asked):
    leaf = base64.b64decode(asked["leafHash"]) if "leafHash" in asked else assent.leaf_hash(str(asked["index"]).encode())
    top = base64.b64decode(asked["root"]) if "root" in asked else root(asked["size"])
    return assent.verify_inclusion(leaf, asked["index"], asked["size"], [base64.b64decode(one) for one in asked["proof"]], top)


def is_consistent(asked):
    old = base64.b64decode(asked["oldRoot"]) if "oldRoot" in asked else root(asked["oldSize"])
    new = base64.b64decode(asked["newRoot"]) if "newRoot" in asked else root(asked["newSize"])
    proof = [base64.b64decode(one) for one in asked["proof"]]
    return assent.verify_consistency(asked["oldSize"], old, asked["newSize"], new, proof)


def receipt(text):
    """Its digest; where it is refused, why."""
    try:
        assent.read_receipt(text.encode())
    except assent.NotVerified as error:
        return {"refused": str(error)}
    return {"digest": hashlib.sha256(text.encode()).hexdigest()}


def verified_receipt(asked):
    try:
        verified = assent.verify_receipt(asked["text"].encode(), [assent.VerifierKey(key) for key in asked["keys"]])
    except assent.NotVerified as error:
        return {"refused": str(error)}
    return {"digest": verified.digest, "signer": verified.signer}


def in_snapshot(asked):
    files = {name: base64.b64decode(data) for name, data in asked["files"].items()}
    snapshot = assent.Snapshot(files, size=0, origin="any.example", fresh_at=datetime.now(timezone.utc))
    answers = []
    for one in asked["asked"]:
        url = f"http://{one['address']}" if "address" in one else None
        covering, claimants = snapshot.covering(url, one["at"], sha256=one.get("sha256", ""), md5=one.get("md5", ""))
        question = {"use": one["use"], "at": one["at"], "policy": one.get("policy", {}), "contentClaimants": claimants}
        made = assent.decide(covering, question)
        reasons = sorted([reason["id"], reason["code"], reason["assurance"]] for reason in made["decidedBy"] + made["notDeciding"])
        answers.append({"answer": made["answer"], "decidedBy": [reason["index"] for reason in made["decidedBy"]], "reasons": reasons})
    return answers


WORK = {
    one.__name__: one
    for one in (
        canonical, expressions, embedded, decision, check, check_or_raise, changes,
        canonical_json, is_signed, is_key, signers, checkpoint, is_included, is_consistent, receipt, verified_receipt, in_snapshot,
    )
}

for line in sys.stdin:
    name, arguments = json.loads(line)
    print(json.dumps([WORK[name](argument) for argument in arguments]), flush=True)
