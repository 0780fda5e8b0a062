"""One process of docxtpl: FOLDER OUTPUT NAME… writes OUTPUT/NAME.docx from FOLDER/NAME.json.

Its template is FOLDER/briefing.docx, which `write_template` makes.
"""

import json
import sys
from pathlib import Path

LINES = (
    ("Title", "{{ title.zh }}"),
    ("Title", "{{ title.en }}"),
    ("Normal", "{%p for part in parts %}"),
    ("Normal", "{%p if part.kind == 'heading' %}"),
    ("Heading 1", "{{ part.zh }}"),
    ("Heading 1", "{{ part.en }}"),
    ("Normal", "{%p elif part.kind == 'paragraph' %}"),
    ("Normal", "{{ part.zh }}"),
    ("Normal", "{{ part.en }}"),
    ("Normal", "{%p elif part.kind == 'figures' %}"),
    ("Normal", "{%p for figure in part.figures %}"),
    ("Normal", "{{ figure.value }} {{ figure.label.zh }} {{ figure.label.en }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p elif part.kind == 'chart' %}"),
    ("Caption", "{{ part.caption.zh }} {{ part.caption.en }}"),
    ("Normal", "{%p for bar in part.bars %}"),
    ("Normal", "{{ bar.label.zh }} {{ bar.label.en }} {{ bar.value }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p elif part.kind == 'image' %}"),
    ("Caption", "{{ part.caption.zh }} {{ part.caption.en }}"),
    ("Normal", "{%p elif part.kind == 'table' %}"),
    ("Caption", "{{ part.caption.zh }} {{ part.caption.en }}"),
    ("Normal", "{%p for row in part.rows %}"),
    ("Normal", "{% for cell in row %}{{ cell }} {% endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
)
"""The words of a briefing in Word's own styles: no tables, charts or pictures, no fonts."""


def write_template(file: Path) -> None:
    """The template that docxtpl fills."""
    import docx

    template = docx.Document()
    for style, words in LINES:
        template.add_paragraph(words, style)
    template.save(str(file))


def main() -> None:
    """Fill the template once for each name."""
    from docxtpl import DocxTemplate

    folder, output, *names = sys.argv[1:]
    Path(output).mkdir(parents=True)
    for name in names:
        brief = json.loads((Path(folder) / f"{name}.json").read_text(encoding="utf-8"))
        template = DocxTemplate(str(Path(folder) / "briefing.docx"))
        template.render(brief, autoescape=True)
        template.save(str(Path(output) / f"{name}.docx"))


if __name__ == "__main__":
    main()
