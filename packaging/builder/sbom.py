"""The software bill of materials: what is in a build, for programs to read (CycloneDX 1.6, JSON).

Source: CycloneDX v1.6 JSON Reference (ECMA-424). Written here and not by a library: it is one small object.
"""

import json
import os
import re
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from builder import project
from builder.contents import Kind, Part, normal

_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+(?: (?:OR|AND|WITH) [A-Za-z0-9.+-]+)*")
_NOT_SPDX = {"Microsoft", "BSD", "Apache", "Unknown"}


def sbom(parts: Sequence[Part], system: str, made_at: datetime) -> dict[str, Any]:
    """The whole document.

    Args:
        parts: What is in the build.
        system: For which system it was built: ``linux``, ``macos`` or ``windows``.
        made_at: When, with a time zone.
    """
    version = project.version()
    root = f"{project.ID}@{version}"
    components = [_component(part) for part in parts]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": _serial([root, system, *(component["bom-ref"] for component in components)]),
        "version": 1,
        "metadata": {
            "timestamp": made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": project.NAME,
                "version": version,
                "description": project.SUMMARY,
                "licenses": [{"license": {"id": "MIT"}}],
                "properties": [{"name": "epa-desktop:system", "value": system}],
            },
        },
        "components": components,
        "dependencies": _dependencies(root, parts),
    }


def write_sbom(path: Path, parts: Sequence[Part], system: str) -> Path:
    """Write it beside a build; the time is the environment's ``SOURCE_DATE_EPOCH`` if there is one, else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    made_at = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    text = json.dumps(sbom(parts, system, made_at), ensure_ascii=False, indent=2) + "\n"
    path.write_bytes(text.encode("utf-8"))
    return path


def reference(part: Part) -> str:
    """A part's name within the document: its package URL."""
    if part.kind is Kind.WHEEL:
        return f"pkg:pypi/{normal(part.name)}@{quote(part.version)}"
    name = quote(part.name.lower().replace(" ", "-"))
    return f"pkg:generic/{name}@{quote(part.version)}" if part.version else f"pkg:generic/{name}"


def _component(part: Part) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "framework" if part.name == "Qt" else "library",
        "bom-ref": reference(part),
        "name": part.name,
        "purl": reference(part),
    }
    if part.version:
        component["version"] = part.version
    if part.licence:
        component["licenses"] = [_licence(part.licence)]
    if part.source:
        component["externalReferences"] = [{"type": "source-distribution", "url": part.source}]
    return component


def _licence(said: str) -> dict[str, Any]:
    """An SPDX expression as one, anything else as the name it is."""
    words = set(said.split())
    if _EXPRESSION.fullmatch(said) and not words & _NOT_SPDX:
        return {"expression": said}
    return {"license": {"name": said}}


def _dependencies(root: str, parts: Iterable[Part]) -> list[dict[str, Any]]:
    """The program needs every part; a wheel also those that its metadata names."""
    parts = list(parts)
    by_name = {normal(part.name): reference(part) for part in parts if part.kind is Kind.WHEEL}
    listed = [{"ref": root, "dependsOn": sorted({reference(part) for part in parts})}]
    for part in parts:
        needs = sorted({by_name[name] for name in part.needs if name in by_name})
        listed.append({"ref": reference(part), "dependsOn": needs} if needs else {"ref": reference(part)})
    return listed


def _serial(facts: Iterable[str]) -> str:
    """The same for the same build made twice."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, '|'.join(facts))}"
