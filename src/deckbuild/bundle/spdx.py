"""Fonts and pictures in, an SPDX 2.3 document in JSON out: what each is, its digests, its licence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha1, sha256
from uuid import NAMESPACE_URL, uuid5

from deckbuild.bundle.licences import UNKNOWN, Licence
from deckbuild.bundle.manifest import Manifest

SPDX = "spdx.json"
"""Name of the member."""
PACKAGE = "SPDXRef-Package"

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Asset:
    """A font or a picture."""

    path: str
    data: bytes
    licence: Licence


def document(manifest: Manifest, assets: Sequence[Asset]) -> bytes:
    """Return the SPDX document. Its moment is the manifest's day, its name follows from its contents."""
    files = [_file(number, each) for number, each in enumerate(assets, 1)]
    listing = "".join(f"{sha256(each.data).hexdigest()}  {each.path}\n" for each in assets)
    namespace = uuid5(NAMESPACE_URL, f"deckbuild:spdx:{manifest.project}:{manifest.version}:{listing}")
    value: Json = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"{manifest.project} {manifest.version}",
        "documentNamespace": f"urn:uuid:{namespace}",
        "creationInfo": {
            "created": f"{manifest.day}T00:00:00Z",
            "creators": [f"Tool: deckbuild-{manifest.tool.deckbuild}"],
        },
        "packages": [_package(manifest, assets)],
        "files": files,
        "relationships": [
            _relationship("SPDXRef-DOCUMENT", "DESCRIBES", PACKAGE),
            *(_relationship(PACKAGE, "CONTAINS", str(each["SPDXID"])) for each in files),
        ],
        **_texts(assets),
    }
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _package(manifest: Manifest, assets: Sequence[Asset]) -> Json:
    licences = sorted({each.licence.id for each in assets})
    # Clause 7.9: the digests of the files in order, as one text.
    digests = "".join(sorted(sha1(each.data, usedforsecurity=False).hexdigest() for each in assets))
    return {
        "SPDXID": PACKAGE,
        "name": manifest.project,
        "versionInfo": manifest.version,
        "supplier": f"Organization: {manifest.organisation}",
        "downloadLocation": UNKNOWN,
        "filesAnalyzed": True,
        "packageVerificationCode": {
            "packageVerificationCodeValue": sha1(digests.encode(), usedforsecurity=False).hexdigest()
        },
        "licenseConcluded": UNKNOWN,
        "licenseDeclared": UNKNOWN,
        "licenseInfoFromFiles": licences or [UNKNOWN],
        "copyrightText": UNKNOWN,
    }


def _file(number: int, asset: Asset) -> Json:
    return {
        "SPDXID": f"SPDXRef-File-{number}",
        "fileName": f"./{asset.path}",
        "fileTypes": ["IMAGE" if asset.path.endswith((".png", ".jpg", ".jpeg", ".svg")) else "BINARY"],
        "checksums": [
            # Clause 8.4 wants this one, whatever else there is.
            {"algorithm": "SHA1", "checksumValue": sha1(asset.data, usedforsecurity=False).hexdigest()},
            {"algorithm": "SHA256", "checksumValue": sha256(asset.data).hexdigest()},
        ],
        "licenseConcluded": asset.licence.id,
        "licenseInfoInFiles": [asset.licence.id],
        "copyrightText": asset.licence.holder,
    }


def _relationship(one: str, kind: str, other: str) -> Json:
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def _texts(assets: Sequence[Asset]) -> Json:
    """Return the texts of the licences that are not on the list (clause 10); nothing where all are."""
    texts = {each.licence.id: each.licence.text for each in assets if each.licence.text}
    if not texts:
        return {}
    return {
        "hasExtractedLicensingInfos": [
            {"licenseId": id_, "extractedText": text, "name": id_} for id_, text in sorted(texts.items())
        ]
    }
