"""Whatever is changed in a bundle is found and named."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest

from deckbuild.bundle.inspect import inspect
from deckbuild.bundle.manifest import MANIFEST, encoded
from deckbuild.bundle.provenance import PROVENANCE, statement
from deckbuild.bundle.sums import SUMS, written
from tests.support.bundles import DECK, FILES, PAGES, digest, manifest, tiny, tiny_members, zipped


def found(data: bytes) -> list[tuple[str, str]]:
    """Return code and message of each finding in a bundle."""
    return [(each.code, each.message) for each in inspect(data, "garden.zip")[1]]


def codes(data: bytes) -> list[str]:
    return [code for code, _ in found(data)]


def test_nothing_is_wrong_with_a_bundle_as_it_was_written():
    bundle, findings = inspect(tiny(), "garden.zip")

    assert findings == []
    assert bundle is not None
    assert (bundle.manifest, bundle.members, bundle.sha256) == (manifest(), tiny_members(), digest(tiny()))


@pytest.mark.parametrize("mask", [0x01, 0x20, 0x80, 0xFF])
def test_every_single_byte_that_is_changed_is_found_alone_and_named(mask: int):
    data = tiny()
    missed = []
    for at in range(len(data)):
        changed = found(data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :])
        if len(changed) != 1 or f"byte {at} of the bundle" not in changed[0][1]:
            missed.append((at, changed))

    assert missed == []


def test_each_of_20_random_bytes_changed_to_another_is_named_with_what_it_was():
    source = random.Random(2026)
    for at in source.sample(range(len(tiny())), 20):
        other = source.choice([each for each in range(256) if each != tiny()[at]])
        ((_, message),) = found(tiny()[:at] + bytes([other]) + tiny()[at + 1 :])

        assert f"byte {at} of the bundle" in message
        assert f"0x{other:02x}" in message
        assert f"0x{tiny()[at]:02x}" in message


@pytest.mark.parametrize(
    ("back", "what"),
    [
        (22, "end of the directory, counts and offsets"),
        (23, f"directory’s entry of “{MANIFEST}”, name"),
        (len(MANIFEST) + 23, f"directory’s entry of “{MANIFEST}”, offset"),
    ],
)
def test_a_byte_of_the_structure_is_told_with_its_meaning(back: int, what: str):
    at = len(tiny()) - back
    ((code, message),) = found(tiny()[:at] + b"?" + tiny()[at + 1 :])

    assert (code, message.partition(": ")[2]) == ("DB611", what)


def test_several_bytes_of_a_member_are_found_in_its_range():
    data = bytearray(tiny())
    at = data.index(FILES[DECK])
    data[at + 2] ^= 1
    data[at + 9] ^= 1

    last = at + len(FILES[DECK]) - 1
    assert found(bytes(data)) == [
        (
            "DB613",
            f"“{DECK}” was changed in more than one byte, between bytes {at} and {last} of the bundle",
        )
    ]


def test_a_member_that_was_replaced_is_told_from_both_records():
    members = tiny_members() | {DECK: b"another deck"}

    ((code, message),) = found(zipped(members))

    assert code == "DB613"
    assert f"“{DECK}” has the digest {digest(b'another deck')}" in message
    assert "SHA256SUMS and the manifest have" in message


def test_a_member_that_was_replaced_with_its_line_in_sums_is_found_by_the_manifest():
    members = tiny_members() | {DECK: b"another deck"}
    members[SUMS] = written({name: digest(data) for name, data in members.items() if name != SUMS})

    ((code, message),) = found(zipped(members))

    assert (code, message.partition(":")[0]) == (
        "DB614",
        f"manifest.json gives another digest of “{DECK}” than SHA256SUMS and the file itself",
    )


def test_a_digest_in_sums_that_was_replaced_is_found_by_the_manifest():
    members = tiny_members()
    members[SUMS] = members[SUMS].replace(digest(FILES[PAGES]).encode(), b"0" * 64)

    ((code, message),) = found(zipped(members))

    assert (code, message.partition(":")[0]) == (
        "DB614",
        f"SHA256SUMS gives another digest of “{PAGES}” than the manifest and the file itself",
    )


def without(name: str) -> bytes:
    return zipped({each: data for each, data in tiny_members().items() if each != name})


def more(name: str) -> bytes:
    return zipped(tiny_members() | {name: b"more"})


def listed_too(name: str) -> bytes:
    members = tiny_members()
    members[SUMS] += f"{digest(b'x')}  {name}\n".encode()
    return zipped(members)


def with_manifest(data: bytes) -> bytes:
    members = tiny_members() | {MANIFEST: data}
    members[SUMS] = written({name: digest(each) for name, each in members.items() if name != SUMS})
    return zipped(members)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (without(DECK), {"DB612"}),
        (without("CHANGES.md"), {"DB612"}),
        (without(MANIFEST), {"DB612"}),
        (without(SUMS), {"DB612"}),
        (more("extra.txt"), {"DB612"}),
        (more("garden/school/extra.pdf"), {"DB612"}),
        (listed_too("elsewhere.txt"), {"DB612"}),
        (zipped(tiny_members() | {SUMS: tiny_members()[SUMS] + b"nonsense\n"}), {"DB614"}),
        (zipped(tiny_members() | {SUMS: tiny_members()[SUMS] * 2}), {"DB614"}),
        (with_manifest(b"no JSON"), {"DB615"}),
        (with_manifest(b'{"form": 1}'), {"DB615"}),
        (with_manifest(b'{"form": 2}'), {"DB615"}),
        (with_manifest(b"[" * 100_000), {"DB615"}),
        (with_manifest(encoded(manifest()).replace(b'"bytes": 3', b'"bytes": -3')), {"DB615"}),
        (with_manifest(encoded(manifest()).replace(b'"form"', b'"later": [], "form"')), set()),
    ],
)
def test_what_is_missing_added_or_out_of_form_is_found(data: bytes, wanted: set[str]):
    assert set(codes(data)) == wanted


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data[100:],
        lambda data: b"",
        lambda data: b"PK\5\6" + bytes(18),
        lambda data: data + b"x",
        lambda data: data + data,
        lambda data: bytes(len(data)),
    ],
)
def test_what_is_no_bundle_or_part_of_one_cannot_be_read(change: Callable[[bytes], bytes]):
    assert inspect(change(tiny()), "garden.zip")[0] is None
    assert codes(change(tiny())) == ["DB610"]


def test_a_bundle_that_breaks_off_says_how_far_it_goes():
    at = tiny().index(b"PK\3\4", 1)

    assert found(tiny()[: at + 40]) == [
        ("DB610", f"it breaks off: 1 members can be read, and what follows byte {at} has no end")
    ]


def test_a_bundle_that_breaks_off_within_a_deck_or_its_directory_says_so():
    # A deck is a ZIP itself, and has an end.
    inside = zipped({"a": b"PK\5\6" + bytes(18), "b": bytes(90)})

    for data in (inside[: inside.index(bytes(90)) + 40], tiny()[:-1], tiny()[:-60]):
        ((code, message),) = found(data)
        assert (code, message.partition(":")[0]) == ("DB610", "it breaks off")


def test_what_follows_the_end_of_a_bundle_is_said():
    assert found(tiny() + b"x") == [
        ("DB610", f"its end is followed by something else, from byte {len(tiny())} on")
    ]


def test_a_bundle_that_another_program_packed_is_told_once_and_what_was_added_by_name():
    file = io.BytesIO()
    many = {f"garden/school/{number}.txt": b"x" for number in range(9)}
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in (tiny_members() | many).items():
            archive.writestr(zipfile.ZipInfo(name), data)

    structure, *others = found(file.getvalue())

    assert structure[0] == "DB611"
    assert "bytes of its headers and directory are not what a release writes" in structure[1]
    assert {code for code, _ in others} == {"DB612"}
    assert any("“garden/school/0.txt” is in the bundle" in message for _, message in others)


def with_provenance(change: dict[str, bytes], about: dict[str, bytes] | None = None) -> bytes:
    """Return a bundle with a provenance, also about *about*; what is changed only SHA256SUMS knows."""
    members = {name: data for name, data in tiny_members().items() if name != SUMS}
    meant = {name: digest(data) for name, data in (members if about is None else members | about).items()}
    members |= {PROVENANCE: statement(manifest(), meant)} | change
    return zipped(members | {SUMS: written({name: digest(data) for name, data in members.items()})})


def test_a_list_of_changes_that_was_replaced_with_its_line_in_sums_is_found_by_the_provenance():
    assert found(with_provenance({})) == []
    ((code, message),) = found(with_provenance({"CHANGES.md": b"# Nothing has changed"}))

    assert (code, message.partition(":")[0]) == (
        "DB614",
        "provenance.json gives another digest of “CHANGES.md” than SHA256SUMS and the file itself",
    )


def test_a_member_that_was_added_with_its_line_in_sums_is_found_by_the_provenance():
    ((code, message),) = found(with_provenance({"READ-ME-FIRST.txt": b"Ring this number."}))

    assert (code, message) == (
        "DB612",
        "“READ-ME-FIRST.txt” is in the bundle, and provenance.json does not list it",
    )


def test_a_provenance_that_lists_more_or_is_none_is_found():
    assert found(with_provenance({}, {"spdx.json": b"{}"})) == [
        ("DB612", "“spdx.json” is not in the bundle, and provenance.json lists it")
    ]
    for data in (b"", b"[]", b'{"subject": [1]}', b"[" * 100_000, b"\xff"):
        assert found(with_provenance({PROVENANCE: data})) == [
            ("DB614", "provenance.json is no statement of digests")
        ]
