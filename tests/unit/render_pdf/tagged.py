"""What somebody hears of a PDF: the tree of its tags with the words of each, read as a screen reader does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf


@dataclass
class Tag:
    """An element with what it holds: words, other elements, and `link`, `field` for annotations."""

    role: str
    kids: list[Tag | str] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    """Alt, Lang, ID, and what its attributes say."""
    pages: list[int] = field(default_factory=list)
    """Indices of the pages on which its words stand."""

    @property
    def text(self) -> str:
        """All words in it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def find(self, role: str) -> list[Tag]:
        """Return the elements of a role in it, in reading order."""
        inner = [tag for kid in self.kids if isinstance(kid, Tag) for tag in kid.find(role)]
        return [self, *inner] if self.role == role else inner

    def outline(self) -> list[object]:
        """Return it as nested lists: its role, then words and elements."""
        return [self.role, *(kid if isinstance(kid, str) else kid.outline() for kid in self.kids)]


def tree(data: bytes) -> Tag:
    """Return the tag of the document."""
    with pikepdf.open(BytesIO(data)) as pdf:
        words = [page_words(page) for page in pdf.pages]
        numbers = {page.objgen: index for index, page in enumerate(pdf.pages)}
        return _tag(pdf.Root.StructTreeRoot.K[0], words, numbers)


def _tag(
    element: pikepdf.Dictionary, words: list[dict[int, str]], numbers: dict[tuple[int, int], int]
) -> Tag:
    tag = Tag(str(element.S)[1:])
    tag.entries = {key[1:]: str(element[key]) for key in ("/Alt", "/Lang", "/ID") if key in element}
    if "/A" in element:
        tag.entries |= {key[1:]: str(value) for key, value in element.A.items() if key != "/O"}
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            page, mark = numbers[element.Pg.objgen], kid
        elif "/MCID" in kid:
            page, mark = numbers[kid.Pg.objgen], int(kid.MCID)
        elif "/Obj" in kid:
            tag.kids.append(Tag("link" if kid.Obj.Subtype == "/Link" else "field"))
            continue
        else:
            tag.kids.append(_tag(kid, words, numbers))
            continue
        tag.kids.append(words[page][mark])
        tag.pages.append(page)
    return tag


def page_words(page: pikepdf.Page) -> dict[int, str]:
    """Return the words of each piece of marked content of a page."""
    maps = {name: unicode_map(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    open_: list[int | None] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                open_.append(int(properties.MCID) if "/MCID" in properties else None)
            case "BMC":
                open_.append(None)
            case "EMC":
                open_.pop()
            case "Tf":
                letters = maps[str(operands[0])]
            case _ if open_ and open_[-1] is not None:
                found.setdefault(open_[-1], "")
                if str(operator) == "TJ":
                    found[open_[-1]] += shown(operands[0], letters)
    return found


def shown(pieces: pikepdf.Array, letters: dict[int, str]) -> str:
    """Return the letters of an operand of TJ."""
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return "".join(letters[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2))


def unicode_map(font: pikepdf.Dictionary) -> dict[int, str]:
    """Return the letter of each code of a composite font."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<(\w{4})> <(\w+)>\n", cmap.partition("beginbfchar")[2])
    return {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}


def artifacts(data: bytes, page: int = 0) -> Iterator[dict[str, str]]:
    """Yield the property lists of the artifacts of a page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
            if str(operator) == "BDC" and operands[0] == "/Artifact":
                yield {key[1:]: str(value) for key, value in operands[1].items()}
