"""The bill of materials keeps to CycloneDX 1.6, and names each part once with its licence and where it hangs."""

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builder import contents, project, sbom
from builder.contents import Kind, Part

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PARTS = [
    Part("Python", "3.13.1", "PSF-2.0", ("x",), Kind.RUNTIME),
    Part("PySide6_Essentials", "6.11.3", "LGPL-3.0-only OR GPL-2.0-only", ("x",), Kind.WHEEL, "", ("shiboken6",)),
    Part("shiboken6", "6.11.3", "LGPL-3.0-only OR GPL-2.0-only", ("x",), Kind.WHEEL, "", ("not-bundled",)),
    Part("Qt", "6.11.3", "LGPL-3.0-only", ("x",), Kind.LIBRARY, contents.qt_source("6.11.3")),
    Part("libssl3", "3.0.19-1~deb12u2", "", ("x",), Kind.LIBRARY),
    Part("old", "1", "BSD License", ("x",), Kind.WHEEL),
    Part("mystery.dll", "", "", (), Kind.LIBRARY),
]


@pytest.fixture
def document() -> dict[str, Any]:
    return sbom.sbom(PARTS, "linux", NOON)


def component(document: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in document["components"] if one["name"] == name)
    return found


def test_it_keeps_to_the_main_rules_of_the_schema(document: dict[str, Any]) -> None:
    known = {"$schema", "bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies"}
    assert set(document) == known
    assert (document["bomFormat"], document["specVersion"], document["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", document["serialNumber"])
    assert document["metadata"]["timestamp"] == "2026-11-23T12:00:00Z"
    for one in [document["metadata"]["component"], *document["components"]]:
        assert one["type"] in {"application", "framework", "library"}
        assert one["name"]
        for licence in one.get("licenses", []):
            assert set(licence) in ({"expression"}, {"license"})
        assert len(one.get("licenses", [])) <= 1


def test_every_reference_is_there_once_and_leads_somewhere(document: dict[str, Any]) -> None:
    references = Counter(one["bom-ref"] for one in [document["metadata"]["component"], *document["components"]])
    assert set(references.values()) == {1}
    assert {one["ref"] for one in document["dependencies"]} == set(references)
    assert {ref for one in document["dependencies"] for ref in one.get("dependsOn", [])} <= set(references)


def test_a_wheel_is_known_by_its_package_url_and_what_it_needs(document: dict[str, Any]) -> None:
    assert component(document, "PySide6_Essentials")["purl"] == "pkg:pypi/pyside6-essentials@6.11.3"
    needs = {one["ref"]: one.get("dependsOn") for one in document["dependencies"]}
    assert needs["pkg:pypi/pyside6-essentials@6.11.3"] == ["pkg:pypi/shiboken6@6.11.3"]
    assert needs["pkg:pypi/shiboken6@6.11.3"] is None


def test_licences_are_expressions_only_where_their_words_are_spdx(document: dict[str, Any]) -> None:
    assert component(document, "Qt")["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert component(document, "shiboken6")["licenses"] == [{"expression": "LGPL-3.0-only OR GPL-2.0-only"}]
    assert component(document, "old")["licenses"] == [{"license": {"name": "BSD License"}}]
    assert "licenses" not in component(document, "libssl3")


def test_the_source_of_qt_is_in_it(document: dict[str, Any]) -> None:
    address = "https://download.qt.io/official_releases/qt/6.11/6.11.3/single/qt-everywhere-src-6.11.3.tar.xz"
    assert component(document, "Qt")["externalReferences"] == [{"type": "source-distribution", "url": address}]


def test_the_same_build_has_the_same_number_and_another_has_another(document: dict[str, Any]) -> None:
    assert sbom.sbom(PARTS, "linux", datetime(2027, 1, 1, tzinfo=UTC))["serialNumber"] == document["serialNumber"]
    assert sbom.sbom(PARTS[1:], "linux", NOON)["serialNumber"] != document["serialNumber"]
    assert sbom.sbom(PARTS, "windows", NOON)["serialNumber"] != document["serialNumber"]


def test_it_is_written_as_json_with_the_time_the_builder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    written = json.loads(sbom.write_sbom(tmp_path / "x.cdx.json", PARTS, "macos").read_text(encoding="utf-8"))
    assert written["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"
    assert written["metadata"]["component"]["version"] == project.version()
