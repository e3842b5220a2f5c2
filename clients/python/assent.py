"""Ask an Assent registry before you train. One file, standard library only, Python 3.9 or later.

    from assent import Checker

    checker = Checker("https://registry.example", use="train-ai")
    for answer in checker.check(urls):
        if answer.state == "allowed":
            ...

A state is one of allowed, denied, conditional, unknown, stale and error. Only allowed is permission. Nothing here answers
allowed that the registry did not answer for exactly this address: not an error, not a missing line, not a redirect.

It also canonicalises addresses (canonical URL, version 1), lists what they are looked up under, decides (decision rules,
version 1), answers from snapshots and verifies receipts without a network, held to the vectors in schema/vectors. Where the standard library knows
too little of Unicode to be exact about a host name, NotExact is raised: it never guesses.

    python3 assent.py check rows.csv --use train-ai --snapshot snapshots --key VKEY --out kept.csv
    python3 assent.py verify-receipt receipt.json --key VKEY --file rows.parquet
"""
from __future__ import annotations

import argparse
import base64
import contextlib
import csv
import gzip
import hashlib
import http.client
import itertools
import json
import os
import re
import struct
import sys
import time
import unicodedata
import urllib.parse
import zlib
from dataclasses import dataclass
from datetime import datetime, timezone
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Sequence, Set, Tuple

CANONICAL_URL_VERSION = 1
RULES_VERSION = 1

ANSWERS = ("ALLOWED", "DENIED", "CONDITIONAL", "UNKNOWN")
ASSURANCES = ("asserted", "verified", "reviewed")
USES = ("text-and-data-mining", "train-ai", "train-generative-ai", "ai-inference", "search")


class Refused(ValueError):
    """The text is no web address; `reason` is one of empty, not-http, no-host and not-a-url."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


class NotExact(ValueError):
    """The standard library cannot tell exactly what this address is. Ask the registry about it instead."""


class RegistryError(Exception):
    """Nothing of it is an answer, and none of it permission."""


# ── Canonical URL, version 1 (docs/canonical-url.md) ────────────────────────────────────────────────────────────────────

_TRACKING = frozenset("""
    utm_source utm_medium utm_campaign utm_term utm_content utm_id utm_source_platform
    utm_creative_format utm_marketing_tactic utm_brand utm_cid utm_keyword utm_name utm_place
    utm_pubreferrer utm_reader utm_referrer utm_social utm_social-type utm_swu utm_userid
    utm_viz_id mtm_campaign mtm_cid mtm_content mtm_group mtm_keyword mtm_medium mtm_placement
    mtm_source pk_campaign pk_cid pk_content pk_keyword pk_kwd pk_medium pk_source
    piwik_campaign piwik_keyword piwik_kwd _openstat dclid epik fbclid gad_campaignid
    gad_source gbraid gclid gclsrc igsh igshid irclickid li_fat_id msclkid rb_clickid rdt_cid
    srsltid ttclid twclid wbraid wickedid yclid ymclid ysclid _ga _gac _gl guccounter
    guce_referrer guce_referrer_sig __hsfp __hssc __hstc _hsenc _hsmi bsft_clkid bsft_uid
    elqTrack elqTrackId hsCtaTracking mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash
    oly_anon_id oly_enc_id vero_conv vero_id
""".split())

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_IN_PATH = _UNRESERVED | frozenset(b"!$&'()*+,;=:@/")
_IN_QUERY = (_IN_PATH | frozenset(b"?")) - frozenset(b"'")
_HEX = frozenset(b"0123456789ABCDEFabcdef")
_IN_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._~!$&'()*+,;=-")


def canonical_url(text: str) -> str:
    """The canonical form `host[:port]/path[?query]`. Raises Refused, or NotExact for a host that is not surely known."""
    text = _with_scheme(_without_ignored(text))
    authority, path, query = _parts(text)
    host, port = _host_and_port(text, authority)
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    path = _plain_ampersands(_without_dots(_canonical_bytes(path, _IN_PATH) or "/"))
    query = _without_tracking(_plain_ampersands(_canonical_bytes(query, _IN_QUERY)))
    return where + path + (f"?{query}" if query else "")


def _without_ignored(text: str) -> str:
    start, end = 0, len(text)
    while start < end and text[start] <= " ":
        start += 1
    while end > start and text[end - 1] <= " ":
        end -= 1
    return text[start:end].translate({9: None, 10: None, 13: None})


def _with_scheme(text: str) -> str:
    if text == "":
        raise Refused("empty")
    if text.startswith("//"):
        return "https:" + text
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
    if scheme:
        if scheme.group(1).lower() not in ("http", "https"):
            raise Refused("not-http")
        return text
    slash = text.find("/")
    if slash > 0 and _is_dotted_name(text[:slash]):
        return "http://" + text
    raise Refused("not-a-url")


def _is_dotted_name(name: str) -> bool:
    last = name.rfind(".")
    return (
        last > 0
        and not name.startswith(".")
        and ".." not in name
        and re.match(r"[A-Za-z]|[^\x00-\x7f]", name[last + 1:]) is not None
        and re.search(r"[^A-Za-z0-9_.\x80-\U0010ffff-]", name) is None
    )


def _parts(text: str) -> Tuple[str, str, str]:
    """Authority, path and query, as the parser of the WHATWG URL Standard parts a special URL."""
    start = text.index(":") + 1
    while start < len(text) and text[start] in "/\\":
        start += 1
    end = start
    while end < len(text) and text[end] not in "/\\?#":
        end += 1
    rest = text[end:].split("#", 1)[0]
    path, _, query = rest.partition("?")
    return text[start:end], path.replace("\\", "/"), query


def _host_and_port(text: str, authority: str) -> Tuple[str, Optional[int]]:
    host_and_port = authority.rpartition("@")[2]
    if host_and_port == "" or re.fullmatch(r":[0-9]*", host_and_port):
        raise Refused("no-host")
    bracket = host_and_port.rfind("]")
    colon = host_and_port.find(":", bracket + 1) if host_and_port.startswith("[") else host_and_port.find(":")
    host, port = (host_and_port, "") if colon == -1 else (host_and_port[:colon], host_and_port[colon + 1:])
    if re.fullmatch(r"[0-9]*", port, re.ASCII) is None or (port != "" and int(port) > 65535):
        raise Refused("not-a-url")
    return _canonical_host(host), int(port) if port else None


def _canonical_host(host: str) -> str:
    first = _parse_host(host)
    cut = first.rstrip(".")
    if cut == "":
        raise Refused("no-host")
    # Trailing dots hide a number from the parser.
    return first if cut == first else _parse_host(cut)


def _parse_host(host: str) -> str:
    if host.startswith("["):
        if not host.endswith("]"):
            raise Refused("not-a-url")
        return f"[{_ipv6(host[1:-1])}]"
    name = urllib.parse.unquote_to_bytes(host.encode("utf-8", "surrogatepass")).decode("utf-8", "replace")
    name = _domain_to_ascii(name)
    if any(character not in _IN_NAME for character in name):
        raise Refused("not-a-url")
    labels = name.split(".")
    if labels[-1] == "" and len(labels) > 1:
        labels.pop()
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]):
        return _ipv4(labels)
    return name


def _domain_to_ascii(name: str) -> str:
    if "\ufffd" in name:
        raise Refused("not-a-url")
    if name.isascii():
        name = name.lower()
        if not any(label.startswith("xn--") for label in name.split(".")):
            return name
    labels = [_exact_label(label) for label in re.split("[.\u3002\uff0e\uff61]", name)]
    return ".".join(labels)


def _exact_label(label: str) -> str:
    """A label of UTS 46 where every edition of Unicode since 3.2 agrees about it, in ASCII."""
    if label.isascii() and not label.lower().startswith("xn--"):
        return label.lower()
    if label.isascii():
        try:
            decoded = label[4:].lower().encode("ascii").decode("punycode")
        except UnicodeError:
            raise NotExact(f"The label {label!r} may be no Punycode.") from None
        if decoded.isascii() or _mapped(decoded) != decoded or _encoded(decoded) != label.lower():
            raise NotExact(f"The label {label!r} is not surely valid.")
        return label.lower()
    mapped = _mapped(unicodedata.normalize("NFC", label))
    return mapped if mapped.isascii() else _encoded(mapped)


def _encoded(label: str) -> str:
    return "xn--" + label.encode("punycode").decode("ascii")


def _mapped(label: str) -> str:
    mapped = "".join(_mapped_character(character) for character in label)
    if unicodedata.normalize("NFC", mapped) != mapped or mapped[2:4] == "--":
        raise NotExact(f"The label {label!r} is not surely valid.")
    return mapped


def _mapped_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in "\u00df\u03c2":
        return character
    lower = character.lower()
    is_exact = (
        unicodedata.ucd_3_2_0.category(character) in ("Ll", "Lu", "Lo")
        and unicodedata.category(character) in ("Ll", "Lu", "Lo")
        and unicodedata.bidirectional(character) == "L"
        and unicodedata.normalize("NFKC", character) == character
        and len(lower) == 1
        and lower == character.casefold()
        and unicodedata.ucd_3_2_0.category(lower) in ("Ll", "Lo")
        and unicodedata.normalize("NFKC", lower) == lower
        # Hangul that joins, some of which is not seen at all.
        and not ("\u1100" <= character <= "\u11ff" or "\ua960" <= character <= "\ua97f" or "\ud7b0" <= character <= "\ud7ff")
    )
    if not is_exact:
        raise NotExact(f"The character U+{ord(character):04X} in a host is not surely known here.")
    return lower


def _ipv4(labels: List[str]) -> str:
    if len(labels) > 4:
        raise Refused("not-a-url")
    numbers = [_ipv4_number(label) for label in labels]
    if any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
        raise Refused("not-a-url")
    value = numbers[-1] + sum(number << (8 * (3 - at)) for at, number in enumerate(numbers[:-1]))
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def _ipv4_number(label: str) -> int:
    if label.startswith("0x"):
        digits, base = label[2:], 16
    elif len(label) > 1 and label.startswith("0"):
        digits, base = label[1:], 8
    else:
        digits, base = label, 10
    if digits == "" and base != 10:
        return 0
    if digits == "" or any(digit not in "0123456789abcdef"[:base] for digit in digits):
        raise Refused("not-a-url")
    return int(digits, base)


def _ipv6(text: str) -> str:
    if re.search(r"[^0-9A-Fa-f:.]", text):
        raise Refused("not-a-url")
    halves = text.split("::")
    if len(halves) > 2:
        raise Refused("not-a-url")
    pieces = [_ipv6_pieces(half, at == len(halves) - 1) for at, half in enumerate(halves)]
    count = sum(len(half) for half in pieces)
    if count > 8 or (len(halves) == 1 and count != 8) or (len(halves) == 2 and count == 8):
        raise Refused("not-a-url")
    whole = pieces[0] if len(halves) == 1 else pieces[0] + [0] * (8 - count) + pieces[1]
    start, length = _longest_zeros(whole)
    if length < 2:
        return ":".join(f"{piece:x}" for piece in whole)
    left, right = whole[:start], whole[start + length:]
    return ":".join(f"{piece:x}" for piece in left) + "::" + ":".join(f"{piece:x}" for piece in right)


def _ipv6_pieces(text: str, is_last: bool) -> List[int]:
    if text == "":
        return []
    parts = text.split(":")
    pieces: List[int] = []
    for at, part in enumerate(parts):
        if is_last and at == len(parts) - 1 and "." in part:
            if re.fullmatch(r"(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}", part) is None:
                raise Refused("not-a-url")
            numbers = [int(number) for number in part.split(".")]
            if max(numbers) > 255:
                raise Refused("not-a-url")
            pieces += [numbers[0] << 8 | numbers[1], numbers[2] << 8 | numbers[3]]
        elif re.fullmatch(r"[0-9A-Fa-f]{1,4}", part):
            pieces.append(int(part, 16))
        else:
            raise Refused("not-a-url")
    return pieces


def _longest_zeros(pieces: Sequence[int]) -> Tuple[int, int]:
    best, at = (0, 0), 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and pieces[end] == 0:
            end += 1
        if end - at > best[1]:
            best = (at, end - at)
        at = max(end, at + 1)
    return best


def _canonical_bytes(text: str, allowed: frozenset) -> str:
    data = re.sub("[\ud800-\udfff]", "\ufffd", _joined(text)).encode("utf-8")
    written: List[str] = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte == 0x25 and len(data) > at + 2 and data[at + 1] in _HEX and data[at + 2] in _HEX:
            value = int(data[at + 1:at + 3], 16)
            written.append(chr(value) if value in _UNRESERVED else f"%{value:02X}")
            at += 3
            continue
        written.append(chr(byte) if byte in allowed else f"%{byte:02X}")
        at += 1
    return "".join(written)


def _joined(text: str) -> str:
    """Two surrogates that belong together are the character that they stand for."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if re.search("[\ud800-\udfff]", text) else text


def _without_dots(path: str) -> str:
    kept: List[str] = []
    segments = path[1:].split("/")
    for at, segment in enumerate(segments):
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
        if at == len(segments) - 1 and segment in (".", ".."):
            kept.append("")
    return "/" + "/".join(kept)


def _plain_ampersands(text: str) -> str:
    return re.sub(r"&(?:amp;)+", "&", text, flags=re.IGNORECASE)


def _without_tracking(query: str) -> str:
    return "&".join(part for part in query.split("&") if part.split("=", 1)[0] not in _TRACKING)


# ── What an address is looked up under ──────────────────────────────────────────────────────────────────────────────────

@dataclass(frozen=True)
class Expression:
    """`kind` is url, path or domain; with `deny_only` it never carries a yes."""

    kind: str
    expression: str
    deny_only: bool = False

    @property
    def key(self) -> str:
        """XXH64 in hexadecimal: the key of filters and tables. It can be forged; confirm it by the SHA-256."""
        return f"{xxh64(self.expression.encode()):016x}"

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.expression.encode()).hexdigest()


def url_expressions(canonical: str) -> List[Expression]:
    """The subjects that cover a canonical address, the most specific first."""
    address, mark, _ = canonical.partition("?")
    found = [Expression("url", canonical)]
    if mark:
        found.append(Expression("url", address, True))
    slashes = [at for at, character in enumerate(address) if character == "/"][:16]
    found += [Expression("path", address[:slash + 1]) for slash in reversed(slashes)]
    return found + [Expression("domain", name) for name in _names_of(_host_of(canonical))]


def embedded_urls(canonical: str) -> List[str]:
    """The canonical addresses that resizers, proxies and archives carry inside an address, outermost first."""
    found = [canonical]
    level = [canonical]
    for _ in range(3):
        inners = [inner for outer in level for inner in _directly_embedded(outer)]
        level = []
        for inner in inners:
            if inner not in found:
                found.append(inner)
                level.append(inner)
    return found[1:]


def looked_up_under(text: str) -> List[Expression]:
    """Every subject that can cover an address as somebody wrote it. Raises Refused and NotExact."""
    canonical = canonical_url(text)
    return [one for address in [canonical, *embedded_urls(canonical)] for one in url_expressions(address)]


def _host_of(canonical: str) -> str:
    if canonical.startswith("["):
        return canonical[:canonical.index("]") + 1]
    return re.split("[:/]", canonical, maxsplit=1)[0]


def _is_ip(host: str) -> bool:
    return host.startswith("[") or re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}", host) is not None


def _names_of(host: str) -> List[str]:
    names = [host]
    if _is_ip(host):
        return names
    dot = host.find(".", max(0, len(host) - 254))
    while dot != -1:
        name = host[dot + 1:]
        if "." in name and not name.startswith("."):
            names.append(name)
        dot = host.find(".", dot + 1)
    return names


_START_OF_VALUE = re.compile(r"/?https?:/|//", re.IGNORECASE)
_START_IN_PATH = re.compile(r"https?(?::|%3A|%253A)(/|%2F|%252F)", re.IGNORECASE)


def _directly_embedded(canonical: str) -> List[str]:
    address, mark, query = canonical.partition("?")
    path = address[address.index("/"):]
    search = mark + query
    inners: List[str] = []
    for count, start in enumerate(_START_IN_PATH.finditer(path)):
        if count == 16:
            break
        end = path.find("/", start.start())
        is_literal = start.group(1) == "/"
        text = path[start.start():] + search if is_literal else path[start.start():end if end != -1 else None]
        reading = next((one for one in _decodings(text) if _START_OF_VALUE.match(one)), "")
        inner = _inner_url(reading)
        if inner is not None:
            inners.append(inner)
            if is_literal:
                break
    proxied = _proxied(_host_of(canonical), path)
    texts = ([] if proxied is None else [proxied]) + _texts_in_query(query)
    return inners + [inner for inner in map(_inner_url, texts) if inner is not None]


def _texts_in_query(query: str) -> List[str]:
    texts = [query] if _START_OF_VALUE.match(query) else []
    for parameter in query.split("&"):
        name, equals, value = parameter.partition("=")
        readings = _decodings(value if equals else parameter)
        level = next((at for at, one in enumerate(readings) if _START_OF_VALUE.match(one)), None)
        if level == 0:
            texts += readings[:2]
        elif level is not None:
            texts.append(readings[level])
        elif equals and name.lower() in ("url", "src", "image", "img", "u"):
            texts += [one[4:] if one.startswith("ssl:") else one for one in readings[:2]]
    return texts


def _decodings(text: str) -> List[str]:
    once = _decoded(text)
    return list(dict.fromkeys([text, once, _decoded(once)]))


def _decoded(text: str) -> str:
    return re.sub("%([0-7][0-9A-Fa-f])", lambda found: chr(int(found.group(1), 16)), text)


def _inner_url(text: str) -> Optional[str]:
    try:
        inner = canonical_url(re.sub("^/(?=https?:)", "", text, flags=re.IGNORECASE))
    except Refused:
        return None
    host = _host_of(inner)
    return inner if "." in host or _is_ip(host) else None


def _proxied(host: str, path: str) -> Optional[str]:
    if re.fullmatch(r"i[0-3]\.wp\.com", host):
        return "http:/" + path
    if host != "cdn.statically.io" or not path.startswith("/img/"):
        return None
    name, slash, rest = path[5:].partition("/")
    if not slash or not name:
        return None
    settings, parted, image = rest.partition("/")
    is_settings = parted and all(re.fullmatch("[a-z]+=.*", one, re.DOTALL) for one in settings.split(","))
    return f"http://{name}/{image if is_settings else rest}"


_P1, _P2, _P3 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_P4, _P5, _M = 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5, 0xFFFFFFFFFFFFFFFF


def xxh64(data: bytes) -> int:
    """XXH64 with seed 0 (xxHash fast digest algorithm)."""
    at, length = 0, len(data)

    def rotated(value: int, bits: int) -> int:
        return (value << bits | value >> (64 - bits)) & _M

    def mixed(accumulator: int, lane: int) -> int:
        return rotated((accumulator + lane * _P2) & _M, 31) * _P1 & _M

    def lane(position: int, size: int) -> int:
        return int.from_bytes(data[position:position + size], "little")

    if length >= 32:
        lanes = [(_P1 + _P2) & _M, _P2, 0, -_P1 & _M]
        while at <= length - 32:
            lanes = [mixed(one, lane(at + 8 * number, 8)) for number, one in enumerate(lanes)]
            at += 32
        value = sum(rotated(one, bits) for one, bits in zip(lanes, (1, 7, 12, 18))) & _M
        for one in lanes:
            value = ((value ^ mixed(0, one)) * _P1 + _P4) & _M
    else:
        value = _P5
    value = (value + length) & _M
    while at + 8 <= length:
        value = (rotated(value ^ mixed(0, lane(at, 8)), 27) * _P1 + _P4) & _M
        at += 8
    if at + 4 <= length:
        value = (rotated(value ^ lane(at, 4) * _P1 & _M, 23) * _P2 + _P3) & _M
        at += 4
    for byte in data[at:]:
        value = rotated(value ^ byte * _P5 & _M, 11) * _P1 & _M
    value = (value ^ value >> 33) * _P2 & _M
    value = (value ^ value >> 29) * _P3 & _M
    return value ^ value >> 32


# ── Decision rules, version 1 (docs/decision-rules.md) ──────────────────────────────────────────────────────────────────

_NESTED = USES[:3]
_STRICTNESS = ("yes", "offer", "no")
_KIND_RANKS = {"domain": 0, "path": 1, "url": 2, "content": 3}
_WITHOUT_YES = {"without-query": "without-query-carries-no-yes", "md5": "md5-carries-no-yes"}

Covering = Dict[str, Any]


def decide(statements: Iterable[Covering], question: Dict[str, Any]) -> Dict[str, Any]:
    """The answer to one question from the statements that cover an item, in the words of schema/vectors/decision.v1.json.

    `answer` is one of ANSWERS; `decidedBy` and `notDeciding` list the statements with the code of what became of each.
    """
    at = question.get("at")
    if isinstance(at, bool) or not isinstance(at, (int, float)) or at != at or at in (float("inf"), float("-inf")):
        raise ValueError("The question names no moment: pass the time in milliseconds since 1970.")
    everything = list(statements)
    superseded = _superseded(everything, at)
    heard = [one for one in everything if id(one) not in superseded]
    context = {
        "at": at,
        "minimum": question.get("policy", {}).get("minimumAssurance", "asserted"),
        "content": {one["claimant"] for one in heard if one["subject"]["kind"] == "content" and not one.get("suspended")}
        | set(question.get("contentClaimants", [])),
    }
    reasons: List[Dict[str, Any]] = []
    voices: Dict[str, List[Dict[str, Any]]] = {}
    for one in everything:
        if not (_contains(one["use"], question["use"]) or _contains(question["use"], one["use"])):
            continue
        voice = "superseded" if id(one) in superseded else _voice(one, context)
        if isinstance(voice, str):
            reasons.append(_reason(one, voice))
        else:
            voices.setdefault(one["claimant"], []).append(voice)
    answers = [_claimant_answer(own, question["use"]) for own in voices.values()]
    says = _strictest([answer[0] for answer in answers])
    for said, fates in answers:
        for voice, fate in fates:
            if fate != "decides":
                reasons.append(_reason(voice["covering"], fate))
            elif said != says:
                reasons.append(_reason(voice["covering"], "stricter-answer-stands"))
            elif voice.get("problem") is None:
                reasons.append(_reason(voice["covering"], "decides"))
            else:
                reasons.append(_reason(voice["covering"], "terms-offer-does-not-count", voice["problem"]))
    return _decision(says, reasons, question)


def _decision(says: Optional[str], reasons: List[Dict[str, Any]], question: Dict[str, Any]) -> Dict[str, Any]:
    reasons.sort(key=lambda reason: (reason["index"], reason["way"]))
    decided = [one for one in reasons if one["code"] in ("decides", "terms-offer-does-not-count")]
    assurance = max((one["assurance"] for one in decided), key=ASSURANCES.index, default=None)
    strongest = next((one for one in decided if one["assurance"] == assurance), None)
    return {
        "rules": RULES_VERSION,
        "use": question["use"],
        "answer": {None: "UNKNOWN", "yes": "ALLOWED", "offer": "CONDITIONAL", "no": "DENIED"}[says],
        "assurance": assurance,
        "basis": strongest and strongest["basis"],
        "decidedBy": decided,
        "notDeciding": [one for one in reasons if one not in decided],
    }


def _reason(one: Covering, code: str, problem: Optional[str] = None) -> Dict[str, Any]:
    match = one["match"]
    way = [match["via"], match.get("address"), one["subject"]["kind"], one["capacity"], one["assurance"], code, problem]
    return {
        "id": one["id"],
        "index": one["index"],
        "code": code,
        "offerProblem": problem,
        "assurance": one["assurance"],
        "basis": one["basis"],
        "way": " ".join(part or "" for part in way),
    }


def _contains(outer: str, inner: str) -> bool:
    return outer == inner or (outer in _NESTED and inner in _NESTED and _NESTED.index(outer) < _NESTED.index(inner))


def _strictest(sayings: Iterable[Optional[str]]) -> Optional[str]:
    return max((one for one in sayings if one is not None), key=_STRICTNESS.index, default=None)


def _assured(one: Covering, level: str) -> bool:
    return ASSURANCES.index(one["assurance"]) >= ASSURANCES.index(level)


def _no_binds(one: Covering) -> bool:
    return one["subject"]["kind"] not in ("path", "domain") or _assured(one, "verified")


def _expired(one: Covering, at: float) -> bool:
    return one.get("expiresAt") is not None and at >= one["expiresAt"]


def _yes_problem(one: Covering, at: float) -> Optional[str]:
    if _expired(one, at):
        return "expired"
    if one["capacity"] == "host":
        return "host-cannot-allow"
    if one["capacity"] == "person-depicted":
        return "person-depicted-cannot-allow"
    if not one["ownWorks"]:
        return "not-own-works"
    if not _assured(one, "verified"):
        return "yes-needs-verification"
    free = one["basis"] in ("public-domain", "cc0")
    return "yes-needs-review" if free and not _assured(one, "reviewed") else None


def _yes_problem_here(one: Covering, context: Dict[str, Any]) -> Optional[str]:
    match = one["match"]
    general = _yes_problem(one, context["at"]) or _WITHOUT_YES.get(match["via"]) or match.get("carriesNoYes")
    if general is not None:
        return general
    if "address" in match:
        if match["address"] == "embedded":
            return "outer-only"
        if context["content"] - {one["claimant"]}:
            return "content-claimed-by-another"
    return None if _assured(one, context["minimum"]) else "below-policy"


def _voice(one: Covering, context: Dict[str, Any]) -> Any:
    if one.get("suspended"):
        return "suspended"
    if one["preference"] == "deny":
        if _expired(one, context["at"]):
            return "expired"
        return {"covering": one, "says": "no", "binds": _no_binds(one)}
    problem = _yes_problem_here(one, context)
    if one["preference"] == "allow":
        return problem or {"covering": one, "says": "yes", "binds": True}
    if one["preference"] != "conditional":
        raise ValueError(f"The preference {one['preference']!r} is not known: use a later release.")
    if problem is None:
        return {"covering": one, "says": "offer", "binds": True}
    return {"covering": one, "says": "no", "binds": _no_binds(one), "problem": problem}


def _superseded(statements: List[Covering], at: float) -> Set[int]:
    words: Dict[Tuple[Any, ...], Tuple[int, bool, Optional[bool]]] = {}
    found: Set[int] = set()
    for one in sorted(statements, key=lambda statement: -statement["index"]):
        subject = one["subject"]
        matter = (one["claimant"], subject["kind"], subject["key"], one["use"], one.get("accountWide") is True)
        word = words.get(matter)
        is_same = word is not None and word[0] == one["index"]
        # Whether a later word ends a no; None where there is no later word.
        later = (word[2] if is_same else word[1]) if word is not None else None
        if later is not None and (one["preference"] == "allow" or later):
            found.add(id(one))
        if not is_same:
            words[matter] = (one["index"], _ends_no(one, at) or later is True, later)
    return found


def _ends_no(one: Covering, at: float) -> bool:
    if one.get("suspended"):
        return False
    return _yes_problem(one, at) is None if one["preference"] == "allow" else _no_binds(one)


def _claimant_answer(voices: List[Dict[str, Any]], use: str) -> Tuple[Optional[str], List[Tuple[Dict[str, Any], str]]]:
    binding = [voice for voice in voices if voice["binds"]]
    unheard = [(voice, "place-no-needs-verification") for voice in voices if not voice["binds"]]
    says, fates = _weigh(binding, use)
    if says not in ("yes", "offer") or _weigh(voices, use)[0] != "no":
        return says, fates + unheard
    left: List[Dict[str, Any]] = []
    silenced: List[Tuple[Dict[str, Any], str]] = []
    for voice in binding:
        if not _reaches(voice, use):
            left.append(voice)
        elif voice["says"] == "yes":
            silenced.append((voice, "silenced-by-own-no"))
        else:
            left.append(_as_no(voice, "silenced-by-own-no"))
    strict, noes = _weigh(left, use)
    return strict, noes + silenced + unheard


def _weigh(voices: List[Dict[str, Any]], use: str) -> Tuple[Optional[str], List[Tuple[Dict[str, Any], str]]]:
    embedded = [voice for voice in voices if _is_embedded(voice)]
    together = [voice for voice in voices if not _is_embedded(voice)]
    foremost = _unbeaten(together)
    of_the_work = _unbeaten([voice for voice in together if "address" not in voice["covering"]["match"]])
    opening = [voice for voice in foremost if voice["says"] != "no" and _reaches(voice, use)]
    part_yeses = [voice for voice in foremost if voice["says"] == "yes" and not _reaches(voice, use)]

    # The outer address and the work are read together; a no at an embedded address is read against the work alone.
    openers = [[voice for voice in of_the_work if _opens(voice, no, use)] for no in embedded]
    standing = _unbeaten(
        [v for v in foremost if v not in part_yeses and not any(_lifts(yes, v) for yes in opening)]
        + [no for no, found in zip(embedded, openers) if not found]
    )
    # An offer that alone opens an embedded address is needed, also where a yes for the outer one outranks it.
    no_yeses = [voice for voice in standing if voice["says"] != "yes"]
    for found in openers:
        if all(voice["says"] == "offer" for voice in found):
            needed = [v for v in found if not any(_reaches(other, use) and _lifts(other, v) for other in found)]
            unheard = [v for v in needed if v in standing or any(_outranks(other, v) for other in no_yeses)]
            standing += [voice for voice in needed if voice not in unheard]
    lifting = opening + [voice for voice in of_the_work if voice["says"] != "no" and _reaches(voice, use)]

    fates: List[Tuple[Dict[str, Any], str]] = []
    for voice in voices:
        if voice in standing:
            continue
        if any(_outranks(other, voice) for other in standing):
            fates.append((voice, "outranked"))
        elif voice in part_yeses:
            fates.append((voice, "narrower-than-question"))
        else:
            is_lifted = any(_lifts(yes, voice) for yes in lifting)
            fates.append((voice, "lifted-by-own-narrower-yes" if is_lifted else "outranked"))
    # Terms for a part of the use asked about open nothing where the rest of it is not given.
    heard = [v if opening or _reaches(v, use) else _as_no(v, "narrower-than-question") for v in standing]
    says = _strictest(voice["says"] for voice in heard)
    fates += [(voice, "decides" if voice["says"] == says else "stricter-answer-stands") for voice in heard]
    return says, fates


def _reaches(voice: Dict[str, Any], use: str) -> bool:
    return _contains(voice["covering"]["use"], use)


def _is_embedded(voice: Dict[str, Any]) -> bool:
    return voice["covering"]["match"].get("address") == "embedded"


def _unbeaten(voices: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    return [voice for voice in voices if not any(_outranks(other, voice) for other in voices)]


def _opens(voice: Dict[str, Any], no: Dict[str, Any], use: str) -> bool:
    """Whether a word about the work takes away a no at an embedded address."""
    return voice["says"] != "no" and (_outranks(voice, no) or (_reaches(voice, use) and _lifts(voice, no)))


def _specificity(one: Covering) -> Tuple[bool, int, int]:
    match = one["match"]
    fineness = -match["distance"] if "distance" in match else match["depth"]
    return (one.get("accountWide") is not True, _KIND_RANKS[one["subject"]["kind"]], fineness)


def _precedence(voice: Dict[str, Any]) -> Tuple[Tuple[bool, int, int], int, int]:
    covering = voice["covering"]
    return (_specificity(covering), _STRICTNESS.index(voice["says"]), covering["index"])


def _comparable(one: Covering, other: Covering) -> bool:
    addresses = (one["match"].get("address"), other["match"].get("address"))
    return None in addresses or addresses[0] == addresses[1]


def _outranks(one: Dict[str, Any], other: Dict[str, Any]) -> bool:
    same = one["covering"]["use"] == other["covering"]["use"]
    return same and _comparable(one["covering"], other["covering"]) and _precedence(one) > _precedence(other)


def _lifts(yes: Dict[str, Any], no: Dict[str, Any]) -> bool:
    giving, refusing = yes["covering"], no["covering"]
    return (
        no["says"] != "yes"
        and refusing["use"] != giving["use"]
        and _contains(refusing["use"], giving["use"])
        and _comparable(giving, refusing)
        and _specificity(giving) >= _specificity(refusing)
    )


def _as_no(voice: Dict[str, Any], problem: str) -> Dict[str, Any]:
    return {**voice, "says": "no", "problem": problem} if voice["says"] == "offer" else voice


# ── JSON that can be signed (RFC 8785, RFC 7493) ────────────────────────────────────────────────────────────────────────

class NotVerified(Exception):
    """What should be evidence does not hold, or cannot be read: nothing may be concluded from it."""


_MOST_DEPTH = 64
_SAFE = 2**53 - 1


def canonical_json(value: Any) -> str:
    """The one spelling of a JSON value (RFC 8785). Raises NotVerified for what has none."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical_json(name)}:{canonical_json(one)}" for name, one in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical_json, value)) + "]"
    if isinstance(value, str):
        if re.search("[\ud800-\udfff]", value):
            raise NotVerified("A text holds half of a surrogate pair.")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int) and abs(value) <= _SAFE:
        return str(value)
    if isinstance(value, (int, float)):
        return _canonical_number(value)
    raise NotVerified(f"{type(value).__name__} is no JSON.")


def _canonical_number(value: Any) -> str:
    """As JavaScript writes a double: the shortest digits that lead back to it."""
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if number != number or number in (float("inf"), float("-inf")):
        raise NotVerified("A number is larger than a double can hold.")
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    mantissa, _, power = f"{abs(number)!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    # Where the point stands, counted from the first digit that is not 0.
    point = len(whole) + int(power or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if 0 < point <= 21:
        text = digits.ljust(point, "0") if len(digits) <= point else f"{digits[:point]}.{digits[point:]}"
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        text = f"{digits[0]}{'.' if len(digits) > 1 else ''}{digits[1:]}e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + text


def strict_json(text: str) -> Any:
    """A JSON value of which there are no two readings. Raises NotVerified, also for a repeated member."""

    def members(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError("a member appears twice")
        return found

    def no_number(name: str) -> Any:
        raise ValueError(f"{name} is no number")

    try:
        value = json.loads(text, object_pairs_hook=members, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise NotVerified(f"It cannot be read as JSON: {error}.") from None
    _refuse_beyond_limits(value, 0)
    return value


def _refuse_beyond_limits(value: Any, depth: int) -> None:
    if isinstance(value, (dict, list)):
        if depth == _MOST_DEPTH:
            raise NotVerified(f"Arrays and objects nest deeper than {_MOST_DEPTH} levels.")
        for one in [*value, *value.values()] if isinstance(value, dict) else value:
            _refuse_beyond_limits(one, depth + 1)
    elif isinstance(value, (str, int, float)):
        canonical_json(value)


# A form says whether a value may stand at a path; it raises NotVerified that names the path.
_Form = Callable[[Any, str], None]


def _wrong(path: str, demand: str) -> NotVerified:
    return NotVerified(f'"{path}" {demand}.')


def _object(required: Dict[str, _Form], optional: Optional[Dict[str, _Form]] = None) -> _Form:
    """Every member known, none missing."""
    known = {**required, **(optional or {})}

    def check(value: Any, path: str) -> None:
        if not isinstance(value, dict):
            raise _wrong(path, "must be an object")
        for name in required:
            if name not in value:
                raise _wrong(f"{path}/{name}", "is missing")
        for name, one in value.items():
            if name not in known:
                raise _wrong(f"{path}/{name}", "is not known here: use a later release of this file")
            known[name](one, f"{path}/{name}")

    return check


def _list(form: _Form, key: Optional[Callable[[Any], str]] = None) -> _Form:
    """With a `key`: sorted by it, each once."""

    def check(value: Any, path: str) -> None:
        if not isinstance(value, list):
            raise _wrong(path, "must be a list")
        for at, one in enumerate(value):
            form(one, f"{path}/{at}")
            if key is not None and at > 0 and key(value[at - 1]) >= key(one):
                raise _wrong(path, "must be sorted and name each once")

    return check


def _word(*words: str) -> _Form:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, str) or value not in words:
            raise _wrong(path, f"must be one of: {', '.join(words)}")

    return check


def _true(value: Any, path: str) -> None:
    if value is not True:
        raise _wrong(path, "is true, or left out")


def _text(pattern: str = "", most: int = 0) -> _Form:
    """Of one form, or of at most so many UTF-16 code units and at least one."""

    def check(value: Any, path: str) -> None:
        if not isinstance(value, str):
            raise _wrong(path, "must be a text")
        if pattern and re.fullmatch(pattern, value, re.ASCII) is None:
            raise _wrong(path, "has another form than it must")
        if not pattern and not 1 <= len(value.encode("utf-16-le", "surrogatepass")) // 2 <= most:
            raise _wrong(path, f"must have 1 to {most} characters")

    return check


def _whole(least: int = 0, most: int = _SAFE) -> _Form:
    def check(value: Any, path: str) -> None:
        if type(value) is not int or not least <= value <= most:
            raise _wrong(path, f"must be a whole number from {least} to {most}")

    return check


def _version(known: int) -> _Form:
    def check(value: Any, path: str) -> None:
        if type(value) is not int or value != known:
            raise _wrong(path, f"must be {known}: anything else is for a later release of this file")

    return check


def _instant(value: Any, path: str) -> None:
    _text(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z")(value, path)
    try:
        _milliseconds(value)
    except ValueError:
        raise _wrong(path, "must be a time on a day that exists") from None


def _milliseconds(instant: str) -> int:
    seconds = datetime.strptime(instant[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc).timestamp()
    return round(seconds) * 1000 + int(instant[20:23])


_HEX_64 = _text("[0-9a-f]{64}")
_ORIGIN = _text(
    r"(?=.{1,128}\Z)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[0-9]{1,5})?(?:/[a-z0-9][a-z0-9._-]*)*"
)
_VKEY = _text(r"[a-z0-9][a-z0-9./:_-]{0,191}\+[0-9a-f]{8}\+A[Q-Za-f][A-Za-z0-9+/]{42}")


# ── Signatures (RFC 8032, c2sp.org/signed-note) and trees (RFC 9162, c2sp.org/tlog-proof) ───────────────────────────────

_FIELD = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_CURVE = -121665 * pow(121666, -1, _FIELD) % _FIELD

#: x, y, z and t of extended coordinates (RFC 8032, 5.1.4).
_Point = Tuple[int, int, int, int]
_NEUTRAL: _Point = (0, 1, 1, 0)


def _read_point(data: bytes) -> Optional[_Point]:
    """RFC 8032, 5.1.3; None where no point is written so."""
    value = int.from_bytes(data, "little")
    y, is_odd = value & (2**255 - 1), value >> 255
    if len(data) != 32 or y >= _FIELD:
        return None
    above, below = (y * y - 1) % _FIELD, (_CURVE * y * y + 1) % _FIELD
    x = above * pow(below, 3, _FIELD) * pow(above * pow(below, 7, _FIELD), (_FIELD - 5) // 8, _FIELD) % _FIELD
    if (below * x * x + above) % _FIELD == 0:
        x = x * pow(2, (_FIELD - 1) // 4, _FIELD) % _FIELD
    if (below * x * x - above) % _FIELD != 0 or (x == 0 and is_odd):
        return None
    x = x if x & 1 == is_odd else _FIELD - x
    return (x, y, 1, x * y % _FIELD)


def _added(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0])
    b = (one[1] + one[0]) * (other[1] + other[0])
    c = 2 * one[3] * other[3] * _CURVE
    d = 2 * one[2] * other[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _FIELD, g * h % _FIELD, f * g % _FIELD, e * h % _FIELD)


def _written(point: _Point) -> bytes:
    inverse = pow(point[2], -1, _FIELD)
    x, y = point[0] * inverse % _FIELD, point[1] * inverse % _FIELD
    return (y | (x & 1) << 255).to_bytes(32, "little")


_BASE = _read_point((4 * pow(5, -1, _FIELD) % _FIELD).to_bytes(32, "little"))


def verify_ed25519(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature is that of the key over the message (RFC 8032, 5.1.7), without cofactor.

    A key of small order, for which anybody can sign, has none; nor has one that is not written as the RFC writes keys.
    """
    key = _sound_key(public_key)
    s = int.from_bytes(signature[32:], "little")
    if key is None or len(signature) != 64 or s >= _ORDER or _BASE is None:
        return False
    digest = hashlib.sha512(signature[:32] + public_key + message).digest()
    k = int.from_bytes(digest, "little") % _ORDER
    minus = (_FIELD - key[0], key[1], key[2], _FIELD - key[3])
    # Both products at once, a bit at a time.
    addends = (_NEUTRAL, _BASE, minus, _added(_BASE, minus))
    total = _NEUTRAL
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        total = _added(total, total)
        which = (s >> bit & 1) | (k >> bit & 1) << 1
        if which:
            total = _added(total, addends[which])
    return _written(total) == signature[:32]


def _sound_key(public_key: bytes) -> Optional[_Point]:
    point = _read_point(public_key)
    if point is None:
        return None
    eightfold = point
    for _ in range(3):
        eightfold = _added(eightfold, eightfold)
    return None if _written(eightfold) == _written(_NEUTRAL) else point


def _from_base64(text: str) -> Optional[bytes]:
    """Of all spellings of some bytes only one is read."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


_NAME = "[^\\s+\x00-\x1f\ud800-\udfff]+"
_LOG_KEY, _WITNESS_KEY = 1, 4


@dataclass(frozen=True)
class VerifierKey:
    """`NAME+ID+BASE64` of c2sp.org/signed-note. Raises ValueError for a text that is none."""

    text: str

    def __post_init__(self) -> None:
        form = re.fullmatch(rf"({_NAME})\+([0-9a-f]{{8}})\+([A-Za-z0-9+/]+={{0,2}})", self.text)
        material = _from_base64(form.group(3)) if form else None
        if form is None or not material:
            raise ValueError("A verifier key has the form NAME+8 hexadecimal digits+BASE64.")
        if material[0] not in (_LOG_KEY, _WITNESS_KEY):
            return
        if _sound_key(material[1:]) is None:
            raise ValueError("No signature of this key proves anything: it is no sound Ed25519 key.")
        if hashlib.sha256(form.group(1).encode() + b"\n" + material).hexdigest()[:8] != form.group(2):
            raise ValueError("The key id is not that of this name and key: one of them was changed or mistyped.")

    @property
    def name(self) -> str:
        return self.text.split("+", 1)[0]

    @property
    def id(self) -> str:
        return self.text.split("+", 2)[1]

    @property
    def material(self) -> bytes:
        """The byte that tells the kind of key, and the key."""
        return _from_base64(self.text.split("+", 2)[2]) or b""


@dataclass(frozen=True)
class Note:
    """A signed note: what is signed, and signatures as (name, id, bytes). Nobody has looked at them yet."""

    text: str
    signatures: Tuple[Tuple[str, str, bytes], ...]


_MOST_NOTE_BYTES = 1_000_000


def parse_note(data: bytes) -> Note:
    """Raises NotVerified for what is no signed note, or has two readings."""
    if len(data) > _MOST_NOTE_BYTES:
        raise NotVerified(f"A note of more than {_MOST_NOTE_BYTES} bytes is not read.")
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotVerified("The note is not UTF-8.") from None
    if re.search("[\x00-\x09\x0b-\x1f]", whole):
        raise NotVerified("The note holds control characters.")
    end = whole.rfind("\n\n")
    lines = whole[end + 2:].split("\n")
    if end < 0 or lines.pop() != "" or not 1 <= len(lines) <= 64:
        raise NotVerified("A note needs an empty line, and after it 1 to 64 signature lines, each with its end.")
    signatures = []
    for line in lines:
        form = re.fullmatch(f"\u2014 ({_NAME}) ([^ ]+)", line)
        blob = _from_base64(form.group(2)) if form else None
        if form is None or blob is None or len(blob) <= 4:
            raise NotVerified("A signature line of the note cannot be read.")
        signatures.append((form.group(1), blob[:4].hex(), blob[4:]))
    return Note(whole[:end + 1], tuple(signatures))


def signers_of(note: Note, keys: Iterable[VerifierKey]) -> List[VerifierKey]:
    """Those of the keys that signed the note as logs do. Raises NotVerified where one that is named did not."""
    known = {(key.name, key.id): key for key in keys}
    signers = []
    for name, key_id, signature in note.signatures:
        # Of several by one key the first counts.
        key = known.pop((name, key_id), None)
        if key is None or key.material[0] != _LOG_KEY:
            continue
        if not verify_ed25519(key.material[1:], note.text.encode(), signature):
            raise NotVerified(f"The signature of {key.name} is not one over this text: one of them was changed.")
        signers.append(key)
    return signers


@dataclass(frozen=True)
class Checkpoint:
    """Name, number of leaves and root of a log (c2sp.org/tlog-checkpoint), and the note that says so."""

    origin: str
    size: int
    root: bytes
    note: Note


def parse_checkpoint(data: bytes) -> Checkpoint:
    """Says nothing about who signed it. Raises NotVerified."""
    note = parse_note(data)
    lines = note.text[:-1].split("\n")
    root = _from_base64(lines[2]) if len(lines) > 2 else None
    size = _count(lines[1]) if len(lines) > 2 else None
    if "" in lines or root is None or len(root) != 32 or size is None:
        raise NotVerified("A checkpoint has at least three lines: the name of a log, its size and its root.")
    return Checkpoint(lines[0], size, root, note)


def _count(text: str) -> Optional[int]:
    return int(text) if re.fullmatch("0|[1-9][0-9]{0,15}", text, re.ASCII) and int(text) <= _SAFE else None


def _log_signers(note: Note, origin: str, keys: Iterable[VerifierKey]) -> List[VerifierKey]:
    """Raises NotVerified unless one of the keys is one of this log and signed."""
    ours = [key for key in keys if key.name == origin]
    if not ours:
        raise NotVerified(f"It is of the log {origin}, of which no key was given.")
    signers = signers_of(note, ours)
    if not signers:
        raise NotVerified(f"It is not signed by any key of {origin} that is known here. Anybody could have written it.")
    return signers


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def leaf_hash(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + leaf).digest()


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the tree of this size and root holds a leaf with this hash (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size or any(len(one) != 32 for one in [leaf, root, *proof]):
        return False
    at, last, reached = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            reached = _node(sibling, reached)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            reached = _node(reached, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and reached == root


def verify_consistency(old_size: int, old_root: bytes, new_size: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the one tree is the beginning of the other (RFC 9162, 2.1.4.2)."""
    if not 0 <= old_size <= new_size or any(len(one) != 32 for one in [old_root, new_root, *proof]):
        return False
    if old_size in (0, new_size):
        is_old = old_size > 0 or old_root == hashlib.sha256().digest()
        return not proof and is_old and (old_size < new_size or old_root == new_root)
    way = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not way:
        return False
    at, last = old_size - 1, new_size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = way[0]
    for one in way[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = _node(one, old), _node(one, new)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            new = _node(new, one)
        at, last = at >> 1, last >> 1
    return last == 0 and old == old_root and new == new_root


@dataclass(frozen=True)
class ProvenLeaf:
    """A leaf that a log holds."""

    leaf: bytes
    index: int
    origin: str


def verify_proof(data: bytes, keys: Iterable[VerifierKey]) -> ProvenLeaf:
    """What a proof with its leaf (c2sp.org/tlog-proof, the leaf as `extra`) proves. Raises NotVerified."""
    head, parted, checkpoint_bytes = data.partition(b"\n\n")
    lines = head.decode("latin-1").split("\n")
    if not parted or lines[0] != "c2sp.org/tlog-proof@v1" or len(lines) < 3:
        raise NotVerified("It is no proof: it has not c2sp.org/tlog-proof@v1 as its first line, and a leaf after it.")
    leaf = _from_base64(lines[1][6:]) if lines[1].startswith("extra ") else None
    index = _count(lines[2][6:]) if lines[2].startswith("index ") else None
    hashes = [_from_base64(line) or b"" for line in lines[3:]]
    if not leaf or index is None or len(hashes) > 63 or any(len(one) != 32 for one in hashes):
        raise NotVerified("The proof cannot be read, or does not hold the leaf.")
    checkpoint = parse_checkpoint(checkpoint_bytes)
    if not verify_inclusion(leaf_hash(leaf), index, checkpoint.size, hashes, checkpoint.root):
        raise NotVerified("The proof does not lead to the root of the checkpoint.")
    _log_signers(checkpoint.note, checkpoint.origin, keys)
    return ProvenLeaf(leaf, index, checkpoint.origin)


def vouched_keys(key_list: bytes, keys: Iterable[VerifierKey]) -> List[VerifierKey]:
    """The keys that a log vouches for in its list (`/log/keys.json`), under checkpoints by keys that are trusted."""
    try:
        said = strict_json(key_list.decode("utf-8"))
    except UnicodeDecodeError:
        raise NotVerified("The list of keys is not UTF-8.") from None
    proofs = _list(_text(most=2_000_000))
    _object({"format": _word("assent-log-keys"), "version": _version(1), "proofs": proofs})(said, "")
    trusted = list(keys)
    found = []
    for proof in said["proofs"]:
        leaf = strict_json(verify_proof(proof.encode(), trusted).leaf.decode("utf-8", "replace"))
        if isinstance(leaf, dict) and [leaf.get(name) for name in ("v", "kind", "action", "role")] == [1, "key", "add", "log"]:
            _VKEY(leaf.get("vkey"), "/vkey")
            found.append(VerifierKey(leaf["vkey"]))
    return found


# ── Receipts (docs/receipts.md) ─────────────────────────────────────────────────────────────────────────────────────────

_LIMITS = "This receipt shows which files were checked against which answers, and what was kept. It cannot prove what was trained."
_HASH = _text(r"[A-Za-z0-9+/]{43}=")
_COUNTED = _object({answer: _whole() for answer in ANSWERS})
_BY_LEVEL = _object({}, {level: _whole() for level in ASSURANCES})
_AS_OF = _object({}, {"size": _whole(), "time": _instant})
_POLICY = _object({"version": _version(1)}, {
    "minimumAssurance": _word(*ASSURANCES),
    "likenessDistance": _whole(0, 31),
    "unknown": _word("keep", "drop"),
    "conditional": _word("drop-unless-licensed", "drop"),
    "asOf": _AS_OF,
    "maxAgeHours": _whole(1, 87_600),
})
_RECEIPT = _object({
    "format": _word("assent-receipt"),
    "version": _version(1),
    "summary": _text(most=500),
    "limits": _word(_LIMITS),
    "madeAt": _instant,
    "question": _object(
        {"uses": _list(_word(*USES)), "keep": _word("not-denied", "allowed"), "policy": _POLICY},
        {"licensed": _HEX_64, "accepted": _list(_HEX_64, key=str), "dropNamed": _true, "since": _HEX_64},
    ),
    "rules": _object({"decision": _whole(1), "canonicalUrl": _whole(1)}),
    "sources": _list(_object({
        "origin": _ORIGIN,
        "source": _word("registry", "snapshot"),
        "size": _whole(),
        "root": _HASH,
        "from": _instant,
        "to": _instant,
        "checkpoint": _text(most=65_536),
    }, {"consistency": _list(_HASH), "manifest": _HEX_64})),
    "counts": _object({
        "rows": _whole(),
        "kept": _whole(),
        "dropped": _whole(),
        "licensed": _whole(),
        "answers": _COUNTED,
        "uses": _list(_object({
            "use": _word(*USES),
            "answers": _COUNTED,
            "byAssurance": _object({}, {answer: _BY_LEVEL for answer in ANSWERS}),
        })),
        "asked": _object({"byAddress": _whole(), "byContent": _whole(), "byNeither": _whole()}),
    }, {
        "accepted": _whole(1),
        "named": _whole(1),
        "comparedBy": _object({}, {way: _whole(1) for way in ("sha256", "md5", "pdq", "iscc-text", "chromaprint")}),
    }),
    "files": _list(_object({
        "name": _text(most=4_096), "rows": _whole(), "kept": _whole(), "input": _HEX_64,
    }, {"output": _HEX_64})),
}, {
    "parts": _list(_HEX_64, key=str),
    "signer": _VKEY,
    "signature": _text(r"[A-Za-z0-9+/]{85}[AQgw]=="),
})


def read_receipt(data: bytes) -> Dict[str, Any]:
    """The members of a receipt, whose bytes are canonical and whose numbers fit together. Raises NotVerified."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotVerified("The receipt is not UTF-8.") from None
    receipt = strict_json(text)
    _RECEIPT(receipt, "")
    if canonical_json(receipt) != text:
        raise NotVerified("The bytes of the receipt are not the canonical ones of RFC 8785: it was written again.")
    as_of = receipt["question"]["policy"].get("asOf")
    if as_of is not None and len(as_of) != 1:
        raise _wrong("/question/policy/asOf", "must name either a size or a time")
    if ("signer" in receipt) != ("signature" in receipt):
        raise _wrong("/signature", "must stand beside the signer")
    _refuse_misfits(receipt)
    return receipt


def _refuse_misfits(receipt: Dict[str, Any]) -> None:
    """A receipt whose numbers do not fit together was put together by hand."""
    counts, files, sources = receipt["counts"], receipt["files"], receipt["sources"]
    rows, answers = counts["rows"], counts["answers"]
    accepted = counts.get("accepted", 0)
    fits = {
        "/counts/answers": sum(answers.values()) == rows,
        "/counts/dropped": counts["kept"] + counts["dropped"] == rows,
        "/counts/licensed": counts["licensed"] + accepted <= min(counts["kept"], rows - answers["ALLOWED"]),
        "/counts/accepted": accepted <= answers["CONDITIONAL"] and (accepted == 0 or "accepted" in receipt["question"]),
        "/question/accepted": receipt["question"].get("accepted") != [],
        "/counts/named": counts.get("named", 0) <= rows,
        "/counts/comparedBy": all(some <= counts["asked"]["byContent"] for some in counts.get("comparedBy", {}).values()),
        "/counts/uses": [one["use"] for one in counts["uses"]] == receipt["question"]["uses"]
        and all(sum(one["answers"].values()) == rows for one in counts["uses"]),
        "/files": (sum(one["rows"] for one in files), sum(one["kept"] for one in files)) == (rows, counts["kept"]),
        "/sources": len(sources) > 0 and all(one["from"] <= one["to"] for one in sources),
        "/summary": receipt["summary"] == summarise(answers, rows),
    }
    for path, holds in fits.items():
        if not holds:
            raise _wrong(path, "does not fit the other numbers of the receipt")


def summarise(answers: Dict[str, int], rows: int) -> str:
    """The sentence that opens every report: what was denied, and that silence is not permission."""
    parts = [f"{_share(answers['DENIED'], rows)} denied"]
    if answers["CONDITIONAL"]:
        parts.append(f"{_share(answers['CONDITIONAL'], rows)} only on terms")
    return "; ".join([*parts, f"{_share(answers['UNKNOWN'], rows)} nobody has answered: not permission."])


def _share(part: int, whole: int) -> str:
    if part == 0 or whole == 0:
        return "0 %"
    if part == whole:
        return "100 %"
    percent = 100.0 * part / whole
    if percent < 0.1:
        return "< 0.1 %"
    if percent > 99.9:
        return "> 99.9 %"
    return f"{Decimal(percent).quantize(Decimal('0.1'), ROUND_HALF_UP)} %"


@dataclass(frozen=True)
class VerifiedReceipt:
    """A receipt that is whole and bound to checkpoints that its logs signed."""

    receipt: Dict[str, Any]
    #: SHA-256 of its bytes.
    digest: str
    #: The key of the builder who signed it, if one did. Whose key that is, they have to tell.
    signer: Optional[str]
    #: When a log dated it, if a proof was given.
    dated: Optional[str]


def verify_receipt(
    data: bytes, keys: Iterable[VerifierKey], *, key_list: Optional[bytes] = None, proof: Optional[bytes] = None
) -> VerifiedReceipt:
    """Verifies a receipt without a network. Raises NotVerified for what does not hold; without a key nothing does.

    `keys` are those that you trust to sign for the logs. `key_list` is the log's own list of its keys (`/log/keys.json`), for a
    receipt that is older than the key you trust; `proof` shows that a log dated the receipt.
    """
    trusted = list(keys)
    if not trusted:
        raise NotVerified("No key was given, and without one anybody could have made it. Give the key of the log that you trust.")
    receipt = read_receipt(data)
    if key_list is not None:
        trusted += vouched_keys(key_list, trusted)
    for source in receipt["sources"]:
        _verify_source(source, trusted)
    digest = hashlib.sha256(data).hexdigest()
    dated = None if proof is None else _dated(verify_proof(proof, trusted), digest)
    return VerifiedReceipt(receipt, digest, _builder(receipt), dated)


def _verify_source(source: Dict[str, Any], keys: List[VerifierKey]) -> None:
    checkpoint = parse_checkpoint(source["checkpoint"].encode())
    if checkpoint.origin != source["origin"]:
        raise NotVerified(f"The checkpoint is of {checkpoint.origin}, and the answers are said to be of {source['origin']}.")
    root, *proof = [_from_base64(one) or b"" for one in [source["root"], *source.get("consistency", [])]]
    if not verify_consistency(source["size"], root, checkpoint.size, checkpoint.root, proof):
        raise NotVerified("The checkpoint does not cover the answers.")
    _log_signers(checkpoint.note, checkpoint.origin, keys)


def _builder(receipt: Dict[str, Any]) -> Optional[str]:
    if "signer" not in receipt:
        return None
    unsigned = {name: one for name, one in receipt.items() if name != "signature"}
    digest = hashlib.sha256(canonical_json(unsigned).encode()).hexdigest()
    try:
        key = VerifierKey(receipt["signer"])
    except ValueError as error:
        raise NotVerified(f"The key of its builder is none. {error}") from None
    signature = _from_base64(receipt["signature"]) or b""
    if key.material[0] != _LOG_KEY or not verify_ed25519(key.material[1:], f"assent receipt v1\n{digest}\n".encode(), signature):
        raise NotVerified(f"It is not signed by {receipt['signer']}, as it says it is.")
    return key.text


def _dated(proven: ProvenLeaf, digest: str) -> str:
    leaf = strict_json(proven.leaf.decode("utf-8", "replace"))
    if not isinstance(leaf, dict) or [leaf.get(name) for name in ("v", "kind", "digest")] != [1, "receipt", digest]:
        raise NotVerified("The proof is for another leaf than one with the digest of this receipt.")
    _instant(leaf.get("time"), "/time")
    return f"{leaf['time']}, as leaf {proven.index} of {proven.origin}"


# ── Asking a registry (docs/checking-online.md) ─────────────────────────────────────────────────────────────────────────

_STATES = {"ALLOWED": "allowed", "DENIED": "denied", "CONDITIONAL": "conditional", "UNKNOWN": "unknown"}
_MOST_ANSWER_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Answer:
    """What the registry answers about one address. Only the state allowed is permission."""

    url: str
    #: allowed, denied, conditional, unknown, stale (an answer that is older than was asked for) or error.
    state: str
    #: Why there is no answer, where the state is error or stale.
    problem: Optional[str] = None
    assurance: Optional[str] = None
    #: Ids of the statements that decided.
    decided_by: Tuple[str, ...] = ()


class Checker:
    """Asks one registry about one use, everything at one size of its log: that of the first answer, or the one that is named.

    One checker is for one run. It follows no redirect, reads no proxy settings and keeps nothing.
    """

    def __init__(
        self,
        registry: str,
        use: str,
        *,
        key: Optional[str] = None,
        log_size: Optional[int] = None,
        minimum_assurance: Optional[str] = None,
        max_age: Optional[float] = None,
        timeout: float = 60.0,
        retries: int = 3,
        batch: int = 5_000,
    ):
        parts = urllib.parse.urlsplit(registry)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("Name the registry by its address, such as https://registry.example.")
        _refuse_unknown(use, minimum_assurance)
        self._registry, self._use, self._key = parts, use, key
        self._minimum, self._max_age = minimum_assurance, max_age
        self._timeout, self._retries, self._batch = timeout, retries, batch
        #: The size of the log that every answer rests on; None before the first.
        self.log_size = log_size

    def check(self, urls: Iterable[str]) -> Iterator[Answer]:
        """An answer for each address, in order, a batch at a time. Never raises for what the registry does: the state is error."""
        for batch in _batches(urls, self._batch):
            try:
                yield from self._ask(batch)
            except RegistryError as error:
                yield from (Answer(url, "error", str(error)) for url in batch)

    def check_or_raise(self, urls: Iterable[str]) -> Iterator[Answer]:
        """The same, but stops with RegistryError at the first batch that was not answered, or not freshly enough."""
        for batch in _batches(urls, self._batch):
            answers = self._ask(batch)
            for answer in answers:
                if answer.state in ("error", "stale"):
                    raise RegistryError(answer.problem or "There is no answer.")
            yield from answers

    def _ask(self, batch: List[str]) -> List[Answer]:
        # JSON joins surrogates that belong together, and so does the registry.
        sent = [json.loads(json.dumps(url)) for url in batch]
        body = "".join(json.dumps(url) + "\n" for url in sent).encode("ascii")
        query = [("use", self._use)]
        if self._minimum is not None:
            query.append(("minimum-assurance", self._minimum))
        if self.log_size is not None:
            query.append(("log-size", str(self.log_size)))
        headers = {"Content-Type": "application/x-ndjson", "Accept": "application/x-ndjson"}
        if self._key is not None:
            headers["Authorization"] = f"Bearer {self._key}"
        path = f"/v1/check?{urllib.parse.urlencode(query)}"
        told, text = _request(self._registry, "POST", path, headers, body, self._timeout, self._retries)
        size = _whole_number(told, "Assent-Log-Size")
        if self.log_size is not None and size != self.log_size:
            raise RegistryError(f"Asked at log size {self.log_size}, the registry answered at {size}.")
        for name, known in (
            ("Assent-Rules-Version", RULES_VERSION),
            ("Assent-Canonical-Url-Version", CANONICAL_URL_VERSION),
        ):
            if _whole_number(told, name) != known:
                raise RegistryError(f"The registry answers by another version ({name}): use a later release of this file.")
        lines = text.split("\n")
        if lines.pop() != "" or len(lines) != len(batch):
            raise RegistryError(f"{len(batch)} addresses were asked about, and {len(lines)} answered.")
        stale = self._staleness(told.get("Assent-Moment", ""))
        answers = [self._read(line, url, stale, asked) for line, url, asked in zip(lines, batch, sent)]
        self.log_size = size
        return answers

    def _read(self, line: str, url: str, stale: Optional[str], asked: str) -> Answer:
        try:
            said = json.loads(line)
            (decision,) = said["decisions"]
            if said["url"] != asked or decision["use"] != self._use:
                raise RegistryError("The registry answered about something else than it was asked.")
            state, assurance = _STATES[decision["decision"]], decision["assurance"]
            decided_by = tuple(str(one) for one in decision["decidedBy"])
        except (ValueError, KeyError, TypeError) as error:
            raise RegistryError("A line of the answer cannot be read.") from error
        if state == "allowed" and (assurance not in ASSURANCES or not decided_by):
            raise RegistryError("The registry allowed something without saying by what.")
        return Answer(url, "stale" if stale else state, stale, assurance, decided_by)

    def _staleness(self, moment: str) -> Optional[str]:
        if self._max_age is None:
            return None
        try:
            told = datetime.fromisoformat(moment.replace("Z", "+00:00"))
        except ValueError:
            raise RegistryError("The registry does not say what time its answers speak of.") from None
        age = abs((datetime.now(timezone.utc) - told).total_seconds())
        return f"The answer speaks of {moment}, which is not within {self._max_age:g} seconds." if age > self._max_age else None


def _refuse_unknown(use: str, minimum_assurance: Optional[str]) -> None:
    if use not in USES:
        raise ValueError(f"Name one of these uses: {', '.join(USES)}.")
    if minimum_assurance is not None and minimum_assurance not in ASSURANCES:
        raise ValueError(f"Name one of these: {', '.join(ASSURANCES)}.")


def _batches(urls: Iterable[str], size: int) -> Iterator[List[str]]:
    batch: List[str] = []
    for url in urls:
        batch.append(url)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _whole_number(told: Any, name: str) -> int:
    text = told.get(name) or ""
    if re.fullmatch("[0-9]{1,15}", text, re.ASCII) is None:
        raise RegistryError(f"The answer lacks {name}: is this a registry?")
    return int(text)


def _request(
    registry: urllib.parse.SplitResult,
    method: str,
    path: str,
    headers: Dict[str, str],
    body: Optional[bytes],
    timeout: float,
    retries: int,
) -> Tuple[Any, str]:
    """Headers and text of a 200 that is NDJSON and whole. Raises RegistryError for everything else."""
    kind = http.client.HTTPSConnection if registry.scheme == "https" else http.client.HTTPConnection
    for attempt in range(retries + 1):
        connection = kind(registry.hostname or "", registry.port, timeout=timeout)
        try:
            connection.request(method, registry.path.rstrip("/") + path, body=body, headers=headers)
            response = connection.getresponse()
            data = response.read(_MOST_ANSWER_BYTES + 1)
            # A read that is bounded does not notice that the connection was broken off.
            if response.length and len(data) <= _MOST_ANSWER_BYTES:
                raise http.client.IncompleteRead(data, response.length)
        except (OSError, http.client.HTTPException) as error:
            raise RegistryError(f"The registry could not be asked: {error!r}. Nothing was answered.") from error
        finally:
            connection.close()
        if response.status in (429, 503) and attempt < retries:
            time.sleep(_wait_for(response.headers))
            continue
        if response.status != 200:
            raise RegistryError(f"The registry answered with status {response.status}: {data[:300]!r}")
        if (response.headers.get("Content-Type") or "").split(";")[0].strip() != "application/x-ndjson":
            raise RegistryError("The answer is no NDJSON: is this a registry?")
        if len(data) > _MOST_ANSWER_BYTES:
            raise RegistryError("The answer is longer than any can be.")
        try:
            return response.headers, data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise RegistryError("The answer is not UTF-8.") from error
    raise RegistryError("The registry was asked too often.")


def _wait_for(headers: Any) -> float:
    text = headers.get("Retry-After") or ""
    return min(float(text), 60.0) if re.fullmatch("[0-9]{1,6}", text, re.ASCII) else 1.0


# ── Snapshots (docs/snapshot-format.md) ─────────────────────────────────────────────────────────────────────────────────

class SnapshotUnusable(RegistryError):
    """There is no snapshot to answer from, or none that may be relied on."""


_KINDS = ("url", "path", "domain")
_PREFERENCES = ("allow", "deny", "conditional")
_CAPACITIES = ("author", "rightsholder", "agent", "heir", "host", "person-depicted")
_BASES = ("own-right", "mandate", "public-domain", "cc0")
_GRADES = ("passed-on", "attested", "confirmed")
_PROBLEMS = ("outer-only", "without-query-carries-no-yes", "md5-carries-no-yes", "match-needs-review")
_NEVER = 2**64 - 1
_DAY = 86_400.0

_DECIDING = ("filter.bin", "hosts.bin", "strays.bin", "rows.bin", "records.bin")
_FILE = {"name": _text(r"[a-z0-9][a-z0-9.-]{0,63}"), "bytes": _whole(), "sha256": _HEX_64}
_MANIFEST = _object({
    "v": _version(1),
    "type": _word("assent-snapshot"),
    "origin": _ORIGIN,
    "size": _whole(),
    "checkpoint": _text(most=100_000),
    "loggedAt": _instant,
    "builtAt": _instant,
    "rules": _version(RULES_VERSION),
    "canonicalUrl": _version(CANONICAL_URL_VERSION),
    "licence": _text(most=100),
    "lostLeaves": _list(_object({"origin": _ORIGIN, "from": _whole(), "to": _whole()}), key=lambda one: one["origin"]),
    "keys": _list(_text(r"[^ ]{1,400}"), key=str),
    "counts": _object({name: _whole() for name in ("keys", "voices", "hosts", "strays", "yes")}),
    "rangeDigits": _whole(0, 16),
    "files": _list(_object(_FILE), key=lambda one: one["name"]),
    "deltas": _list(_object({**_FILE, "from": _whole(), "keys": _whole()}), key=lambda one: one["name"]),
})
_LATEST = _object({
    "v": _version(1), "type": _word("assent-latest"), "origin": _ORIGIN, "size": _whole(), "manifest": _HEX_64, "at": _instant,
})


def _signed_members(note: Note, form: _Form, keys: Iterable[VerifierKey]) -> Dict[str, Any]:
    """The one line of canonical JSON that a log signed."""
    said = strict_json(note.text[:-1])
    form(said, "")
    if canonical_json(said) + "\n" != note.text:
        raise NotVerified("It is not written as RFC 8785 demands.")
    _log_signers(note, said["origin"], keys)
    return said


class Snapshot:
    """Answers as of one size of a log, from files that were verified and read as a whole before the first question."""

    def __init__(self, files: Dict[str, bytes], *, size: int, origin: str, fresh_at: datetime, basis: Optional[Dict[str, Any]] = None):
        #: What a receipt says of it.
        self.basis = basis or {}
        #: How many leaves the answers rest on.
        self.size = size
        self.origin = origin
        #: When it was last known to be the newest.
        self.fresh_at = fresh_at
        self._filter, self._hosts, self._strays = (_Filter(files[name]) for name in _DECIDING[:3])
        self._rows, self._records = files["rows.bin"], files["records.bin"]
        self._count = _entries_in(self._rows, b"ASSENTK1", 28)
        if self._records[:8] != b"ASSENTR1" or len(self._records) < 16:
            raise SnapshotUnusable("The records of the snapshot are of a version that this file does not know: use a later release.")
        self._said_under: Dict[str, bool] = {}

    @classmethod
    def open(cls, folder: str, keys: Iterable[VerifierKey], *, max_age: Optional[float] = _DAY) -> Snapshot:
        """Opens the newest of a folder of snapshots, or a folder that is one. Raises SnapshotUnusable, also without a key.

        With `max_age` one that was last known to be the newest more seconds ago is refused.
        """
        try:
            return cls._opened(folder, list(keys), max_age)
        except NotVerified as error:
            raise SnapshotUnusable(f"The snapshot in {folder} does not hold. {error} Fetch it again, or use a later release.") from None
        except OSError as error:
            raise SnapshotUnusable(f"{error.filename}: {error.strerror}. Fetch the snapshot with: assent snapshot pull") from None

    @classmethod
    def _opened(cls, folder: str, keys: List[VerifierKey], max_age: Optional[float]) -> Snapshot:
        latest = None
        place = folder
        if not os.path.exists(os.path.join(folder, "manifest")):
            latest = _read_latest(_bytes_of(os.path.join(folder, "latest.json")), keys)
            place = os.path.join(folder, str(latest["size"]))
        manifest, basis = _read_manifest(_bytes_of(os.path.join(place, "manifest")), latest, keys)
        fresh_at = datetime.fromtimestamp(_milliseconds(latest["at"] if latest else manifest["builtAt"]) / 1000, timezone.utc)
        if max_age is not None and (datetime.now(timezone.utc) - fresh_at).total_seconds() > max_age:
            raise NotVerified(f"It was last known to be the newest at {fresh_at.isoformat()}, which is too long ago.")
        files = {name: _summed(_bytes_of(os.path.join(place, name)), name, manifest) for name in _DECIDING}
        return cls(files, size=manifest["size"], origin=manifest["origin"], fresh_at=fresh_at, basis=basis)

    def covering(self, url: Optional[str], at: float, *, sha256: str = "", md5: str = "") -> Tuple[List[Covering], List[str]]:
        """The statements that cover an item, for `decide`, and who claims its content. Raises Refused and NotExact for an address.

        `at` in milliseconds since 1970; the digests are those of its bytes, in lower-case hexadecimal.
        """
        canonical = None if url is None else canonical_url(url)
        inside = [] if canonical is None else [canonical, *embedded_urls(canonical)]
        addresses = [[(place, None) for place in url_expressions(one)] for one in inside]
        if any(self._may_cover(places) for places in map(url_expressions, inside)):
            addresses = [[(place, self._block(place.expression)) for place, _ in places] for places in addresses]
        works = _FoundWorks(at)
        for by, value, via in (("sha256", sha256, "content"), ("md5", md5, "md5")):
            if value:
                works.add(self._block(f"{by} {value}"), via, 0)
        for number, places in enumerate(addresses):
            works.add_matched(places, number == 0)
        return [*_place_statements(addresses, at), *works.covering()], sorted(works.claimants)

    def _may_cover(self, places: List[Expression]) -> bool:
        names = [place.expression for place in places if place.kind == "domain"]
        if any(self._is_said_under(text) for text in [f"{names[0]}/", *names]):
            return True
        return self._strays.keys > 0 and any(place.expression in self._strays for place in places)

    def _is_said_under(self, text: str) -> bool:
        if text not in self._said_under:
            if len(self._said_under) >= 65_536:
                self._said_under.clear()
            self._said_under[text] = text in self._hosts
        return self._said_under[text]

    def _block(self, text: str) -> Optional[_Block]:
        if text not in self._filter:
            return None
        key = xxh64(text.encode())
        digest = hashlib.sha256(text.encode()).digest()[:16]
        first, end = 0, self._count
        while first < end:
            middle = (first + end) // 2
            first, end = (middle + 1, end) if self._number(16 + 8 * middle, 8) < key else (first, middle)
        while first < self._count and self._number(16 + 8 * first, 8) == key:
            start = 16 + 12 * self._count + 16 * first
            if self._rows[start:start + 16] == digest:
                return _Block(self._records, 8 * self._number(16 + 8 * self._count + 4 * first, 4))
            first += 1
        return None

    def _number(self, start: int, length: int) -> int:
        return int.from_bytes(self._rows[start:start + length], "little")


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotVerified("It is not UTF-8.") from None


def _read_latest(data: bytes, keys: List[VerifierKey]) -> Dict[str, Any]:
    if not keys:
        raise NotVerified("No key was given, and without one anybody could have made it: give the key of the log that you trust.")
    pointer = strict_json(_utf8(data))
    note = pointer.get("note") if isinstance(pointer, dict) else None
    return _signed_members(parse_note(str(note).encode("utf-8", "surrogatepass")), _LATEST, keys)


def _read_manifest(
    data: bytes, latest: Optional[Dict[str, Any]], keys: List[VerifierKey]
) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    """The manifest, and what a receipt says of it."""
    if not keys:
        raise NotVerified("No key was given, and without one anybody could have made it: give the key of the log that you trust.")
    manifest = _signed_members(parse_note(data), _MANIFEST, keys)
    checkpoint = parse_checkpoint(manifest["checkpoint"].encode())
    _log_signers(checkpoint.note, checkpoint.origin, keys)
    if (checkpoint.origin, checkpoint.size) != (manifest["origin"], manifest["size"]):
        raise NotVerified("Its checkpoint is of another log or of another size.")
    digest = hashlib.sha256(data).hexdigest()
    named = (manifest["origin"], manifest["size"], digest)
    if latest is not None and named != (latest["origin"], latest["size"], latest["manifest"]):
        raise NotVerified("The manifest is not the one that was signed to be the newest: parts of two snapshots are mixed.")
    basis = {
        "origin": manifest["origin"],
        "source": "snapshot",
        "size": manifest["size"],
        "root": base64.b64encode(checkpoint.root).decode(),
        "checkpoint": manifest["checkpoint"],
        "manifest": digest,
    }
    return manifest, basis


def _summed(data: bytes, name: str, manifest: Dict[str, Any]) -> bytes:
    named = next((one for one in manifest["files"] if one["name"] == name), None)
    if named is None:
        raise NotVerified(f"It names no file {name}.")
    if len(data) != named["bytes"] or hashlib.sha256(data).hexdigest() != named["sha256"]:
        raise NotVerified(f"{name} is not what the signed manifest says: it was damaged, cut off or exchanged.")
    return data


def pull_snapshot(place: str, folder: str, keys: Iterable[VerifierKey], *, timeout: float = 600.0) -> int:
    """Fetches the files that decide of the newest snapshot of a registry or a mirror, each verified. Its size of the log.

    Raises SnapshotUnusable, and leaves the folder as it was, where something does not hold or is older than what is there.
    """
    parts = urllib.parse.urlsplit(place)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("Name the registry or the mirror by its address, such as https://registry.example.")
    prefix = parts.path.rstrip("/") or "/v1/snapshots"
    trusted = list(keys)
    try:
        pointer = _fetched(parts, f"{prefix}/latest.json", _MOST_NOTE_BYTES, timeout)
        latest = _read_latest(pointer, trusted)
        target = os.path.join(folder, str(latest["size"]))
        if any(name.isdigit() and int(name) > latest["size"] for name in (os.listdir(folder) if os.path.isdir(folder) else [])):
            raise NotVerified(f"Its newest is of size {latest['size']}, and a newer one is in {folder}.")
        written = _fetched(parts, f"{prefix}/{latest['size']}/manifest", _MOST_NOTE_BYTES, timeout)
        manifest, _ = _read_manifest(written, latest, trusted)
        if not os.path.exists(target):
            draft = f"{target}.{os.getpid()}.part"
            os.makedirs(draft)
            for one in manifest["files"]:
                if one["name"] in (*_DECIDING, "pdq.bin", "iscc-text.bin", "terms.ndjson"):
                    data = _fetched(parts, f"{prefix}/{latest['size']}/{one['name']}", one["bytes"], timeout)
                    _write(os.path.join(draft, one["name"]), _summed(data, one["name"], manifest))
            _write(os.path.join(draft, "manifest"), written)
            os.replace(draft, target)
        _write(os.path.join(folder, f"latest.json.{os.getpid()}.part"), pointer)
        os.replace(os.path.join(folder, f"latest.json.{os.getpid()}.part"), os.path.join(folder, "latest.json"))
    except NotVerified as error:
        raise SnapshotUnusable(f"The snapshot of {place} does not hold. {error} Nothing was put in its place.") from None
    return manifest["size"]


def _fetched(parts: urllib.parse.SplitResult, path: str, most: int, timeout: float) -> bytes:
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=timeout)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        data = response.read(most + 1)
    except (OSError, http.client.HTTPException) as error:
        raise SnapshotUnusable(f"{parts.hostname} could not be asked: {error!r}. Try again later, or name a mirror.") from None
    finally:
        connection.close()
    if response.status != 200 or len(data) > most:
        raise SnapshotUnusable(f"{parts.hostname} answered {path} with status {response.status}, or more than there can be.")
    return data


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _entries_in(data: bytes, name: bytes, length: int) -> int:
    count = int.from_bytes(data[8:16], "little")
    if data[:8] != name or len(data) != 16 + count * length:
        raise SnapshotUnusable("A table of the snapshot is cut off, or of a version that this file does not know.")
    return count


class _Filter:
    """A 3-wise binary fuse filter, of which a no is final."""

    def __init__(self, data: bytes):
        bits, exponent = (data[8], data[9]) if len(data) >= 32 else (0, 0)
        self._segments, self.keys, self._low, self._high = (int.from_bytes(data[at:at + 4], "little") for at in (16, 20, 24, 28))
        self._segment, self._width = 1 << min(exponent, 18), bits // 8
        cells = (self._segments + 2) * self._segment
        if data[:8] != b"ASSENTF1" or bits not in (8, 16) or exponent > 18 or self._segments < 1 or self.keys > cells or len(data) != 32 + cells * self._width:
            raise SnapshotUnusable("A filter of the snapshot is cut off, or of a version that this file does not know.")
        self._data = data

    def __contains__(self, text: str) -> bool:
        if self.keys == 0:
            return False
        key = xxh64(text.encode())
        low, high = key & 0xFFFFFFFF, key >> 32
        one = high ^ self._high ^ _mixed(low ^ self._low)
        two = low ^ self._low ^ _mixed(one)
        three = one ^ _mixed(two)
        four = _mixed(two ^ three)
        first = (two * self._segments * self._segment) >> 32
        second = (first + self._segment) ^ (three & (self._segment - 1))
        third = (first + 2 * self._segment) ^ (four & (self._segment - 1))
        return self._cell(first) ^ self._cell(second) ^ self._cell(third) == four >> (32 - 8 * self._width)

    def _cell(self, number: int) -> int:
        start = 32 + number * self._width
        return int.from_bytes(self._data[start:start + self._width], "little")


def _mixed(word: int) -> int:
    word = (word ^ word >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    word = (word ^ word >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return word ^ word >> 16


_Voice = Dict[str, Any]


class _Block:
    """What stands under one key. A number that stands for no word is of a later version: nothing may be answered."""

    def __init__(self, records: bytes, start: int):
        counts = struct.unpack_from("<6I", records, start) if 16 <= start <= len(records) - 24 else (0,) * 6
        expected = 24 + sum(count * size for count, size in zip(counts, (72, 112, 32, 16, 16)))
        if counts[5] != expected or start + expected > len(records):
            raise SnapshotUnusable("A record of the snapshot is cut off, or of a version that this file does not know.")
        self._records, self._at = records, start + 24
        self.places = [self._voice(72) for _ in range(counts[0])]
        self.works = [self._voice(112) for _ in range(counts[1])]
        self.holdings = [self._holding() for _ in range(counts[2])]
        self.claimants = [self._taken("16s", 16)[0].hex() for _ in range(counts[3])]
        for _ in range(counts[4]):
            number, level, grade, until = self._taken("IBB2xQ", 16)
            if number < len(self.works):
                self.works[number]["lent"].append((_worded(ASSURANCES, level), _worded(_GRADES, grade), until))

    def _taken(self, form: str, size: int) -> Tuple[Any, ...]:
        taken = struct.unpack_from(f"<{form}", self._records, self._at)
        self._at += size
        return taken

    def _voice(self, size: int) -> _Voice:
        identity, claimant, index, expires, kind, use, preference, capacity, basis, flags, heard = self._taken("32s16sQQ7Bx", 72)
        if flags > 15:
            raise SnapshotUnusable("A record of the snapshot is of a version that this file does not know.")
        voice = {
            "id": identity.hex(),
            "claimant": claimant.hex(),
            "index": index,
            "expiresAt": None if expires == _NEVER else expires,
            "use": _worded(USES, use),
            "preference": _worded(_PREFERENCES, preference),
            "capacity": _worded(_CAPACITIES, capacity),
            "basis": _worded(_BASES, basis),
            "ownWorks": bool(flags & 1),
            "suspended": bool(flags & 2),
            "accountWide": bool(flags & 4),
            "byMandate": bool(flags & 8),
            "heardFrom": _worded(ASSURANCES, heard) if heard else None,
        }
        if size == 72:
            return {**voice, "kind": _worded(_KINDS, kind)}
        work, claim, distance, problem, assurance = self._taken("16s16sHBB4x", 40)
        return {
            **voice,
            "work": work.hex(),
            "claim": claim.hex() if voice["accountWide"] else None,
            "distance": distance,
            "problem": _worded(_PROBLEMS, problem) if problem else None,
            "assurance": _worded(ASSURANCES, assurance),
            "lent": [],
        }

    def _holding(self) -> Tuple[str, int, str, str, Optional[str]]:
        claimant, until, kind, level, grade = self._taken("16sQBBB5x", 32)
        return (claimant.hex(), until, _worded(_KINDS, kind), _worded(ASSURANCES, level), _worded(_GRADES, grade) if grade else None)


_Address = List[Tuple[Expression, Optional[_Block]]]


def _worded(words: Sequence[str], number: int) -> str:
    if not 1 <= number <= len(words):
        raise SnapshotUnusable("A record of the snapshot has a word of a later version: use a later release of this file.")
    return words[number - 1]


def _best(levels: Iterable[str]) -> str:
    return max(levels, key=ASSURANCES.index, default="asserted")


def _place_statements(addresses: List[_Address], at: float) -> Iterator[Covering]:
    matches: Dict[Tuple[str, str], List[Dict[str, Any]]] = {}
    for number, places in enumerate(addresses):
        depths = dict.fromkeys(_KINDS, 0)
        for place, _ in reversed(places):
            depths[place.kind] += 1
            via = "without-query" if place.deny_only else {"url": "exact", "path": "folder", "domain": "host"}[place.kind]
            match = {"via": via, "address": "embedded" if number else "outer", "depth": depths[place.kind]}
            matches.setdefault((place.kind, place.expression), []).append(match)
    seen: Set[Tuple[str, str]] = set()
    for places in addresses:
        for position, (place, block) in enumerate(places):
            subject = (place.kind, place.expression)
            if block is None or subject in seen:
                continue
            seen.add(subject)
            for voice in block.places:
                if voice["kind"] == place.kind:
                    yield from _heard_at(places, position, voice, at, matches[subject])


def _heard_at(places: _Address, position: int, voice: _Voice, at: float, matches: List[Dict[str, Any]]) -> Iterator[Covering]:
    """It rests on the best that the claimant has reached at the place, or at a wider one of the same address."""
    reached: List[Tuple[str, Optional[str]]] = []
    for number in range(position, len(places)):
        place, block = places[number]
        if number > position and place.deny_only:
            continue
        reaching = [
            (level, grade)
            for claimant, until, kind, level, grade in (block.holdings if block else [])
            if kind == place.kind
            and claimant == voice["claimant"]
            and (grade is None or (voice["basis"] == "mandate" and at < until))
        ]
        if number == position and voice["byMandate"] and not reaching:
            return
        reached += reaching
    place = places[position][0]
    yield from _heard(voice, {"kind": place.kind, "key": place.expression}, _rests_on(voice, reached), matches)


def _rests_on(voice: _Voice, reached: Iterable[Tuple[str, Optional[str]]], own: Sequence[str] = ()) -> str:
    """The best level, of which a mandate that its principal has not confirmed lends to a no only."""
    return _best([*own, *(level for level, grade in reached if grade in (None, "confirmed") or voice["preference"] == "deny")])


def _heard(voice: _Voice, subject: Dict[str, str], assurance: str, matches: List[Dict[str, Any]]) -> Iterator[Covering]:
    if voice["accountWide"] and voice["preference"] == "allow" and assurance == "asserted":
        return
    is_late = voice["heardFrom"] is not None and ASSURANCES.index(assurance) < ASSURANCES.index(voice["heardFrom"])
    for match in matches:
        yield {**voice, "subject": subject, "assurance": assurance, "suspended": voice["suspended"] or is_late, "match": match}


class _FoundWorks:
    """The works that an item is or holds, each voice with the nearest of every kind of way in which it was found."""

    def __init__(self, at: float):
        self.claimants: Set[str] = set()
        self._at = at
        self._found: Dict[Tuple[str, Optional[str]], Tuple[_Voice, Dict[Tuple[str, Optional[str]], int]]] = {}

    def add_matched(self, places: _Address, is_outer: bool) -> None:
        for place, block in places:
            if place.kind == "url":
                here = "without-query-carries-no-yes" if place.deny_only else None
                self.add(block, "matched", None, here if is_outer else "outer-only")

    def add(self, block: Optional[_Block], via: str, distance: Optional[int], problem: Optional[str] = None) -> None:
        self.claimants.update(block.claimants if block else [])
        for voice in block.works if block else []:
            _, ways = self._found.setdefault((voice["id"], voice["claim"]), (voice, {}))
            way = (via, problem or voice["problem"])
            near = voice["distance"] if distance is None else distance
            ways[way] = min(near, ways.get(way, near))

    def covering(self) -> Iterator[Covering]:
        for voice, ways in self._found.values():
            names = [voice["claimant"], voice["work"], voice["claim"]]
            subject = {"kind": "content", "key": " ".join(name for name in names if name)}
            lent = [(level, grade) for level, grade, until in voice["lent"] if self._at < until]
            if voice["byMandate"] and not lent:
                continue
            assurance = _rests_on(voice, lent, [voice["assurance"]])
            matches = [
                {"via": via, "distance": distance, **({"carriesNoYes": problem} if problem else {})}
                for (via, problem), distance in ways.items()
            ]
            yield from _heard(voice, subject, assurance, matches)


class SnapshotChecker:
    """Asks one snapshot about one use, as `Checker` asks a registry: at one size and one moment. Raises SnapshotUnusable.

    An address about whose host this file cannot be exact (NotExact) is in the state error, alone.
    """

    def __init__(
        self,
        folder: str,
        use: str,
        keys: Iterable[str],
        *,
        minimum_assurance: Optional[str] = None,
        max_age: Optional[float] = _DAY,
    ):
        _refuse_unknown(use, minimum_assurance)
        self._snapshot = Snapshot.open(folder, [VerifierKey(key) for key in keys], max_age=max_age)
        policy = {} if minimum_assurance is None else {"minimumAssurance": minimum_assurance}
        now = datetime.now(timezone.utc)
        moment = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        self._question = {"use": use, "at": _milliseconds(moment), "policy": policy}
        #: What a receipt says of the answers.
        self.basis = {**self._snapshot.basis, "from": moment, "to": moment}
        #: The size of the log that every answer rests on.
        self.log_size = self._snapshot.size

    def check(self, urls: Iterable[str]) -> Iterator[Answer]:
        """An answer for each address, in order."""
        return map(self._answer, urls)

    def check_or_raise(self, urls: Iterable[str]) -> Iterator[Answer]:
        """The same: whatever could fail for all of them failed when the snapshot was opened."""
        return self.check(urls)

    def _answer(self, url: str) -> Answer:
        try:
            covering, claimants = self._snapshot.covering(url, self._question["at"])
        except Refused as error:
            return Answer(url, "unknown", f"It is no address: {error.reason}.")
        except NotExact as error:
            return Answer(url, "error", f"{error} Ask the registry about it.")
        decision = decide(covering, {**self._question, "contentClaimants": claimants})
        ids = tuple(one["id"] for one in decision["decidedBy"])
        return Answer(url, _STATES[decision["answer"]], None, decision["assurance"], ids)


# ── Keeping a filtered dataset up to date (docs/changes.md) ─────────────────────────────────────────────────────────────

@dataclass(frozen=True)
class Changes:
    """What changed up to `size`: subjects as (kind, SHA-256 in hexadecimal). With `everything` all rows are to be asked about."""

    size: int
    subjects: frozenset
    everything: bool

    def concern(self, url: str) -> bool:
        """Whether the answer about an address may be another one now. True also for an address that is not surely known."""
        try:
            return self.everything or any((one.kind, one.sha256) in self.subjects for one in looked_up_under(url))
        except Refused:
            return False
        except NotExact:
            return True


def read_changes(registry: str, since: int, *, timeout: float = 60.0, retries: int = 3) -> Changes:
    """Everything that changed from a size of the log on. Raises RegistryError; half of it is never answered."""
    parts = urllib.parse.urlsplit(registry)
    subjects: Set[Tuple[str, str]] = set()
    everything = False
    size = since
    while True:
        told, text = _request(parts, "GET", f"/v1/changes?since={size}", {}, None, timeout, retries)
        lines = text.split("\n")
        try:
            if lines.pop() != "":
                raise ValueError("The last line does not end.")
            *changes, last = [json.loads(line) for line in lines]
            reached = last["size"]
            for change in changes:
                subject = change["subject"]
                everything = everything or subject["kind"] == "everything"
                if subject["kind"] in ("url", "path", "domain"):
                    subjects.add((subject["kind"], subject["sha256"]))
        except (ValueError, KeyError, TypeError) as error:
            raise RegistryError("The changes cannot be read, or are not whole.") from error
        if isinstance(reached, bool) or not isinstance(reached, int) or reached < size or reached != _whole_number(told, "Assent-Log-Size"):
            raise RegistryError("The registry does not say which size the changes lead to.")
        if reached == size:
            return Changes(size, frozenset(subjects), everything)
        size = reached


# ── On the command line ─────────────────────────────────────────────────────────────────────────────────────────────────

_DONE, _USAGE, _NO_EVIDENCE, _UNREADABLE = 0, 2, 3, 4


class Unreadable(Exception):
    """An input cannot be read, or not as what it is said to be."""


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """0: done; 2: used wrongly; 3: answers or evidence are missing or do not hold; 4: an input cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except NotVerified as error:
        return _failed(_NO_EVIDENCE, f"Not verified: {error}")
    except RegistryError as error:
        return _failed(_NO_EVIDENCE, f"Stopped: {error} What was written before is not a checked dataset.")
    except Unreadable as error:
        return _failed(_UNREADABLE, f"{error} Nothing was concluded.")
    except OSError as error:
        return _failed(_UNREADABLE, f"{error.filename}: {error.strerror}. Nothing was concluded.")
    except ValueError as error:
        return _failed(_USAGE, str(error))
    return _DONE


def _failed(exit_code: int, message: str) -> int:
    sys.stderr.write(f"{_plain(message)}\n")
    return exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="assent.py", description="Asks before training, and shows that somebody did.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="ask about every row of a table of text before training on it")
    check.add_argument("file", help="table: .txt, .csv, .tsv, .ndjson or .jsonl, with .gz behind it or not; - is standard input")
    check.add_argument("--use", required=True, choices=USES, help="use to ask about")
    source = check.add_mutually_exclusive_group(required=True)
    source.add_argument("--snapshot", help="answer from the snapshot in a folder; without a network")
    source.add_argument("--registry", help="ask the registry at an address")
    check.add_argument("--key", action="append", default=[], type=_key_argument, help="key that you trust to sign the snapshot's log")
    check.add_argument("--api-key", help="key of an account of the registry")
    check.add_argument("--max-age", type=float, default=24.0, help="hours since the snapshot was last the newest; 24 unless said")
    check.add_argument("--minimum-assurance", choices=ASSURANCES, help="yeses below it do not count")
    check.add_argument("--log-size", type=int, help="answer as of this size of the log")
    check.add_argument("--format", choices=_FORMATS, help="what comes by standard input")
    check.add_argument("--url-column", help="column with the addresses, where it is not called url or image_url")
    check.add_argument("--keep", choices=("not-denied", "allowed"), default="not-denied", help="rows that are kept")
    check.add_argument("--out", help="write the rows that are kept, byte for byte; - is standard output")
    check.add_argument("--receipt", help="write what shows later that you asked; with --snapshot, of a file")
    check.set_defaults(run=_check)
    pull = commands.add_parser("pull", help="fetch the newest snapshot of a registry or a mirror")
    pull.add_argument("place", help="address of a registry, or of a mirror of its /v1/snapshots")
    pull.add_argument("--out", default="snapshots", help="folder where it is put")
    pull.add_argument("--key", action="append", default=[], type=_key_argument, help="key that you trust to sign for the log")
    pull.set_defaults(run=_pull)
    receipt = commands.add_parser("verify-receipt", help="check a receipt, step by step and without a network")
    receipt.add_argument("file", help="receipt")
    receipt.add_argument("--key", action="append", default=[], type=_key_argument, help="key that you trust to sign for the log")
    receipt.add_argument("--keys", help="the log's own list of its keys (/log/keys.json), for a receipt older than the key you trust")
    receipt.add_argument("--proof", help="proof that a log dated the receipt; by default the .tlog-proof beside it")
    receipt.add_argument("--file", dest="files", nargs="+", default=[], help="files that the receipt should name")
    receipt.set_defaults(run=_verify_receipt)
    return parser


_FORMATS = ("txt", "csv", "tsv", "ndjson")
_URL_COLUMNS = ("url", "image_url")
#: A row as it stands in the file, and the address in it.
_Row = Tuple[bytes, str]


def _check(options: argparse.Namespace) -> None:
    """Asks about a table, a batch of rows before any of them is written, and writes a whole file or none."""
    if options.receipt and (options.snapshot is None or options.file == "-"):
        raise ValueError("A receipt is made of a file that was checked by a snapshot: name both.")
    before = _digest_of(options.file) if options.receipt else ""
    checker = _checker_of(options)
    tally = _Tally()
    with _opened_input(options.file) as file, _Output(options.out) as output:
        head, rows = _table(file, _format_of(options), options.url_column)
        output.write(head)
        while True:
            some = list(itertools.islice(rows, 5_000))
            if not some:
                break
            answers = list(checker.check_or_raise(address for _, address in some))
            if len(answers) != len(some):
                raise RegistryError("Not every row was answered.")
            for (raw, _), answer in zip(some, answers):
                if tally.add(answer, options.keep):
                    output.write(raw)
        output.finish()
    if options.receipt:
        if _digest_of(options.file) != before:
            raise Unreadable(f"{options.file} was changed while it was checked.")
        written = None if output.digest is None else output.digest.hexdigest()
        receipt = _receipt_of(options, checker.basis, tally, before, written)
        _write(options.receipt, canonical_json(receipt).encode())
    _tell_counts(tally.states, tally.kept, checker.log_size, sys.stderr if options.out == "-" else sys.stdout)


class _Tally:
    """Rows by state, and by what the answers rest on."""

    def __init__(self) -> None:
        self.states = dict.fromkeys((*_STATES.values(), "error"), 0)
        self.levels: Dict[str, Dict[str, int]] = {}
        self.kept = self.not_asked = 0

    def add(self, answer: Answer, keep: str) -> bool:
        """Whether the row is kept."""
        self.states[answer.state] += 1
        self.not_asked += answer.problem is not None
        if answer.assurance is not None:
            levels = self.levels.setdefault(answer.state.upper(), {})
            levels[answer.assurance] = levels.get(answer.assurance, 0) + 1
        is_kept = answer.state == "allowed" or (answer.state == "unknown" and keep == "not-denied")
        self.kept += is_kept
        return is_kept


def _receipt_of(
    options: argparse.Namespace, basis: Dict[str, Any], tally: _Tally, digest: str, written: Optional[str]
) -> Dict[str, Any]:
    """What was compared with what (docs/receipts.md). A row whose host is not surely known counts as nobody's answer, and was not asked."""
    rows = sum(tally.states.values())
    answers = {word: tally.states[state] for word, state in _STATES.items()}
    answers["UNKNOWN"] += tally.states["error"]
    now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    policy = {} if options.minimum_assurance is None else {"minimumAssurance": options.minimum_assurance}
    file = {"name": options.file, "rows": rows, "kept": tally.kept, "input": digest}
    return {
        "format": "assent-receipt",
        "version": 1,
        "summary": summarise(answers, rows),
        "limits": _LIMITS,
        "madeAt": now,
        "question": {"uses": [options.use], "keep": options.keep, "policy": {"version": 1, **policy}},
        "rules": {"decision": RULES_VERSION, "canonicalUrl": CANONICAL_URL_VERSION},
        "sources": [basis],
        "counts": {
            "rows": rows,
            "kept": tally.kept,
            "dropped": rows - tally.kept,
            "licensed": 0,
            "answers": answers,
            "uses": [{"use": options.use, "answers": answers, "byAssurance": tally.levels}],
            "asked": {"byAddress": rows - tally.not_asked, "byContent": 0, "byNeither": tally.not_asked},
        },
        "files": [file if written is None else {**file, "output": written}],
    }


def _checker_of(options: argparse.Namespace) -> Any:
    if options.snapshot is None:
        return Checker(
            options.registry, options.use, key=options.api_key, log_size=options.log_size, minimum_assurance=options.minimum_assurance
        )
    keys = [key.text for key in options.key]
    checker = SnapshotChecker(
        options.snapshot, options.use, keys, minimum_assurance=options.minimum_assurance, max_age=options.max_age * 3_600
    )
    if options.log_size not in (None, checker.log_size):
        raise SnapshotUnusable(f"The snapshot answers as of size {checker.log_size} of its log, and of no other.")
    return checker


def _tell_counts(counts: Dict[str, int], kept: int, log_size: Optional[int], to: Any) -> None:
    rows = sum(counts.values())
    answers = {word: counts[state] for word, state in _STATES.items()}
    told = [summarise(answers, rows), f"{rows} rows: " + ", ".join(f"{number} {state}" for state, number in counts.items()) + "."]
    if counts["error"]:
        told.append(f"{counts['error']} rows were not kept, since their hosts are not surely known here: ask the registry about them.")
    size = "" if log_size is None else f" As of log size {log_size}."
    told.append(f"{kept} rows kept, {rows - kept} dropped.{size}")
    to.write("".join(f"{line}\n" for line in told))


class _Output:
    """A file that is there as a whole or not at all, standard output, or nothing."""

    def __init__(self, path: Optional[str]):
        self._path = path
        self._draft = f"{path}.{os.getpid()}.part"
        self._stream = None if path is None else sys.stdout.buffer if path == "-" else open(self._draft, "xb")
        #: Of what was written, if anything is.
        self.digest = None if path is None else hashlib.sha256()

    def __enter__(self) -> _Output:
        return self

    def write(self, data: bytes) -> None:
        if self._stream is not None and self.digest is not None:
            self._stream.write(data)
            self.digest.update(data)

    def finish(self) -> None:
        if self._stream is None or self._path is None:
            return
        self._stream.flush()
        if self._path != "-":
            os.fsync(self._stream.fileno())
            self._stream.close()
            os.replace(self._draft, self._path)

    def __exit__(self, kind: Any, *_: Any) -> None:
        if kind is not None and self._stream is not None and self._path != "-":
            self._stream.close()
            os.unlink(self._draft)


def _opened_input(path: str) -> Any:
    if path == "-":
        return contextlib.nullcontext(sys.stdin.buffer)
    return gzip.open(path, "rb") if path.lower().endswith(".gz") else open(path, "rb")


def _format_of(options: argparse.Namespace) -> str:
    name = re.sub(r"\.gz$", "", options.file.lower())
    ending = {"jsonl": "ndjson", "tab": "tsv"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    found = options.format or ending
    if found not in _FORMATS:
        known = "Known are .txt, .csv, .tsv and .ndjson; for Parquet and shards there is `assent check` (docs/checker.md)."
        raise ValueError(f"{options.file} is no table that this file reads. {known} Name one with --format.")
    return found


def _table(file: Any, form: str, column: Optional[str]) -> Tuple[bytes, Iterator[_Row]]:
    """What stands before the rows, and the rows."""
    lines = _lines(file)
    if form == "txt":
        return b"", ((line, _cell(line)) for line in lines)
    if form == "ndjson":
        return b"", _objects(lines, column)
    read: List[str] = []
    records = csv.reader(_noted(lines, read), delimiter="\t" if form == "tsv" else ",", strict=True)
    csv.field_size_limit(1 << 27)
    header = _record(records, 0)
    if header is None:
        raise Unreadable("There is no row with the names of the columns.")
    names = [name.lstrip("\ufeff").lower() for name in header]
    wanted = [column.lower()] if column else [name for name in _URL_COLUMNS if name in names]
    if not wanted or wanted[0] not in names:
        raise Unreadable(f"No column is called {column or ' or '.join(_URL_COLUMNS)}: name that with the addresses by --url-column.")
    return _drained(read), _records(records, read, names.index(wanted[0]), len(header))


def _lines(file: Any) -> Iterator[bytes]:
    try:
        yield from file
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Unreadable(f"The packed table is cut off or damaged: {error}.") from None


def _cell(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").rstrip("\r\n")


def _objects(lines: Iterator[bytes], column: Optional[str]) -> Iterator[_Row]:
    for number, line in enumerate(lines, 1):
        try:
            value = json.loads(line.decode("utf-8", "replace"))
        except ValueError:
            raise Unreadable(f"Row {number} is no JSON.") from None
        if isinstance(value, dict):
            names = [column] if column else [name for name in value if name.lower() in _URL_COLUMNS]
            value = value.get(names[0]) if names else None
        yield line, value if isinstance(value, str) else ""


def _noted(lines: Iterator[bytes], read: List[str]) -> Iterator[str]:
    for line in lines:
        read.append(line.decode("utf-8", "surrogateescape"))
        yield read[-1]


def _drained(read: List[str]) -> bytes:
    raw = "".join(read).encode("utf-8", "surrogateescape")
    read.clear()
    return raw


def _record(records: Any, number: int) -> Optional[List[str]]:
    try:
        return next(records, None)
    except csv.Error as error:
        raise Unreadable(f"Row {number} cannot be read: {error}.") from None


def _records(records: Any, read: List[str], position: int, width: int) -> Iterator[_Row]:
    number = 1
    cells = _record(records, number)
    while cells is not None:
        raw = _drained(read)
        if len(cells) != width:
            raise Unreadable(f"Row {number} has {len(cells)} cells, and the table {width} columns.")
        yield raw, cells[position].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        number += 1
        cells = _record(records, number)


def _pull(options: argparse.Namespace) -> None:
    size = pull_snapshot(options.place, options.out, options.key)
    sys.stdout.write(f"The snapshot of size {size} is in {_plain(options.out)}.\n")


def _verify_receipt(options: argparse.Namespace) -> None:
    beside = f"{options.file}.tlog-proof"
    proof = options.proof or (beside if os.path.exists(beside) else None)
    verified = verify_receipt(
        _bytes_of(options.file),
        options.key,
        key_list=None if options.keys is None else _bytes_of(options.keys),
        proof=None if proof is None else _bytes_of(proof),
    )
    receipt = verified.receipt
    told = [receipt["summary"], receipt["limits"], f"Asked: {', '.join(receipt['question']['uses'])}; kept: {receipt['question']['keep']}."]
    told += [f"Log: {one['origin']}, {one['size']} leaves, as of {one['to']}: under a signed checkpoint." for one in receipt["sources"]]
    told += [f"File: {path} is {_named_in(receipt, path)}." for path in options.files]
    told.append(f"Signed by {verified.signer}; whose key that is, they have to tell you." if verified.signer else "Signed by no builder.")
    told.append(f"Dated {verified.dated}." if verified.dated else "Dated by no log: it says itself when it was made.")
    told.append("Verified: the receipt is whole and bound to a checkpoint that the log signed.")
    sys.stdout.write("".join(f"{_plain(line)}\n" for line in told))


def _key_argument(text: str) -> VerifierKey:
    try:
        return VerifierKey(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _plain(text: str) -> str:
    """What a terminal shows and does not obey."""
    return re.sub("[\x00-\x1f\x7f-\x9f]", "\ufffd", text)


def _named_in(receipt: Dict[str, Any], path: str) -> str:
    digest = _digest_of(path)
    for one in receipt["files"]:
        if digest == one["input"]:
            return one["name"]
        if digest == one.get("output"):
            return f"what was kept of {one['name']}"
    raise NotVerified(f"The receipt names no file with the bytes of {path} (SHA-256 {digest}).")


def _digest_of(path: str) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for part in iter(lambda: file.read(1 << 20), b""):
            digest.update(part)
    return digest.hexdigest()


def _bytes_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main())
