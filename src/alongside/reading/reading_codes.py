"""The codes of faults found while reading, for the list that ``alongside rules`` prints."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

READING_CODES: Mapping[str, str] = MappingProxyType(
    {
        "Y101": "No aliases (`*name`): words are written out.",
        "Y102": "No anchors (`&name`).",
        "Y103": "No tags (`!name`).",
        "Y104": "Lists and keys are nested at most 40 deep.",
        "Y105": "A file holds at most 20,000 values.",
        "Y106": "One document in a file.",
        "Y107": "No lines that start with %.",
        "Y108": "A key stands once in its place.",
        "Y109": "No merge keys (`<<`).",
        "Y110": "Keys are plain words.",
        "Y111": "No control characters, no invisible ones, none that turn the writing round.",
        "Y112": "Lines are indented with spaces.",
        "Y113": "Files are UTF-8 text.",
        "Y114": "A file is not too large to read.",
        "Y115": "A data file is YAML from end to end.",
        "Y116": "A data file is not empty.",
        "Y117": "Fifty faults of one file are told; the rest are counted.",
        "Y118": "Text without quotes is not cut short by a #.",
        "Y201": "Every key that must be there is there.",
        "Y202": "No keys that nobody reads.",
        "Y203": "A value is of the kind its key asks for.",
        "Y204": "A list has as many entries as it needs, and not too many.",
        "Y205": "Text is neither empty nor too long.",
        "Y206": "Ids, numbers and addresses have their form.",
        "Y207": "A word from a fixed list is one of the list.",
        "Y208": "A number is within its limits.",
        "Y209": "A date is a date.",
        "Y210": "A file is not made for a newer version of Alongside.",
        "Y211": "A value fits its key in every other way.",
        "Y301": "The course folder is there and can be opened.",
        "Y302": "A course has course.yml, campus.yml, _toc.yml and _config.yml.",
        "Y303": "No links in place of files.",
        "Y304": "Files are plain files.",
        "Y305": "Files can be read.",
        "Y306": "The folder holds a course and not much more.",
        "Y307": "A file's place and the name inside it agree.",
        "Y308": "Data files end in .yml.",
        "Y309": "The preset of the campus profile is there.",
        "Y310": "Data files stand in their folder and no deeper.",
        "Y401": "Front matter is closed.",
        "Y402": "Every block that starts is closed.",
        "Y403": "Directives are nested at most 8 deep.",
        "Y404": "A block of colons names its directive in braces.",
        "Y405": "Options of a directive are written as `:key: value`, each once.",
        "Y406": "A paragraph is not endless.",
        "Y407": "No words are indented so far that they become code.",
        "Y408": "No line is broken by what nobody sees at its end.",
        "Y409": "A mark, a footnote or the address of a link stands once on a page.",
        "Y410": "Every footnote is referred to.",
        "Y411": "A line of dashes stands between two parts of a page.",
        "Y412": "A line of +++ stands on a page with code cells only.",
        "Y501": "A page is listed once.",
        "Y502": "A page that is listed is there.",
        "Y503": "The bibliography is whole.",
        "Y504": "A work stands in the bibliography once.",
        "Y505": "A work is of a known kind, and has what that kind needs.",
        "Y506": "The address of a work leads to the web.",
        "Y601": "A picture holds no script and asks nobody for anything.",
        "Y602": "A picture can be read to its end.",
    }
)
