"""A bundle's bytes in, what it holds and everything that is wrong with it out.

Each member is held against three records: its check sum in the archive, SHA256SUMS, and the manifest. Two
that agree outvote the third, so that a change of a record is told from a change of what it records; and where
a single byte was changed, it is found (`locate`). What these agree on is held against the provenance, which
alone records the list of changes and the manifest itself once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from deckbuild.bundle.archive import MOST_FAULTS, Stored, opened
from deckbuild.bundle.locate import Flip, mended, one_flip
from deckbuild.bundle.manifest import MANIFEST, Manifest, decoded
from deckbuild.bundle.provenance import PROVENANCE, subjects
from deckbuild.bundle.sums import SUMS, read, written
from deckbuild.diagnostics import Diagnostic, error
from deckbuild.model.origin import Origin

AGAIN = "Fetch the bundle again from where it was published."


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle holds."""

    name: str
    """What messages call it."""
    sha256: str
    """Of the whole file."""
    manifest: Manifest
    members: Mapping[str, bytes] = field(repr=False)
    """All of them by name, as they are: whether that is right the findings say."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A bundle while it is looked at."""

    name: str
    members: Mapping[str, Stored]
    sums: Mapping[str, str]
    """What SHA256SUMS says."""

    def at(self, *path: str | int) -> Origin:
        return Origin(self.name, path)


def inspect(data: bytes, name: str) -> tuple[Bundle | None, list[Diagnostic]]:
    """Return a bundle and what is wrong with it; None where nothing of it can be used.

    *name* is what messages call it.
    """
    found = opened(data)
    code = "DB611" if found.is_readable else "DB610"
    findings = [error(code, each, Origin(name), (AGAIN,)) for each in found.faults]
    if not found.is_readable:
        return None, findings
    members = {each.name: each for each in found.members}
    sums, more = _sums(name, members)
    findings += more
    look = _Look(name, members, sums)
    mends: dict[str, bytes] = {}
    for member in found.members:
        if member.name != SUMS and not member.is_whole:
            findings.append(_damaged(look, member, mends))
    manifest = _manifest(look, mends, findings)
    findings += _lists(look)
    if manifest is None:
        return None, findings
    findings += _digests(look, manifest)
    findings += _provenance(look)
    whole = sha256(data).hexdigest()
    return Bundle(name, whole, manifest, {each.name: each.data for each in found.members}), findings


def _sums(name: str, members: Mapping[str, Stored]) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return the digests of SHA256SUMS, mended where the archive shows how, and what is wrong with it."""
    member = members.get(SUMS)
    if member is None:
        return {}, [error("DB612", f"the bundle has no {SUMS}", Origin(name), (AGAIN,))]
    text = member.data
    findings = []
    if not member.is_whole:
        meant = written(
            {each.name: sha256(each.data).hexdigest() for each in members.values() if each != member}
        )
        flip = one_flip(text, member.crc, sha256(meant).hexdigest())
        text = mended(text, flip) if flip else text
        findings.append(error("DB613", _how(member, flip), Origin(name, (SUMS,)), (AGAIN,)))
    digests, wrong = read(text)
    findings += [
        error(
            "DB614",
            f"line {number} of {SUMS} is no digest and name, or a name once more",
            Origin(name, (SUMS,)),
        )
        for number in wrong[:MOST_FAULTS]
    ]
    return digests, findings


def _damaged(look: _Look, member: Stored, mends: dict[str, bytes]) -> Diagnostic:
    """Return what is wrong with a member that has not its check sum; *mends* gets it as it was."""
    wanted = look.sums.get(member.name)
    flip = one_flip(member.data, member.crc, wanted) if wanted else None
    if flip:
        mends[member.name] = mended(member.data, flip)
    return error("DB613", _how(member, flip), look.at(member.name), (AGAIN,))


def _how(member: Stored, flip: Flip | None) -> str:
    if flip:
        return (
            f"byte {flip.offset} of “{member.name}” was changed: it is 0x{flip.found:02x} and was "
            f"0x{flip.was:02x}; it is byte {member.start + flip.offset} of the bundle"
        )
    last = member.start + len(member.data) - 1
    return (
        f"“{member.name}” was changed in more than one byte, between bytes {member.start} and {last} of the "
        "bundle"
    )


def _manifest(look: _Look, mends: Mapping[str, bytes], findings: list[Diagnostic]) -> Manifest | None:
    member = look.members.get(MANIFEST)
    if member is None:
        findings.append(error("DB612", f"the bundle has no {MANIFEST}", look.at(), (AGAIN,)))
        return None
    made = decoded(mends.get(MANIFEST, member.data))
    if isinstance(made, Manifest):
        return made
    findings.append(error("DB615", f"the manifest is out of form: {made}", look.at(MANIFEST), (AGAIN,)))
    return None


def _lists(look: _Look) -> Iterator[Diagnostic]:
    """Yield the members that SHA256SUMS does not list, and the names there that are no members."""
    if SUMS not in look.members:
        return
    for name in sorted(look.members.keys() - look.sums.keys() - {SUMS})[:MOST_FAULTS]:
        message = f"“{name}” is in the bundle, and {SUMS} does not list it"
        yield error("DB612", message, look.at(name), (AGAIN,))
    for name in sorted(look.sums.keys() - look.members.keys())[:MOST_FAULTS]:
        message = f"“{name[:80]}” is not in the bundle, and {SUMS} lists it"
        yield error("DB612", message, look.at(SUMS), (AGAIN,))


def _digests(look: _Look, manifest: Manifest) -> Iterator[Diagnostic]:
    """Yield where a member, SHA256SUMS and the manifest do not agree. Damaged members are told already."""
    listed = {each.path: each.sha256 for each in manifest.outputs}
    for name in sorted(listed.keys() - look.members.keys())[:MOST_FAULTS]:
        message = f"“{name[:80]}” is not in the bundle, and the manifest lists it"
        yield error("DB612", message, look.at(MANIFEST), (AGAIN,))
    for name, member in sorted(look.members.items()):
        in_sums, in_manifest = look.sums.get(name), listed.get(name)
        if name == SUMS or not member.is_whole:
            continue
        if "/" in name and in_manifest is None:
            yield error(
                "DB612", f"“{name}” is in the bundle, and the manifest does not list it", look.at(name)
            )
        yield from _disagreement(look, member, in_sums, in_manifest)


def _disagreement(
    look: _Look, member: Stored, in_sums: str | None, in_manifest: str | None
) -> Iterator[Diagnostic]:
    is_ = sha256(member.data).hexdigest()
    name, wrong = member.name, [each for each in (in_sums, in_manifest) if each not in (None, is_)]
    if not wrong:
        return
    if len(wrong) == 1 and is_ in (in_sums, in_manifest):
        liar, other = (SUMS, "the manifest") if in_sums == wrong[0] else (MANIFEST, SUMS)
        message = f"{liar} gives another digest of “{name}” than {other} and the file itself: {wrong[0]}"
        yield error("DB614", message, look.at(liar), (AGAIN,))
        return
    said = " and ".join(
        where for where, each in ((SUMS, in_sums), ("the manifest", in_manifest)) if each not in (None, is_)
    )
    message = (
        f"“{name}” has the digest {is_}, and {said} have {wrong[0]}"
        if len(wrong) > 1
        else (f"“{name}” has the digest {is_}, and {said} has {wrong[0]}")
    )
    yield error("DB613", message, look.at(name), (AGAIN,))


def _provenance(look: _Look) -> Iterator[Diagnostic]:
    """Yield where the provenance does not agree with what the other records agree on."""
    member = look.members.get(PROVENANCE)
    if member is None or not member.is_whole:
        return
    listed = subjects(member.data)
    if listed is None:
        yield error("DB614", f"{PROVENANCE} is no statement of digests", look.at(PROVENANCE), (AGAIN,))
        return
    agreed = {
        name: digest
        for name, digest in look.sums.items()
        if name in look.members and sha256(look.members[name].data).hexdigest() == digest
    }
    for name in sorted(agreed.keys() - {PROVENANCE}):
        if name not in listed:
            message = f"“{name}” is in the bundle, and {PROVENANCE} does not list it"
            yield error("DB612", message, look.at(name), (AGAIN,))
        elif listed[name] != agreed[name]:
            message = f"{PROVENANCE} gives another digest of “{name}” than {SUMS} and the file itself"
            yield error("DB614", f"{message}: {listed[name][:64]}", look.at(PROVENANCE), (AGAIN,))
    for name in sorted(listed.keys() - look.members.keys() - look.sums.keys())[:MOST_FAULTS]:
        message = f"“{name[:80]}” is not in the bundle, and {PROVENANCE} lists it"
        yield error("DB612", message, look.at(PROVENANCE), (AGAIN,))
