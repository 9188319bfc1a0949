"""The address of a prediction API: whether it may be asked, and the prediction API's name in it. Pure.

Source: Inference API: ``https://user-api.predictionone.sony.biz/v1/groups/GROUP/classifiers/ID/inference``.
"""

import re
from urllib.parse import unquote, urlsplit

from epa_gui.core.jobs.region import BadAddressError, clean_address, is_loopback

_PATH = re.compile(r"(?:/[^/]+)*?/groups/[^/]+/classifiers/([^/]+)/inference", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:predictionone\.sony\.biz|easy-predictive-analytics\.sony\.com)", re.ASCII)
_UNSEEN = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")


def classifier_id_in(address: str) -> str | None:
    """The prediction API's name in a pasted address; `None` if it is not the address of one.

    Spaces, line ends, invisible signs, a trailing slash, a query and a fragment do not matter.
    """
    try:
        path = urlsplit(_UNSEEN.sub("", address)).path.rstrip("/")
    except ValueError:
        return None
    found = _PATH.fullmatch(path)
    name = unquote(found[1]) if found else ""
    return name if _ID.fullmatch(name) else None


def clean_prediction_address(address: str) -> str:
    """A pasted address as it is asked: without what does not matter in it; empty if it must not be asked.

    It may be if it is the address of a prediction API, encrypted, at one of the service's own hosts; or on this
    computer, where the practice service and one's own are.
    """
    if classifier_id_in(address) is None:
        return ""
    without = re.split(r"[?#]", _UNSEEN.sub("", address), maxsplit=1)[0]
    try:
        cleaned = clean_address(without)
        parts = urlsplit(cleaned)
    except (BadAddressError, ValueError):
        return ""
    host = parts.hostname or ""
    is_official = parts.scheme == "https" and _HOST.fullmatch(host) is not None and parts.port in {None, 443}
    return cleaned if is_official or is_loopback(host) else ""
