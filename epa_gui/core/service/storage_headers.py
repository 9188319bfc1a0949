"""What a storage's answer says of the file it carries: its names, its length, its version, and how it is packed."""

import re
from collections.abc import Mapping
from email.message import Message
from urllib.parse import parse_qsl, unquote, urlsplit

_HARMLESS = frozenset({"", "identity", "none", "binary", "utf-8", "utf8", "us-ascii", "7bit", "8bit", "aws-chunked"})
"""Words that real storages give as a coding though nothing is coded: they replay what an upload said."""

_GZIP = frozenset({"gzip", "x-gzip"})
_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")
_MOST_LAYERS = 3
_DISPOSITIONS = frozenset({"response-content-disposition", "rscd"})
_LONGEST_NAME = 300


def coding_in(headers: Mapping[str, str]) -> str:
    """How the body is packed: ``gzip`` once for each layer, then what nobody here knows; empty for not at all.

    Of the layers only the outermost ones that are gzip are named so: behind one that is not known nothing can be.
    """
    names = [name.strip().lower() for name in headers.get("Content-Encoding", "").split(",")]
    layers = ["gzip" if name in _GZIP else name for name in names if name not in _HARMLESS]
    layers.reverse()  # in the header they stand in the order in which they were put on
    return ", ".join(layers)


def gzip_layers(coding: str) -> int:
    """How many layers of gzip can be taken off."""
    layers = coding.split(", ")
    count = next((at for at, name in enumerate(layers) if name != "gzip"), len(layers))
    return min(count, _MOST_LAYERS)


def is_unknown(coding: str) -> bool:
    """Whether something stays packed in a way that nobody here knows."""
    return bool(coding) and gzip_layers(coding) < len(coding.split(", "))


def strong_tag_in(headers: Mapping[str, str]) -> str:
    """The storage's name for this version of the file; empty if it gave none that can be relied on."""
    tag = headers.get("ETag", "").strip()
    return tag if re.fullmatch(r'"[^"]+"', tag) else ""


def length_in(headers: Mapping[str, str]) -> int | None:
    """The promised length of the body in bytes; `None` if there is none."""
    text = headers.get("Content-Length", "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 30 else None


def range_in(headers: Mapping[str, str]) -> tuple[int, int, int] | None:
    """First byte, last byte and whole length from a Content-Range; `None` if that is missing or contradicts itself."""
    match = _RANGE.fullmatch(headers.get("Content-Range", "").strip())
    if not match:
        return None
    first, last, size = (int(number) for number in match.groups())
    return (first, last, size) if first <= last < size else None


def names_in(link: str, headers: Mapping[str, str]) -> str:
    """The file names that the answer, the link's query and its path give, with ``/`` between."""
    names = [_name_in_disposition(headers.get("Content-Disposition", ""))]
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = urlsplit("")
    names += [_name_in_disposition(told) for name, told in parse_qsl(parts.query) if name.lower() in _DISPOSITIONS]
    names.append(unquote(parts.path.rpartition("/")[2]))
    plain = [name.replace("/", "_").encode("utf-8", "replace").decode()[-_LONGEST_NAME:] for name in names if name]
    return "/".join(dict.fromkeys(plain))


def _name_in_disposition(text: str) -> str:
    if not text:
        return ""
    message = Message()
    message["Content-Disposition"] = re.sub(r"[\r\n]", " ", text)
    try:
        return message.get_filename("")
    except (ValueError, LookupError):
        return ""
