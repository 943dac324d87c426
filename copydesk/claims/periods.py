"""Read the periods of a sentence that may date a figure: years, parts of years, months, days."""

from __future__ import annotations

import re

from copydesk.claims.sources import DAY, MONTH, Cue
from copydesk.language.dates import month_words, weekday_words
from copydesk.language.number_words import alternatives
from copydesk.language.tokens import words_of

YEAR = r"(?:1[5-9]|20)\d\d"
_SPAN_WORD = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|quarters?|half|decades?)"
_PERIOD = re.compile(
    rf"""
    (?<![\w.,-])
    (?:
        # a part of a year, or an open stretch of years: never the same as the year itself
        (?:(?:[Bb]etween|[Ff]rom)[ ]{YEAR}[ ](?:and|until|through)[ ]{YEAR})
      | (?:{YEAR}[ ]?[-–/][ ]?(?:{YEAR}|\d\d)(?!\d))
      | (?:{YEAR}(?:,[ ]{YEAR}){{0,5}},?[ ](?:and|or)[ ]{YEAR}(?![\w-]|,\d))
      | (?:(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Bb]y)[ ](?:(?:early|late|mid)[ -])?
          (?:{MONTH}[ ])?{YEAR}(?![\w-]))
      | (?:[\w-]+[ ](?:[\w-]+[ ])?(?:of|to)[ ](?:the[ ]year[ ])?(?:{MONTH}[ ])?
          {YEAR}(?![\w-]))
      | (?:(?:[Ee]arly|[Ll]ate|[Mm]id|spring|summer|autumn|fall|winter|Q[1-4]|[Ff]iscal(?:[ ]year)?
          |FY)[ -]?(?:of[ ])?{YEAR}(?![\w-]))
        # days and months
      | (?:{MONTH}[ ]\d\d?(?:st|nd|rd|th)?(?:,?[ ]{YEAR})?(?![\w-]))
      | (?:\d\d?(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTH}(?:,?[ ]{YEAR})?)
      | (?:{MONTH},?[ ](?:of[ ])?{YEAR}(?![\w-]))
      | (?:(?:[Ii]n|[Ss]ince|[Ll]ast|[Tt]his|[Bb]y|[Uu]ntil|[Dd]uring|of|[Ll]ate|[Ee]arly)[ ]
          {MONTH}(?![\w])(?:,?[ ](?:of[ ])?{YEAR}(?![\w-]))?)
      | (?:(?:(?:[Ll]ast|[Tt]his|[Oo]n|[Nn]ext|[Ss]ince|[Bb]y)[ ])?{DAY}
          (?:[ ](?:night|morning|evening|afternoon))?)
        # relative to a date that the sentence does not give
      | (?:(?:[Tt]he[ ])?(?:[Pp]ast|[Ll]ast|[Pp]revious|[Ff]irst|[Cc]oming|[Nn]ext)[ ]
          (?:[\w-]+[ ])?{_SPAN_WORD}(?:[ ]of[ ]{YEAR})?)
      | (?:(?:[Tt]he[ ])?(?:year|month|week)[ ]before(?![ ]\w+ed\b))
      | (?:(?:[Tt]he[ ])?preceding[ ](?:year|month|week))
      | (?:[Tt]he[ ]previous[ ]one)
      | (?:(?:[Tt]his|[Tt]hat|[Tt]he[ ]same)[ ](?:week|month|year|quarter))
      | (?:(?<=[Ii]n[ ])|(?<=[Ff]or[ ])|(?<=[Dd]uring[ ]))[Tt]he[ ]year(?![ ](?:of|to|ended)\b)
      | (?:[\w-]+[ ]{_SPAN_WORD}[ ](?:ago|earlier|later))
      | \b(?:today|yesterday|tonight|overnight|tomorrow)\b
      | {YEAR}(?![\w-]|,\d|\.\d)
    )
    (?:[ ]so[ ]far|[ ]to[ ]date|[ ]alone)?
    """,
    re.VERBOSE,
)
_TIMES = words_of(
    "past last previous first coming next preceding week month year quarter ago earlier later today"
    " yesterday tonight overnight tomorrow"
)
# What a period has at least, in lower case; "this weekend" begins with one of the words.
_A_TIME = re.compile(rf"\d\d|\b{alternatives({*_TIMES, *month_words(), *weekday_words()})}")
# A time that dates the telling, not the event: "said on Monday", "a report published in 2024".
_TELLING_BEFORE = re.compile(
    r"\b(?:said|says|told|reported|announced|added|confirmed|wrote|published|released|issued"
    r"|printed|launched|dated|conference|briefing|interview|statement|speech)"
    r"(?:[ ][\w.-]+){0,2}?(?:[ ](?:in|on))?[ ]$"
)
# "Annual Report 2023", "Ramadan 2023": a capital before the year makes it part of a name.
_TITLE_BEFORE = re.compile(
    r"\b(?!(?:In|During|For|Since|Of|The|By|And|But|Then|Yet|So|After|Before|As|When|While|Now|From"
    r"|Until|Till|Still|Not|That|This|Both|Between|With|Like|Unlike|Year)\b)[A-Z][\w-]*[ ]$"
)
# "its report on 2024", "the edition of 2024": the year of a report, which need not be the figure's.
_REPORT_BEFORE = re.compile(
    r"\b(?:reports?|editions?|index|versions?|releases?|surveys?|reviews?)[ ](?:of|on|for)[ ]"
    r"(?:the[ ]year[ ])?(?:\d{4})?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"[’']s?[ ]")  # "last month’s attack": which attack, and not when
_TITLE_AFTER = re.compile(
    r"[ ](?:[\w-]+[ ]){0,2}(?:report|edition|index|study|survey|Report|Edition|Index)\b"
)
# A year that is compared with: "than in 2022", "a rise on 2022", "down on 2022".
_COMPARED_BEFORE = re.compile(
    r"\b(?:than(?:[ ](?:during|for))?|versus|(?:compared|comparison)[ ](?:to|with)"
    r"|(?:up|down|[Rr]ise|rose|increased?|surged?|jump(?:ed)?|growth|drop(?:ped)?|declined?"
    r"|decreased?|fall|fell)(?:[ ][\w.,%]+){0,3}?[ ](?:on|over|from))[ ]$"
)
BARE_YEAR = re.compile(YEAR)
# What a year has as a whole; "the summer of 2023" and "the end of 2023" are parts of one.
_ALL_OF_A_YEAR = re.compile(
    r"\b(?:attacks?|deaths?|killings?|violence|incidents?|operations?|casualties|fatalities|toll"
    r"|injuries|injured|killed|dead|wounded|figures?|totals?|numbers?|counts?|data|course|whole|all"
    r"|victims|rise|fall|increase|decline|drop|change|bombings|blasts|clashes"
    r"|militants|outlaws|terrorists|civilians|those|that|ones?|level|records?)[ ]of[ ]"
    r"(?:the year )?\d{4}$",
    re.IGNORECASE,
)
_NAMED_YEAR = re.compile(r"[ ][A-Z]")  # "a 2019 Pulitzer Prize"
_YEAR_IN = re.compile(r"\b(?:in|during|for|of)[ ]$", re.IGNORECASE)

_DATES_ANOTHER_THING = frozenset({_TELLING_BEFORE, _REPORT_BEFORE, _COMPARED_BEFORE})
_JOINS = re.compile(rf"^(?:[Ii]n|[Oo]n|[Dd]uring|of|[Ff]rom(?= {MONTH})) ")


def find_periods(text: str) -> tuple[Cue, ...]:
    """Find the periods of a sentence, without those that date something else than a figure."""
    if not _A_TIME.search(text.lower()):
        return ()
    return tuple(
        Cue(match.start(), match.end(), _as_said(match.group()))
        for match in _PERIOD.finditer(text)
        if not _dates_something_else(match)
    )


def _dates_something_else(match: re.Match[str]) -> bool:
    """Say whether a period is of the telling, of a title or of a name, or is compared with."""
    text, period = match.string, match.group()
    before = text[max(0, match.start() - 50) : match.start()]
    # A title is followed by the bare year: "Report 2023", and not "Pakistan from May 2023".
    joined = period[0].islower() or period.startswith(("In ", "On "))
    named = BARE_YEAR.fullmatch(period) and _NAMED_YEAR.match(text, match.end())
    return bool(
        any(pattern.search(before) for pattern in _DATES_ANOTHER_THING)
        or any(pattern.match(text, match.end()) for pattern in (_TITLE_AFTER, _OWNS))
        or _REPORT_BEFORE.search(period)
        or (_TITLE_BEFORE.search(before) and not joined)
        or (named and not _YEAR_IN.search(before))
    )


def _as_said(period: str) -> str:
    """Take off what joins a period to its sentence: "attacks of 2023" and "in 2023" are the year.

    "The summer of 2023" is not.
    """
    if _ALL_OF_A_YEAR.search(period) and not re.search(_SPAN_WORD, period):
        period = period[-4:]
    return _JOINS.sub("", period)
