"""make-brief: bilingual press briefings from YAML, as PDF to print and as Word to go on editing.

This page is the architecture. Data flows one way, in small frozen pieces; each stage is a pure
function of what it is given, so that the same input gives the same bytes, and a later stage can
be run again without the earlier ones.

    stage      from → to                                        where
    ─────────  ───────────────────────────────────────────────  ─────────────────────────────
    find       command line → a series' folder                  content/find.py
    load       YAML → Bundle (Series, Briefs, Sources)           content/parse, models, load
    check      Bundle → diagnostics                              checks/
    mend       Bundle → mended YAML, the pairs confirmed         checks/mend, upkeep.py
    expose     Bundle → plain data, texts marked up with paths   content/expose.py
    render     plain data + Jinja template → XML                 template/render.py
    parse      XML → tree of the closed vocabulary               template/markup, vocabulary
    build      tree → Document, both languages                   template/build.py
    arrange    Document + layout → Document in its languages,    document/arrange.py
               headings numbered, contents filled
    cover      Document + faces → diagnostics (no empty boxes)   typeface/coverage.py
    lay out    Document + Style + faces → Pages of placed marks  layout/
    audit      Bundle + pages → rows of figures, PDF, workbook   audit/
    read       Pages → diagnostics (the rules of the page)       checks/layout.py
    paint      Pages → PDF bytes                                 pdf/
    write      Document (+ page numbers) → Word bytes            word/
    store      bytes → files, whole or not at all                files.py

`pipeline.py` names these stages in order, `compiling.py` those up to the Document; `inspection.py`
those of the check command, whose findings `reports.py` turns into JSON, SARIF and annotations;
`cli.py`, `console.py` and `endings.py` are the only modules that print or exit; `workers.py` sets
documents side by side. `messages.py` holds messages by key, `wording/` their sentences in each
language. `style/` is the one place where a typographic role is described: PDF reads it, and Word
makes one named style of each role and language.

To begin takes longer than to set a document. So `helper.py` forks a process that imports what
setting needs while this one reads the content. It is given the whole Bundle, then an Order
(`order.py`) and the first Document, and gives back what this process would have made. The texts are
held against each other (`checks/words.py`) beside its work, and `verdict.py` says whether what was
found lets anything be written. Where forking is not safe, or there is one core, this process does
one after the other.

What people write becomes plain frozen classes (`validation/`): pydantic defines them and explains
what is wrong, its core alone checks what is right, so that a run need not import pydantic. What
pydantic makes of a model, Jinja of a template, Python of a regular expression (`expressions.py`),
and we of a house's style, is kept in the user's cache folder (`keeping.py`), each beside what it
was made from; if that has changed, or the file cannot be read, it is made again.

What crosses a stage, and why it is so:

* Content path. Each text keeps its path (`market-regulation:sections[2].heading.zh`) and its
  Span from the YAML to the placed line: diagnostics point at it, and what comes back from an
  edited file can find its way home by it.
* XML between template and Document. Autoescaping makes it safe, the closed vocabulary makes it
  checkable, and a mistake in a template is found before anything is set. Templates hold
  structure, styles hold sizes; neither holds Python.
* One Document for both outputs. A block type is one entry in each of three registries
  (`template.build.BUILDERS`, `layout.blocks.LAYOUTS`, `word.blocks`); tests assert that none is
  missing.
* Placed marks. The layout decides everything: faces, positions, advances, page breaks. Painting
  a PDF decides nothing. A strip (`layout/marks.py`) is a slice of a page that is not divided; it
  says whether a page may begin with it, and what is repeated if one does.
* Lines. `layout/classes.py` gives each character a class by its language, `breaks.py` the pairs
  between which a line may end (rules L1 to L4), `hyphens.py` the places inside English words,
  `shape.py` the advances and gaps, `elastic.py` what gives and takes in which order (L8),
  `lines.py` the total fit, `setting.py` the justified runs. `checks/layout.py` shares none of
  this: it reads the finished pages, so that it can find what the layout did wrong.
* Footnotes. `document/footnotes.py` numbers the notes of a section as their marks come;
  `layout/footnotes.py` finds the marks on the lines and sets the notes, `layout/pages.py` fills a
  page with lines as long as the notes they mark have room; in Word they are Word's own.
* Titles. `layout/senses.py` prices each place where a title may break by what it does to its
  sense, `layout/titles.py` picks the lines; Word is told the same breaks.
* Formal parts. `template/formalities.py` decides which a document carries, `layout/formal.py` where
  they stand (P8, P10, P12, P13); Word asks the layout for what follows from the widths of words.
* Layouts. `document/arrange.py` chooses languages and order; side by side is a block of its own
  (`Facing`), so that PDF and Word decide nothing about it.
* PDF. `pdf/paint.py` writes the marks of pages as the sheets of a file (`sheets.py`), made of
  ReportLab's objects; `font.py` writes each face as one composite font, in which a character that
  is set at an advance of its own has a code of its own, so that text can be extracted and searched.
  `reading.py` knows how readers put pages together; the type of two columns is cast on a larger
  body, for which the pitch of the page (P3) is near enough that they find each column whole, and
  headings over both on a smaller one, and as wide as both.
* What the look prints. The number of a heading, the marks of a quotation, 问： may be typed or not:
  `content/leads.py` leaves them out where a text is exposed, and its path stays.
* Diagnostics. `errors.Diagnostic` is severity, message, span and hints; a stage reports all that
  is wrong at once and raises BriefError.
"""

__version__ = "0.1.0"
