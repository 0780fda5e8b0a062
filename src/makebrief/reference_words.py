"""What the reference says of each field and element, in English and Chinese, and its examples."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

KINDS: Mapping[str, tuple[str, str]] = {
    "Pair": ("pair", "双语文字"),
    "Column": ("column, see below", "列，见下"),
    "ChartSeries": ("series, see below", "数据组，见下"),
    "block": ("block", "内容块"),
    "Section": ("section", "部分"),
    "string": ("text", "文字"),
    "integer": ("whole number", "整数"),
    "number": ("number", "数字"),
    "boolean": ("`true` or `false`", "是或否"),
    "object": ("fields, see below", "一组字段，见下"),
    "date": ("date", "日期"),
    "^[0-9a-fA-F]{6}$": ("colour such as `9e1b1b`", "颜色"),
    "^[a-z][a-z0-9_]*$": ("figure’s name", "数字名"),
    "^([a-z0-9][a-z0-9-]*\\.)?[a-z][a-z0-9_]*$": ("figure’s name", "数字名"),
    "^[a-z0-9][a-z0-9-]*$": ("file’s name", "文件名"),
}
"""What a field takes: by the model it holds, its pattern, its format, or its JSON type."""

FIELDS: Mapping[str, tuple[str, str]] = {
    "Pair.zh": ("The Chinese text.", "中文。"),
    "Pair.en": (
        "The English text. Leave the field out until it is translated.",
        "英文。尚未翻译时不写这个字段。",
    ),
    "Series.title": ("The name of the press conferences.", "新闻发布会的名称。"),
    "Series.subject": (
        "What the series is about; the cover prints it.",
        "发布会的主题，印在封面。",
    ),
    "Series.period": ("What it reports on; see below.", "所报告的时期，见下。"),
    "Series.issuer": ("Who issues it.", "发布单位。"),
    "Series.hosts": ("Who hosts it; the cover prints them.", "主办单位，印在封面。"),
    "Series.date": ("The day of the press conference.", "发布会日期。"),
    "Series.template": (
        "The look: a shipped template’s name, or a folder’s path from this folder.",
        "版式：自带模板的名称，或模板文件夹（相对本文件夹的路径）。",
    ),
    "Series.layout": (
        "Both languages paragraph by paragraph, or one of them.",
        "中英文逐段对照，或只印一种语言。",
    ),
    "Series.departments": (
        "The departments’ files, without `.yaml`, in the order of the report.",
        "各部门的文件名（不含 `.yaml`），按综合报告中的顺序。",
    ),
    "Series.foreword": (
        "What opens the consolidated report: one pair, or a list of them.",
        "综合报告的前言：一段或多段。",
    ),
    "Series.glossary": (
        "Terms and their one English form; `check` says where an English text has another.",
        "术语及其统一英译；英文没有照译的，`check` 会指出。",
    ),
    "Series.totals": (
        "Sums of the departments’ figures; texts of the series name them like figures.",
        "由各部门数字相加得出的合计数，用法同数字。",
    ),
    "Series.footnotes": (
        "What `[^name]` in the series’ own texts leads to.",
        "本文件文字中 `[^name]` 所指的脚注。",
    ),
    "Series.at_a_glance": (
        "Blocks of the consolidated report’s page of key figures.",
        "综合报告“数字速览”页的内容块。",
    ),
    "Series.next_steps": (
        "What the city will do next; for the consolidated report.",
        "全市下一步工作，印在综合报告。",
    ),
    "Period.year": ("The year.", "年份。"),
    "Period.half": ("`1` or `2`, for a half year.", "上半年写 `1`，下半年写 `2`。"),
    "Period.quarter": ("`1` to `4`, for a quarter.", "季度，`1` 至 `4`。"),
    "Period.quarters": ("`2` or `3`, for the first quarters.", "前两季度写 `2`，前三季度写 `3`。"),
    "Period.months": ("January to this month: `2` to `11`.", "1 月至本月：`2` 至 `11`。"),
    "Term.zh": (
        "The Chinese term; where one term lies within another, the longer one counts.",
        "中文术语；一个术语包含另一个时，以较长的为准。",
    ),
    "Term.en": (
        "Its English form, with the capitals of the middle of a sentence.",
        "英译，大小写照句中的写法。",
    ),
    "Term.short": (
        "The English form after first mention; at first mention it stands in brackets.",
        "再次出现时的英文简称；首次出现时写在全称后的括号里。",
    ),
    "Term.never": (
        "English forms that are errors, in every file of the series.",
        "整个系列中都不允许使用的英译，出现即为错误。",
    ),
    "Total.sum": (
        "What is added up: `department.figure`, …",
        "相加的数字：`部门文件名.数字名`。",
    ),
    "Total.share": ("One figure in per cent of another.", "一个数字占另一个数字的百分比。"),
    "Total.growth": (
        "A figure now against the same figure before; `{name:change}` prints the growth.",
        "现值与前值相比；`{名称:change}` 印出增减幅度。",
    ),
    "Total.ranking": ("The place of a figure among others.", "一个数字在各数字中的位次。"),
    "Total.decimals": (
        "How many decimals a share or a growth is rounded to, half up.",
        "占比、增减幅度四舍五入到几位小数。",
    ),
    "Total.value": (
        "The result as you know it; if the figures make it another, that is an error.",
        "已知的结果；与算出的不一致即报错。",
    ),
    "Total.as_of": (
        "The day that holds, if the figures were counted on different days.",
        "各数字截止日期不同时，以哪一天为准。",
    ),
    "ShareOf.part": ("The part.", "部分。"),
    "ShareOf.whole": ("The whole.", "整体。"),
    "Growth.now": ("The figure now.", "现值。"),
    "Growth.before": ("The figure before.", "前值。"),
    "Growth.since": ("What it is compared with.", "与何时相比。"),
    "Ranking.of": ("The figure whose place is wanted.", "求位次的数字。"),
    "Ranking.among": (
        "All figures that are ranked, itself included.",
        "参加排序的全部数字，含其自身。",
    ),
    "Ranking.lowest_first": ("`true`: the lowest is first.", "数值最小的排第一时写 `true`。"),
    "Total.label": ("What the result says.", "结果的名称。"),
    "Brief.department": ("The department’s full name.", "部门全称。"),
    "Brief.short": (
        "Its short name, where a template prints one.",
        "部门简称，供模板使用。",
    ),
    "Brief.title": ("The briefing’s title.", "通报的标题。"),
    "Brief.speaker": ("Who presents it.", "发布人。"),
    "Brief.figures": (
        "Every number that the briefing states, once; see [Figures](#figures-数字).",
        "通报中的数字，各写一次，见[数字](#figures-数字)。",
    ),
    "Brief.footnotes": (
        "What `[^name]` in this file’s texts leads to; see [Footnotes](#footnotes-脚注).",
        "本文件文字中 `[^name]` 所指的脚注，见[脚注](#footnotes-脚注)。",
    ),
    "Brief.lead": ("What stands before the first heading.", "导语，在第一个标题之前。"),
    "Brief.sections": ("Headings and what stands under them.", "正文各部分。"),
    "Brief.next_steps": ("What the department will do next.", "部门下一步打算。"),
    "Speaker.name": ("The name.", "姓名。"),
    "Speaker.title": ("The position.", "职务。"),
    "Section.heading": (
        "The heading, without a number: numbers are set by themselves.",
        "标题，不写序号，序号自动生成。",
    ),
    "Section.blocks": ("What stands under it.", "标题下的内容。"),
    "Section.sections": (
        "Sections inside this one; up to four levels.",
        "下一级标题，最多四级。",
    ),
    "Figure.value": (
        "The number in whole units: 13522000000, not 135.22亿.",
        "以个、元为单位的数字：写 13522000000，不写 135.22亿。",
    ),
    "Figure.to": ("The upper end of a range.", "范围的上限。"),
    "Figure.day": (
        'Instead of a value, a date: `"2024"`, `2024-04` or `2024-04-18`.',
        "不写 value，写日期（只写年份时加英文引号）。",
    ),
    "Figure.period": (
        "Instead of a value, a period: `{year: 2024, half: 1}`.",
        "不写 value，写时期：`{year: 2024, half: 1}`。",
    ),
    "Figure.unit": (
        "Money, a share, a year, a bare number, a measure, or a counter word of your own. "
        "English prints `mu` in hectares: 15 mu are 1 hectare, rounded to the digits of the "
        "number, three at the least.",
        "人民币、百分数、百分点、年份、纯数字、计量单位，或自定的量词。`mu`（亩）在英文中换算成公顷"
        "（15 亩为 1 公顷），按原数位数四舍五入，至少三位。",
    ),
    "Figure.scale": (
        "Another scale than the usual one; the digits stay: `{zh: 万, en: million}`.",
        "改用其他数量级，数字不变：`{zh: 万, en: million}`。",
    ),
    "Figure.converted": ("`false`: English keeps mu.", "写 `false` 时英文仍用 mu（亩）。"),
    "Figure.previous": (
        "The value of the period before; `{name:previous}` prints it.",
        "前期数值，`{名称:previous}` 印出。",
    ),
    "Figure.change": (
        "How much it rose or fell; `{name:change}` prints 同比增长4.5% / up 4.5% year on year.",
        "增减幅度，`{名称:change}` 印出“同比增长4.5%”。",
    ),
    "Figure.share": (
        "Its share of a whole; `{name:share}` prints 占全省总额的40% / "
        "40% of the provincial total.",
        "占比，`{名称:share}` 印出“占全省总额的40%”。",
    ),
    "Figure.rank": (
        "Its place; `{name:rank}` prints 全省第1位 / first in the province.",
        "位次，`{名称:rank}` 印出“全省第1位”。",
    ),
    "Scale.zh": ('`万`, `亿`, or `""` for none.', '`万`、`亿`，不用则写 `""`。'),
    "Scale.en": (
        '`thousand` to `trillion`, or `""` for none.',
        '`thousand` 至 `trillion`，不用则写 `""`。',
    ),
    "Change.value": (
        "Below 0 for a fall. Left out, it is worked out from `previous`; typed, it is compared.",
        "下降写负数。不写则由 `previous` 算出；写了就与算出的核对。",
    ),
    "Change.unit": (
        "Per cent, percentage points, or the figure’s own unit (`same`).",
        "百分比、百分点，或与数字同单位（`same`）。",
    ),
    "Change.since": (
        "Year on year, half on half, quarter on quarter, month on month, or since the start of "
        "the year.",
        "同比，半年、季度、月度环比，或比年初。",
    ),
    "Change.decimals": (
        "How many decimals it is rounded to when worked out.",
        "算出时保留几位小数。",
    ),
    "Share.value": ("The per cent, 0 to 100.", "百分数，0 至 100。"),
    "Share.of": ("The whole: 全省总额 / the provincial total.", "整体：全省总额。"),
    "Rank.value": ("The place.", "位次。"),
    "Rank.among": ("Where: 全省 / in the province.", "范围：全省。"),
    "Figure.form": ("A count (48), an ordinal (20th) or a rank (first).", "数量、序数或位次。"),
    "Figure.bound": ("over, nearly, about, at least.", "余（超）、近、约、至少。"),
    "Figure.label": (
        "What the number counts; panels, charts and the index of data print it.",
        "数字的名称，印在数字板、图和数据索引中。",
    ),
    "Figure.source": ("Where it comes from; not printed.", "出处，不印出。"),
    "Figure.as_of": ("The day on which it was true; not printed.", "数据截止日期，不印出。"),
    "Unit.zh": (
        'The counter word: 个, 家, 场次; may be empty (`""`).',
        '量词：个、家、场次；可以为空（`""`）。',
    ),
    "Unit.en": (
        'The English noun in the plural; empty (`""`) if the sentence names it.',
        '英文名词复数；句中已有名词时写 `""`。',
    ),
    "Unit.one": ("The English noun after the number 1.", "数字为 1 时的英文名词。"),
    "ItemList.items": ("The items.", "各项。"),
    "ItemList.numbered": ("1. 2. 3. instead of bullets.", "用序号代替圆点。"),
    "TableContent.name": (
        "What texts call it: `{table:name}` prints Table 1 and leads to it.",
        "文中引用的名称：`{table:名称}` 印作“表1”并链接到该表。",
    ),
    "TableContent.caption": ("The table’s title.", "表题。"),
    "TableContent.columns": ("The columns; see below.", "各列，见下。"),
    "TableContent.rows": (
        "The rows, each a list with one cell a column: a pair, a text for both languages "
        '(`"{clinics}"`), or a number.',
        '各行，每行格数与列数相同；格内写双语文字、两种语言共用的文字（如 `"{clinics}"`）或数字。',
    ),
    "TableContent.total": (
        "A last row of sums under this name, computed; or `last`: the last row written is one, and "
        "is checked.",
        "末行合计的名称，数由程序计算；写 `last` 表示所写的末行就是合计，程序核对。",
    ),
    "TableContent.note": ("A remark under the table.", "表注。"),
    "TableContent.source": ("Where its numbers come from; printed below.", "资料来源，印在表下。"),
    "TableContent.landscape": (
        "`true` turns it to a landscape page of its own; a table that fits in no other way is "
        "turned anyhow.",
        "写 `true` 则横排，单独成页；其他办法都排不下的表自动横排。",
    ),
    "Column.zh": ("Its Chinese heading.", "中文表头。"),
    "Column.en": ("Its English heading.", "英文表头。"),
    "Column.align": (
        "How its cells are aligned; left out, numbers of one unit stand point under point, and all "
        "else at the left.",
        "对齐方式：左、中、右、小数点；不写则单位相同的数字按小数点对齐，其余居左。",
    ),
    "Column.unit": (
        "The unit of all its numbers: printed once, in the head, and not in the cells.",
        "该列数字的单位：只印在表头一次，格内不再印。",
    ),
    "Column.scale": (
        "What the numbers count in, such as `{zh: 亿, en: billion}`; left out, what prints them "
        "shortest.",
        "数量级，如 `{zh: 亿, en: billion}`；不写则取印出来最短的。",
    ),
    "Column.group": (
        "A joint heading over this column and its neighbours with the same group.",
        "与相邻同组各列共用的上层表头。",
    ),
    "Column.width": (
        "Its share of the width, beside the other columns’; leave out in all columns to fit the "
        "contents.",
        "列宽的份额；各列都不写则按内容分配。",
    ),
    "ChartContent.name": (
        "What texts call it: `{figure:name}` prints Figure 1 and leads to it.",
        "文中引用的名称：`{figure:名称}` 印作“图1”并链接到该图。",
    ),
    "ChartContent.kind": (
        "Bars, stacked bars, a line or a pie.",
        "条形图、堆积条形图、折线图、饼图。",
    ),
    "ChartContent.caption": ("The chart’s title.", "图题。"),
    "ChartContent.categories": (
        "The names along the chart; left out, the labels of the first series’ figures.",
        "分类名；不写则用第一组数字的名称。",
    ),
    "ChartContent.series": ("The values; a pie has one series.", "数据组；饼图只有一组。"),
    "ChartContent.unit": ("The unit, above the chart.", "单位，印在图上方。"),
    "ChartContent.note": ("A remark under the chart.", "图注。"),
    "ChartContent.source": ("Where its numbers come from; printed below.", "资料来源，印在图下。"),
    "ChartSeries.label": ("Its name; needed if there are several.", "数据组名称；多组时必填。"),
    "ChartSeries.values": (
        "Figures by name, or numbers, one a category.",
        "数字名或数字，与分类一一对应。",
    ),
    "Quote.text": ("The words, without quotation marks.", "引用的话，不写引号。"),
    "Quote.by": ("Whose words they are.", "出自何人。"),
    "Question.q": ("The question.", "提问。"),
    "Question.a": ("The answer: one pair, or a list of them.", "回答：一段或多段。"),
    "Image.name": ("As a chart’s.", "同图表的 name。"),
    "Image.file": (
        "A PNG or JPEG file inside the series’ folder.",
        "图片文件（PNG 或 JPEG），须在本系列文件夹内。",
    ),
    "Image.caption": ("What stands under the picture.", "图题。"),
    "Image.alt": (
        "What it shows, for those who cannot see it.",
        "图片内容的文字说明，供视障读者使用。",
    ),
    "Image.width": ("Its width in mm.", "宽度，毫米。"),
    "Series.header": (
        "Its red header: organ mark and number (P12).",
        "版头：发文机关标志和发文字号（P12）。",
    ),
    "Series.imprint": ("The foot of its last page (P13).", "版记，在最后一页底部（P13）。"),
    "Series.draft": ("Whether each page says 草稿 DRAFT.", "每页是否标明“草稿 DRAFT”。"),
    "Series.embargo": (
        "When it may be published, such as `2024-07-23 10:00`; each page says so.",
        "发布时限，如 `2024-07-23 10:00`；印在每页页首。",
    ),
    "Series.watermark": ("Pale words behind each page.", "每页底纹文字（水印）。"),
    "Brief.header": (
        "Its red header: organ mark and number (P12).",
        "版头：发文机关标志和发文字号（P12）。",
    ),
    "Brief.imprint": ("The foot of its last page (P13).", "版记，在最后一页底部（P13）。"),
    "Brief.draft": ("Whether each page says 草稿 DRAFT.", "每页是否标明“草稿 DRAFT”。"),
    "Brief.embargo": (
        "When it may be published, such as `2024-07-23 10:00`; each page says so.",
        "发布时限，如 `2024-07-23 10:00`；印在每页页首。",
    ),
    "Brief.watermark": ("Pale words behind each page.", "每页底纹文字（水印）。"),
    "Brief.signature": (
        "Who signs it; the date of the series stands below (P10).",
        "落款单位，下一行为系列日期（P10）。",
    ),
    "Header.mark": (
        "The organ’s name, in red; a department’s own before the series’.",
        "发文机关标志，红色；部门未写则用系列的。",
    ),
    "Header.number": (
        "The document’s number; a series’ is that of the consolidated report.",
        "发文字号；系列所写的用于综合报告。",
    ),
    "DocumentNumber.organ": ("The office’s sign.", "机关代字。"),
    "DocumentNumber.year": ("The year, printed in 〔〕.", "年份，印在〔〕内。"),
    "DocumentNumber.serial": (
        "The number, printed without 第 and zeros.",
        "序号，不加“第”和前导零。",
    ),
    "Imprint.copies_to": ("Who is sent a copy.", "抄送机关。"),
    "Imprint.issued_by": ("Who issues it; the issuer if left out.", "印发机关；不写则为发布单位。"),
    "Imprint.date": ("When; the date of the series if left out.", "印发日期；不写则为系列日期。"),
    "Annex.title": ("The annex’s title.", "附件标题。"),
    "Annex.blocks": ("What it holds.", "附件内容。"),
    "Style.page": ("The sheet and its grid of lines.", "纸张与行网格。"),
    "Style.english_money": (
        "How English writes money, `{amount}` in it.",
        "英文中人民币的写法，含 `{amount}`。",
    ),
    "Style.fallback": (
        "Faces in which a character is looked for when the role’s own lacks it.",
        "角色所用字体缺字时依次查找的字体。",
    ),
    "Style.faces": ("Your own font files, by the name that roles use.", "自有字体文件。"),
    "Style.roles": ("The roles, by name.", "各角色。"),
    "Style.numbering": ("The numbers of headings.", "标题序号。"),
    "Style.captions": (
        "Which tables and figures are numbered, and in what words.",
        "哪些图表编号、怎样编号。",
    ),
    "Style.tables": (
        "How far tables give way where columns are narrow.",
        "列窄时表格可以缩到什么程度。",
    ),
    "Style.rules": ("The lines of tables and panels.", "表格和数字板的线。"),
    "Style.masthead": ("The red header of an official document (P12).", "版头（P12）。"),
    "Style.imprint": ("The imprint on the last page (P13).", "版记（P13）。"),
    "Style.running": ("Marks and watermark of each page.", "每页的页首标记和水印。"),
    "MastheadStyle.mark_drop": (
        "From the top of the type area to the top of the organ mark, in mm.",
        "发文机关标志上边缘至版心上边缘，毫米。",
    ),
    "MastheadStyle.number_lines": ("Blank lines over the number.", "发文字号之上的空行数。"),
    "MastheadStyle.rule_drop": ("From the number to the rule, in mm.", "分隔线距发文字号，毫米。"),
    "MastheadStyle.rule": ("The rule’s width in pt.", "分隔线粗细，磅。"),
    "MastheadStyle.colour": ("The rule’s colour.", "分隔线颜色。"),
    "ImprintStyle.outer": ("The first and the last rule, in mm.", "首末两条分隔线粗细，毫米。"),
    "ImprintStyle.inner": ("The rules between, in mm.", "中间分隔线粗细，毫米。"),
    "RunningStyle.rise": (
        "How far over the type area draft and embargo marks stand, in mm.",
        "草稿、发布时限标记距版心上边缘，毫米。",
    ),
    "RunningStyle.angle": ("The watermark’s slope in degrees.", "水印倾斜角度。"),
    "Style.chart": ("The height and colours of charts.", "图的高度与颜色。"),
    "PageGeometry.width": ("The sheet’s width in mm.", "纸宽，毫米。"),
    "PageGeometry.height": ("The sheet’s height in mm.", "纸高，毫米。"),
    "PageGeometry.margins": ("The margins; see below.", "页边距，见下。"),
    "PageGeometry.line_pitch": (
        "The distance from line to line in pt; `lines` of them should fill the type area.",
        "行距，磅；行距乘行数即版心高度。",
    ),
    "PageGeometry.lines": ("Lines a page.", "每页行数。"),
    "PageGeometry.characters": (
        "Chinese characters of the body’s size a line: from edge to edge of the type area (P3).",
        "每行正文字数，撑满版心（P3）。",
    ),
    "PageGeometry.number_drop": (
        "How far the page number hangs below the type area, in mm.",
        "页码距版心下边缘，毫米。",
    ),
    "Margins.top": ("In mm.", "上边距，毫米。"),
    "Margins.bottom": ("In mm.", "下边距，毫米。"),
    "Margins.left": ("In mm.", "左边距，毫米。"),
    "Margins.right": ("In mm.", "右边距，毫米。"),
    "Role.name": ("What Word’s list of styles calls it.", "Word 样式名。"),
    "Role.zh": ("How its Chinese is set.", "中文的设置。"),
    "Role.en": ("How its English is set.", "英文的设置。"),
    "Role.spans": (
        "Whether it spans both columns of the layout `facing`; else both stand side by side.",
        "在左右对照（`facing`）版式中是否通栏；否则中英文左右并排。",
    ),
    "Role.by_sense": (
        "Whether its lines are broken by sense, into a trapezoid or a diamond, as titles are (P4).",
        "是否按词意回行，排成梯形或菱形，如标题（P4）。",
    ),
    "TextStyle.han": ("The face of Chinese characters and marks.", "中文字体。"),
    "TextStyle.latin": ("The face of letters and digits.", "西文字体。"),
    "TextStyle.strong_han": ("The same for `**strong**`.", "加粗文字的中文字体。"),
    "TextStyle.strong_latin": ("The same for `**strong**`.", "加粗文字的西文字体。"),
    "TextStyle.emphasis_han": ("The same for `*emphasis*`.", "强调文字的中文字体。"),
    "TextStyle.emphasis_latin": ("The same for `*emphasis*`.", "强调文字的西文字体。"),
    "TextStyle.size": ("The size in pt.", "字号，磅。"),
    "TextStyle.pitch": (
        "The distance from line to line in pt; left out, the page’s.",
        "行距，磅；不写则用页面行距。",
    ),
    "TextStyle.emphasis": (
        "How emphasised Han are shown: `face` (emphasis_han), or `dots` under them.",
        "汉字强调方式：`face` 换字体（emphasis_han），`dots` 加着重号。",
    ),
    "TextStyle.align": ("How lines are aligned.", "对齐方式。"),
    "TextStyle.indent": (
        "The first line’s indent in em; negative, it hangs out.",
        "首行缩进，字；负数为悬挂。",
    ),
    "TextStyle.left": ("Indent of all lines from the left, in em.", "左缩进，字。"),
    "TextStyle.right": ("Indent of all lines from the right, in em.", "右缩进，字。"),
    "TextStyle.before": ("Blank lines before.", "段前空行。"),
    "TextStyle.after": ("Blank lines after.", "段后空行。"),
    "TextStyle.colour": ("Six digits: red, green, blue.", "颜色，六位十六进制。"),
    "TextStyle.keep_with_next": (
        "Never the last line of a page.",
        "与下段同页。",
    ),
    "Numbering.zh": (
        "A pattern for each of four levels; `{han}` is 一二三, `{n}` is 1 2 3.",
        "四级标题的中文序号；`{han}` 为一二三，`{n}` 为 1 2 3。",
    ),
    "Numbering.en": ("The same for English.", "四级标题的英文序号。"),
    "Rules.outer": ("The width of outer lines in pt.", "外框线粗细，磅。"),
    "Rules.inner": ("The width of inner lines in pt.", "内线粗细，磅。"),
    "Rules.colour": ("The colour of lines.", "线的颜色。"),
    "Captions.numbered": (
        "`always`; `several`: where there are two or more of a kind, or a text names one; "
        "`referred`: those that a text names; `never`.",
        "`always` 全部编号；`several` 同类有两个以上或文中引用时编号；"
        "`referred` 只编文中引用的；`never` 不编号。",
    ),
    "Captions.zh": ("Its words in Chinese; see below.", "中文用语，见下。"),
    "Captions.en": ("Its words in English.", "英文用语。"),
    "CaptionWords.table": ("The number of a table, `{n}` in it.", "表号的写法，含 `{n}`。"),
    "CaptionWords.figure": ("The number of a figure, `{n}` in it.", "图号的写法，含 `{n}`。"),
    "CaptionWords.joint": ("What stands behind it in a caption.", "图表号与题名之间的间隔。"),
    "CaptionWords.continued": (
        "What stands over a table on its further pages in the PDF, `{label}` in it; may be empty.",
        "PDF 中表格转页后印在表上方的字样，含 `{label}`；可以为空。",
    ),
    "TableStyle.padding": ("The blank beside a cell’s text, in pt.", "格内左右空白，磅。"),
    "TableStyle.least_padding": ("What it may shrink to.", "空白最少缩到多少，磅。"),
    "TableStyle.least_scale": ("What the type may shrink to.", "字号最多缩到几成。"),
    "TableStyle.turns": (
        "Whether a table that fits in no other way is turned to landscape.",
        "其他办法都排不下时是否自动横排。",
    ),
    "Rules.fill": ("A tint behind a table’s head, in Word.", "Word 表头底色。"),
    "Rules.accent": ("The colour of a panel’s lines.", "数字板线的颜色。"),
    "ChartStyle.height": ("The height of lines and pies, in lines of the grid.", "图高，行。"),
    "ChartStyle.colours": ("The colours of the series, in order.", "各组数据的颜色。"),
}
"""The meaning of each field, by model and name, in English and Chinese."""

ELEMENTS: Mapping[str, str] = {
    "document": "整个文件。",
    "running": "每页都印的内容。",
    "head": "页首标记，第一个居左。",
    "watermark": "水印。",
    "imprint": "版记。",
    "copies": "抄送机关。",
    "organ": "署名或印发机关。",
    "day": "成文或印发日期。",
    "meta": "文件属性。",
    "title": "文件标题。",
    "author": "发布单位。",
    "subject": "主题。",
    "section": "一类页面，另起一页。",
    "p": "某一角色的段落。",
    "heading": "标题；0 级为文件标题，1 至 4 级自动编号。",
    "list": "列表。",
    "item": "列表的一项。",
    "figures": "数字板。",
    "entry": "数字板的一个数字，或索引的一行。",
    "value": "写成文字的数字。",
    "label": "数字的名称。",
    "table": "表格；`total` 把末行印成粗体，`landscape` 横排并单独成页。",
    "column": "一列及其表头。",
    "group": "相邻各列共用的上层表头。",
    "row": "一行。",
    "cell": "一格。",
    "caption": "表题、图题。",
    "note": "表注、图注。",
    "source": "表或图的资料来源。",
    "chart": "图。",
    "unit": "图的单位。",
    "category": "图的一个分类。",
    "series": "图的一组数据。",
    "image": "本系列文件夹中的图片。",
    "alt": "图片的文字说明。",
    "contents": "目录。",
    "index": "数据索引。",
    "masthead": "版头。",
    "mark": "发文机关标志。",
    "number": "发文字号。",
    "signature": "落款。",
    "annexes": "附件说明。",
    "page-break": "另起一页。",
    "space": "空行。",
    "zh": "中文。",
    "en": "英文；尚未翻译时为 `missing`。",
    "part": "由模板拼成的文字中的一段正文。",
    "missing": "拼成的文字中尚无英文之处。",
    "strong": "加粗。",
    "em": "强调。",
    "a": "链接。",
    "br": "作者指定的回行处；只在标题中起作用。",
    "fn": "脚注，写在注码处；同名的是同一个脚注。",
    "ref": "表号或图号：写 `table:` 或 `figure:` 加名称。",
    "num": "不拆行的数字。",
}
"""The meaning of each element of the vocabulary in Chinese; the vocabulary has the English."""

FIGURES = (
    "{value: 62, unit: {zh: 场次, en: meetings}}",
    "{value: 1, unit: {zh: 场次, en: meetings, one: meeting}}",
    '{value: 429, unit: {zh: 家, en: ""}}',
    "{value: 2000000, unit: CNY}",
    "{value: 13522000000, unit: CNY}",
    "{value: 2000000, unit: CNY, bound: over}",
    "{value: 13522000000, unit: CNY, bound: over}",
    '{value: 7490000, unit: {zh: 人, en: ""}, bound: nearly}',
    "{value: 230000, unit: {zh: 公里, en: km}, bound: about}",
    "{value: 12345, unit: {zh: 户, en: households}, bound: at_least}",
    "{value: 5.3, unit: percent}",
    "{value: 63, to: 68, unit: percent}",
    "{value: 1.2, unit: percentage_points}",
    "{value: 2021, to: 2035, unit: year}",
    '{value: 20, form: ordinal, unit: {zh: 届, en: ""}}',
    "{value: 1, form: rank}",
    '{day: "2024"}',
    "{day: 2024-04}",
    "{day: 2024-04-18}",
    "{period: {year: 2024, half: 1}}",
    "{period: {year: 2024, quarters: 3}}",
    "{value: 12000, unit: mu}",
    "{value: 350, unit: mu}",
    "{value: 5200000, unit: tonne}",
    "{value: 13522000000, unit: CNY, scale: {zh: 万, en: million}}",
)

ASPECT_EXAMPLES = (
    ("change", "{value: 260000000, unit: CNY, previous: 248000000, change: {}}"),
    ("change", "{value: 92.5, unit: percent, change: {value: 1.5, unit: percentage_points}}"),
    ("change", "{value: 40, change: {value: -3, since: last_quarter}}"),
    ("previous", "{value: 260000000, unit: CNY, previous: 248000000}"),
    ("share", "{value: 20, share: {value: 40, of: {zh: 全省总额, en: the provincial total}}}"),
    ("rank", "{value: 20, rank: {value: 1, among: {zh: 全省, en: in the province}}}"),
)
"""Figures as people write them; the reference shows what each prints."""


class Mistake(Struct, frozen=True):
    """A mistake in the README's first series: what it is, what stands there rightly and wrongly."""

    english: str
    chinese: str
    right: str
    wrong: str
    file: str = "health.yaml"


_ENGLISH_TEXT = (
    "          en: In the first half of the year the city built {clinics} and spent {spending}.\n"
)

_TITLE = (
    "\ntitle: {zh: 上半年基层医疗工作情况, "
    "en: Community Health Care in the First Half of the Year}\n"
)

MISTAKES = (
    Mistake("A misspelled field", "字段名写错", _TITLE, _TITLE.replace("title", "titel")),
    Mistake(
        "A number with its unit or with separators",
        "数字带了单位或分隔符",
        "    value: 260000000\n",
        "    value: 2.6亿\n",
    ),
    Mistake(
        "A counter word without its English",
        "量词没有写英文",
        "    unit: {zh: 家, en: clinics, one: clinic}\n",
        "    unit: 家\n",
    ),
    Mistake(
        "A figure that nobody defines",
        "用了没有定义的数字",
        _ENGLISH_TEXT,
        _ENGLISH_TEXT.replace("{clinics}", "{clinic}"),
    ),
    Mistake(
        "A text that begins with a brace, without quotes",
        "文字以花括号开头，没有加英文引号",
        "          zh: 上半年，全市新建社区门诊{clinics}，卫生投入{spending}。\n",
        "          zh: {clinics}社区门诊已经建成，卫生投入{spending}。\n",
    ),
    Mistake(
        "A colon and a space in a text, without quotes",
        "文字里有英文冒号加空格，没有加英文引号",
        _ENGLISH_TEXT,
        _ENGLISH_TEXT.replace("In the first", "Progress: in the first"),
    ),
    Mistake(
        "A kind of block that does not exist",
        "内容块名称写错",
        "      - key_figures: [clinics, spending]\n",
        "      - key_figure: [clinics, spending]\n",
    ),
    Mistake(
        "A panel’s figure without a label (here `label:` was left out)",
        "数字板里的数字没有名称（漏写 `label`）",
        "    label: {zh: 卫生投入, en: Health spending}\n",
        "",
    ),
    Mistake(
        "A department’s file of another name",
        "部门文件名对不上",
        "departments: [health]",
        "departments: [heath]",
        "series.yaml",
    ),
    Mistake(
        "A text without its English (a warning; here `en:` was left out)",
        "还没有英文（只是警告；漏写 `en`）",
        _ENGLISH_TEXT,
        "",
    ),
)
"""Common mistakes; the reference shows what make-brief says of each."""

PAIR_RULES = (
    "untranslated",
    "english-stand-in",
    "english-chinese",
    "english-short",
    "english-long",
    "english-twice",
    "chinese-twice",
    "pair-swapped",
    "cell-chinese",
    "twin-stale",
    "glossary-missing",
    "glossary-other",
    "glossary-case",
    "glossary-first",
    "glossary-never",
    "glossary-twice",
    "name-unknown",
    "end-missing",
    "end-differs",
    "end-none",
    "start-small",
    "broken-off",
    "mark-half-width",
    "mark-full-width",
    "mark-straight",
    "mark-apostrophe",
    "mark-unpaired",
    "mark-doubled",
    "mark-start",
    "mark-ellipsis",
    "mark-dash",
    "wide-letters",
    "word-doubled",
    "space-double",
    "space-chinese",
    "space-before-mark",
    "space-missing",
    "date-zero",
    "date-form",
    "range-hyphen",
)
"""The rules of pairs, by the ids under which findings name them, in the order of the guide."""
