"""Faults of the files of a project (1xx)."""

from __future__ import annotations

from deckbuild.diagnostics.catalogue.code import Code

ENTRIES = (
    Code(
        "DB101",
        "file is not YAML",
        "The file breaks a rule of YAML, so nothing in it can be read. The place is where reading stopped; "
        "the mistake may stand a little above it.",
        "The usual causes are a line that is not indented like its neighbours, a quotation mark that is not "
        "closed, and a text with a colon and a space in it that is not in quotation marks.",
    ),
    Code(
        "DB102",
        "characters that cannot be read",
        "Files are UTF-8 text. This one is in another encoding, or holds characters that no text holds "
        "(control characters, line separators of a word processor).",
        "PowerPoint and PDF cannot hold such characters, and a wrong encoding changes letters without a "
        "word: it turns “café” into “cafÃ©”.",
    ),
    Code(
        "DB103",
        "tab in the indentation",
        "YAML is indented with spaces, and this line begins with a tab.",
        "A tab looks like spaces, but how many depends on the editor. Set your editor to insert spaces.",
    ),
    Code(
        "DB104",
        "key written twice",
        "A key may stand once in a mapping, and this one stands there twice.",
        "Of two equal keys one would be lost without a word: two slides of one name would become one.",
    ),
    Code(
        "DB105",
        "several documents in one file",
        "A line of three hyphens begins another YAML document, and a file holds one.",
        "Each module, session and profile is a file of its own, named by its id.",
    ),
    Code(
        "DB106",
        "part of YAML that is not used here",
        "The session language uses mappings, lists, texts and aliases of YAML, and nothing else: no tags "
        "(`!!str`), no merge keys (`<<`), no keys that are lists, no alias of itself.",
        "These make files hard to read, and some of them can run programs in other tools.",
    ),
    Code(
        "DB107",
        "document too large",
        "A file is over 4 MB or 100,000 values, is nested deeper than 100 levels, grows by over 10,000 "
        "values through its aliases, or has 100 faults, a list of over 5,000 entries or a text of over "
        "10,000 letters.",
        "Such a file is a mistake or an attack; reading it could fill the memory of the computer.",
    ),
    Code(
        "DB108",
        "file not found",
        "A file that is named does not exist. Paths are relative to the file that they stand in.",
        "A slide would have a hole where its picture or its chart should be.",
    ),
    Code(
        "DB109",
        "path that cannot be used",
        "Paths are relative, have forward slashes, and stay inside the project.",
        "A path to a folder of your computer leads nowhere on another.",
    ),
    Code(
        "DB110",
        "unknown field",
        "The field does not belong here.",
        "A misspelt field would be ignored without a word, and what it says would be missing from the deck.",
    ),
    Code(
        "DB111",
        "field missing",
        "A field that must be written is not there.",
        "Some fields cannot be guessed: what a picture shows, who owns a module, what a slide is for.",
    ),
    Code(
        "DB112",
        "value of the wrong kind",
        "A text, a number, a list or a mapping is wanted, and something else is found.",
        "Often the indentation is off, or the hyphen before an entry of a list is missing.",
    ),
    Code(
        "DB113",
        "value not in the list",
        "Only certain words are allowed here.",
        "Each of the words means something to the program, and no other does.",
    ),
    Code(
        "DB114",
        "wrong number of entries",
        "The list has more or fewer entries than its place can hold.",
        "A slide layout is drawn for so many: five cards beside one another cannot be read.",
    ),
    Code(
        "DB115",
        "value out of form",
        "The text or number does not have the form that is wanted: a date such as 2027-03-31, an id such as "
        "`types-of-abuse`, a web address, a colour of six hexadecimal digits.",
        "A date such as 03/04/2027 is April to some and March to others; ids become names of files.",
    ),
    Code(
        "DB116",
        "fields that exclude each other",
        "Of some fields exactly one is written: `alt` or `decorative`, `text` or `items`, `rows` or "
        "`data`, `url` or `not-available`, `only` or `except`.",
        "With both, one would have to be ignored, and nobody could say which.",
    ),
    Code(
        "DB117",
        "unknown slide layout",
        "`layout` names none of the slide layouts.",
        "The layout says which fields the slide has, so the other fields of the slide are not looked at.",
    ),
    Code(
        "DB120",
        "markup that slides do not have",
        "Text is Markdown with paragraphs, lists, bold, italic, links, `<sup>` and `<sub>`. Headings, "
        "pictures, tables, code, quotation blocks and other HTML have no place in a text.",
        "They have fields or slide layouts of their own, which place them and make them accessible.",
    ),
    Code(
        "DB121",
        "link that leads nowhere",
        "A link begins with `https:`, `http:`, `mailto:` or `tel:`, or with `slide:` and the id of a slide, "
        "such as `slide:closing/our-agency`.",
        "A link without these opens nothing, or a file of somebody else's computer.",
    ),
    Code(
        "DB122",
        "more than one line",
        "The field holds one paragraph: no blank line, no list, no heading.",
        "It becomes a title or a line of a slide, whose place is for one paragraph.",
    ),
    Code(
        "DB123",
        "key out of form",
        "A key is written `{{ agency.name }}`: a name of small letters, digits, dots, hyphens and "
        "underscores in two pairs of braces. Keys stand in Markdown text only, not in addresses and not "
        "in fields without markup.",
        "Otherwise the braces themselves would stand on the slide.",
    ),
    Code(
        "DB124",
        "empty text",
        "A text that must say something is empty.",
        "An empty title or an empty entry is a hole in the outline that screen readers read.",
    ),
    Code(
        "DB130",
        "picture of another format",
        "Pictures are PNG or JPEG, and the file's name says which.",
        "Other formats do not open in every PowerPoint. A drawing belongs into the icons' folder or into the "
        "brand's mark.",
    ),
    Code(
        "DB131",
        "picture damaged",
        "The picture file is cut short or damaged.",
        "PowerPoint would show a red cross in its place, or refuse the deck.",
    ),
    Code(
        "DB132",
        "picture too large",
        "A picture may have 20 MB and 25 million pixels.",
        "A slide of full-screen size needs about 2 million pixels; more only makes the deck slow to mail.",
    ),
    Code(
        "DB140",
        "cell is not a number",
        "A chart is drawn from plain numbers: digits, a decimal point, a minus sign. An empty cell is a gap.",
        "A sign such as % stands in `unit`; what 1.234 means differs between countries.",
    ),
    Code(
        "DB141",
        "rows of different lengths",
        "All rows of a chart or table have as many cells as its header.",
        "With a cell too few, nobody could say which column lacks it.",
    ),
    Code(
        "DB142",
        "numbers that do not fit the chart",
        "A pie has one series, of numbers that are parts of a whole; stacked bars are not negative; every "
        "chart has at least one number.",
        "The chart would show something that the numbers do not say.",
    ),
    Code(
        "DB143",
        "highlight that is not there",
        "`highlight` names a category that the chart does not have.",
        "The chart would be drawn without the one thing that the audience should notice.",
    ),
    Code(
        "DB144",
        "file is not CSV",
        "The data file is not comma-separated text in UTF-8 with a header line.",
        "Spreadsheets save with semicolons or tabs in some countries; choose “CSV (comma separated)”.",
    ),
    Code(
        "DB145",
        "name used twice",
        "Two categories or two series of a chart, or two entries of a list, have one name.",
        "They could not be told apart, by a reader or by a legend.",
    ),
    Code(
        "DB150",
        "too little contrast",
        "Text stands out from its ground by 4.5 to 1 at least (WCAG 2.2, 1.4.3), large text by 3 to 1.",
        "With less, people with low vision, and those in the back row, cannot read it.",
    ),
    Code(
        "DB151",
        "drawing that cannot be used",
        "Icons and marks are SVG files of filled paths: no strokes, no text, no transforms, no styles, no "
        "scripts. Drawing programs make such files with “object to path”, “stroke to path” and “flatten "
        "transforms”.",
        "They become shapes of PowerPoint, which take the colours of the brand.",
    ),
    Code(
        "DB152",
        "unknown icon",
        "A card's `icon` names no file of the icons' folder.",
        "The card would have an empty place where its drawing should be.",
    ),
    Code(
        "DB153",
        "colour that is not the brand's",
        "A path of a brand's mark is filled with a colour that its `colours` do not name.",
        "A mark in colours of its own does not follow when the brand's colours change.",
    ),
    Code(
        "DB160",
        "unknown session",
        "The project has no session of this name.",
        "A session is a file of the sessions' folder, and its name is the file's name without `.yaml`.",
    ),
    Code(
        "DB161",
        "unknown brand",
        "The project has no brand of this name.",
        "A brand is a folder of the brands' folder with a file `brand.yaml`.",
    ),
)
