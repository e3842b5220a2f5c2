"""Ask an Assent registry before you train. One file, standard library only, Python 3.9 or later.

    from assent import Checker

    checker = Checker("https://registry.example", use="train-ai")
    for answer in checker.check(urls):
        if answer.state == "allowed":
            ...

A state is one of allowed, denied, conditional, unknown, stale and error. Only allowed is permission. Nothing here answers
allowed that the registry did not answer for exactly this address: not an error, not a missing line, not a redirect.

It also canonicalises addresses (canonical URL, version 1), lists what they are looked up under, and decides (decision rules,
version 1), held to the vectors in schema/vectors. Where the standard library knows too little of Unicode to be exact about a
host name, NotExact is raised: it never guesses.
"""
from __future__ import annotations

import hashlib
import http.client
import json
import re
import time
import unicodedata
import urllib.parse
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Set, Tuple

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
    silenced = [(voice, "silenced-by-own-no") for voice in binding if voice["says"] == "yes"]
    strict, noes = _weigh([_as_no(voice, "silenced-by-own-no") for voice in binding if voice["says"] != "yes"], use)
    return strict, noes + silenced + unheard


def _weigh(voices: List[Dict[str, Any]], use: str) -> Tuple[Optional[str], List[Tuple[Dict[str, Any], str]]]:
    def reaches(voice: Dict[str, Any]) -> bool:
        return _contains(voice["covering"]["use"], use)

    fates: List[Tuple[Dict[str, Any], str]] = []
    winners: List[Dict[str, Any]] = []
    unbeaten: List[Dict[str, Any]] = []
    for voice in sorted(voices, key=_precedence, reverse=True):
        if any(_outranks(other, voice) for other in unbeaten):
            fates.append((voice, "outranked"))
            continue
        unbeaten.append(voice)
        if voice["says"] == "yes" and not reaches(voice):
            fates.append((voice, "narrower-than-question"))
        else:
            winners.append(voice)
    giving = [voice for voice in winners if voice["says"] != "no" and reaches(voice)]
    standing: List[Dict[str, Any]] = []
    for voice in winners:
        if any(_lifts(yes, voice) for yes in giving):
            fates.append((voice, "lifted-by-own-narrower-yes"))
        else:
            is_part = voice["says"] == "offer" and not reaches(voice) and not giving
            standing.append(_as_no(voice, "narrower-than-question") if is_part else voice)
    says = _strictest(voice["says"] for voice in standing)
    fates += [(voice, "decides" if voice["says"] == says else "stricter-answer-stands") for voice in standing]
    return says, fates


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
        if use not in USES:
            raise ValueError(f"Name one of these uses: {', '.join(USES)}.")
        if minimum_assurance is not None and minimum_assurance not in ASSURANCES:
            raise ValueError(f"Name one of these: {', '.join(ASSURANCES)}.")
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
