"""One process of typst: FOLDER FONTS OUTPUT NAME… writes OUTPUT/NAME.pdf from FOLDER/NAME.json."""

import os
import sys

import typst

folder, fonts, output, *names = sys.argv[1:]
os.makedirs(output)
compiler = typst.Compiler(
    os.path.join(folder, "briefing.typ"),
    root=folder,
    font_paths=[fonts],
    ignore_system_fonts=True,
)
for name in names:
    compiler.compile(
        output=os.path.join(output, f"{name}.pdf"),
        sys_inputs={"brief": f"{name}.json"},
        pdf_tags=False,  # as long as make-brief writes none
    )
