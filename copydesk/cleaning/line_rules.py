"""The rules that say what one line of a page is, by its own words, in the order of trying."""

from copydesk.cleaning.lines import Line
from copydesk.cleaning.machine_rules import MACHINE_RULES
from copydesk.cleaning.name_rules import NAME_RULES
from copydesk.cleaning.picture_rules import PICTURE_RULES
from copydesk.cleaning.reader_rules import READER_RULES
from copydesk.language.rule import Rule

LINE_RULES: tuple[Rule[Line], ...] = (
    *NAME_RULES,
    *MACHINE_RULES,
    *PICTURE_RULES,
    *READER_RULES,
)
"""The first that fires decides. What a line is by its place is decided in ``page_rules``."""
