"""Sets the same paragraphs by every typesetter at hand, counts flaws, and shows the pages."""

from __future__ import annotations

import argparse
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from tests.visual.peers import TYPESETTERS, missing
from tests.visual.reading import Counts, count_flaws
from tests.visual.texts import running_text

MEASURES = (156, 100, 60)
COLUMNS = {
    "lines": "lines",
    "forbidden": "forbidden starts and ends",
    "numbers": "split numbers",
    "words": "cut words",
    "lone": "lone last characters",
    "ragged": "Chinese lines not flush",
    "over": "lines over the measure",
    "gaping": "gaping lines",
    "lost": "lost characters",
}
_SCALE = 0.9
_GREY = 16


def main() -> None:
    """Prints the table of counts, and writes the pages beside each other as `peers.png`."""
    parser = argparse.ArgumentParser(prog="python -m tests.visual", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the PDFs and the picture go")
    folder: Path = parser.parse_args().folder
    names = [name for name in TYPESETTERS if not missing(name)]
    print(f"| mm | set by | {' | '.join(COLUMNS.values())} |")
    print("| --- | --- |" + " ---: |" * len(COLUMNS))
    for measure in MEASURES:
        own = folder / str(measure)
        own.mkdir(parents=True, exist_ok=True)
        for name in names:
            print(row(measure, name, count(name, measure, own)))
    write_picture([folder / str(MEASURES[0]) / f"{name.lower()}.pdf" for name in names], folder)
    for name in set(TYPESETTERS) - set(names):
        print(f"\n{name} is not on this machine and was left out.")


def count(name: str, measure: float, folder: Path) -> Counts:
    """What is wrong with the running text as a typesetter sets it at a measure in mm."""
    texts = running_text()
    return count_flaws(TYPESETTERS[name](texts, measure, folder), texts, measure)


def row(measure: float, name: str, counts: Counts) -> str:
    """A row of the table."""
    cells = " | ".join(str(getattr(counts, column)) for column in COLUMNS)
    return f"| {measure} | {name} | {cells} |"


def write_picture(files: list[Path], folder: Path) -> None:
    """The first pages beside each other, in few greys so that the picture stays small."""
    pages = [first_page(file) for file in files]
    width = sum(page.width for page in pages)
    sheet = Image.new("L", (width, pages[0].height), 255)
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        ImageDraw.Draw(sheet).rectangle(
            (left, 0, left + page.width - 1, page.height - 1), outline=170
        )
        left += page.width
    sheet.quantize(_GREY).save(folder / "peers.png", optimize=True)


def first_page(file: Path) -> Image.Image:
    """The first page of a PDF in grey."""
    with pypdfium2.PdfDocument(file) as opened:
        picture: Image.Image = opened[0].render(scale=_SCALE).to_pil().convert("L")
        return picture


if __name__ == "__main__":
    main()
