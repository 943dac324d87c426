"""Each word of a list or a pattern, in a frame that reads otherwise without it.

A frame is a sentence with a gap. With each of its words in the gap the sentence reads as said; with
`NO_WORD`, which no list has, it reads otherwise, so that the frame tests the word and not the rest.
"""

from datetime import date

import pytest

from copydesk.claims import find_claims
from copydesk.claims.dating import counts_from_today, relative_year
from copydesk.claims.mentions import (
    another_speaks,
    bodies_named,
    elsewhere,
    forces_as_subject,
    is_body,
    is_counter,
    names_another_body,
    unknown_name,
)

NO_WORD = "xanthic"
BEFORE = "CRSS counted 586 attacks in Pakistan in 2023.\n\n"

PEOPLE = (
    "people person persons civilian civilians soldier soldiers officer officers policeman policemen "
    "policewomen police personnel troops troop man men woman women child children boy boys girl "
    "girls student students worker workers militant militants terrorist terrorists insurgent "
    "insurgents outlaw outlaws attacker attackers gunman gunmen fighter fighters victim victims "
    "tourist tourists passenger passengers member members others journalist journalists villager "
    "villagers prisoner prisoners detainee detainees protester protesters resident residents "
    "employee employees patient patients defendant defendants suspect suspects guard guards aide "
    "aides agent agents lawmaker lawmakers citizen citizens migrant migrants voter voters doctor "
    "doctors nurse nurses teacher teachers commander commanders pilgrim pilgrims colleague "
    "colleagues rescuer rescuers survivor survivors driver drivers pilot pilots crew"
).split()

FRAMES = {
    # what a figure counts
    ("unit", "The report counted 12 {}.", "people"): PEOPLE,
    (
        "unit",
        "The report counted 12 {} there.",
        "people",
    ): "Palestinians Iraqis Chinese British Finns".split(),
    ("text", "The report counted 1,200 {} kettles.", "1,200"): (
        "a an the in on at from by for with within during since until after before over under near "
        "across along around inside outside against between among into onto out up down off as than "
        "that which who whom whose when where while but nor so if because is are was were be been "
        "being has have had do does did will would can could may might must should it they he she we "
        "you this these those there here their his her its our not no via amid through said "
        "says told about also then later ago earlier including included"
    ).split(),
    ("text", "The report counted 12 {} civilians.", "12 {} civilians"): (
        "killed dead injured wounded missing arrested detained hurt"
    ).split(),
    ("measure", "Attacks {} 12 per cent.", "change"): (
        "up down rise rose risen rising fall fell fallen falling increased decreased declined "
        "dropped dipped surged jumped reduced grew grow climbed plunged soared spiked shrank shrink "
        "shrunk changed slumped tumbled"
    ).split(),
    ("measure", "The report gives a 12 per cent {} there.", "change"): (
        "increase rise drop decline decrease fall surge reduction jump growth dip spike cut more "
        "fewer less higher lower up down"
    ).split(),
    ("measure", "The report says deaths {} by 12.", "change"): (
        "rose risen fell fallen increased decreased declined dropped dipped surged jumped grew "
        "climbed plunged soared spiked shrank slumped tumbled"
    ).split(),
    # who says so
    ("source", "Gazette House {} 12 deaths.", "Gazette House"): (
        "said says say reported reports recorded records counted counts estimated estimates estimate "
        "put puts found finds documented announced claimed claims confirmed told shows showed stated "
        "tallied noted logged registered added wrote warned documents lists listed"
    ).split(),
    ("source", "The {} said that 12 boats sank.", "{}"): (
        "official|officials|police|ministry|army|military|spokesman|spokeswoman|spokesperson"
        "|witnesses|report|authorities|sources|government|statement|agency|data|figures|study|survey"
        "|residents|doctors|medics|hospital|media|rescuers|think tank|analyst|analysts|expert|experts"
    ).split("|"),
    ("source", "A {} by the Gazette gives 12 deaths.", "Gazette"): (
        "report data figures count tally study survey index database statistics estimate estimates"
    ).split(),
    ("source", "A report {} the Gazette gives 12 deaths.", "Gazette"): "by from of".split(),
    ("source", "The Gazette {} has 12 deaths.", "Gazette {}"): (
        "Institute Centre Center Bureau Index Program Programme Project Portal Ministry Database "
        "Agency Commission Council Observatory Foundation Organization Organisation University Bank "
        "Studies"
    ).split(),
    (
        "source",
        "The Gazette Institute {} 12 deaths.",
        "Gazette Institute",
    ): "has had gives gave cites".split(),
    ("source", "The Gazette Institute has {} 12 deaths.", "Gazette Institute"): (
        "at least|about|some|more than|nearly"
    ).split("|"),
    ("source", "In all 12 deaths were {} by the Gazette.", "Gazette"): (
        "reported counted recorded compiled published released"
    ).split(),
    ("source", "“In all 12 people died,” {} a police spokesman.", "police spokesman"): (
        "said says stated told"
    ).split(),
    ("source", "The Gazette’s {} has 12 deaths.", "Gazette"): (
        "report data figures figure count tally index database statistics estimate estimates range "
        "series release total"
    ).split(),
    ("source", "The {} CRSS counts 12 deaths.", "CRSS"): (
        "think tank|agency|government|ministry|military|army"
    ).split("|"),
    ("source", "{} figures show 12 deaths.", "{} figures"): (
        "Official Government Police Army Military Independent"
    ).split(),
    ("source", "{} said that 12 boats sank.", None): (
        "It He She They We I You This That These Those Who There Here Both One Two Three Four Five "
        "Six Seven Eight Nine Ten Some Many Most Nearly January Monday"
    ).split(),
    ("source", "{} Gazette House reported 12 deaths.", "Gazette House"): (
        "In Of For By With From On At And But".split()
    ),
    ("source", "According to a note {} Gazette House, there were 12 deaths.", "Gazette House"): (
        "by from of".split()
    ),
    # whose figure it still is
    ("source", BEFORE + "The {} counted 12 deaths.", "CRSS"): (
        "report|institute|study|count|index|data|figures|database|survey|edition|tally"
        "|think tank|annual report|yearly report|new report|latest report|security report|first report"
    ).split("|"),
    ("source", BEFORE + "Of the {}, 1,200 were militants.", "CRSS"): (
        "dead killed injured wounded incidents attacks deaths total victims fatalities casualties"
    ).split(),
    ("source", BEFORE + "By {}, 12 people died in May.", "CRSS"): (
        "the report|the think tank|the institute|the count|the index|the database|the survey"
        "|the edition|the tally|the centre|the center|the programme|the program|that release"
        "|that count|this edition|that rule|this definition|that body|that series|the Index"
        "|both editions|both reports|both counts"
    ).split("|"),
    ("source", "CRSS {} the number. It has 12 deaths.", None): (
        "denied|denies|rejected|disputed|would print|could print|might print|predicts|retracted"
        "|alleged|misquoted|claimed|did not print|does not print|has not printed|is not sure of"
    ).split("|"),
    ("period", BEFORE + "It was quiet {}. CRSS counted 12 deaths.", None): (
        "the year after|the following year|in the new year|in spring|in summer|in autumn|in winter|for a month|for weeks|for decades"
        "|for a century|since then|by then|later that day|in Ramadan|earlier|long ago|these days"
        "|nowadays"
    ).split("|"),
    # where
    (
        "place",
        "The report counted 12 deaths {} Quetta.",
        "Quetta",
    ): "in across throughout inside within at".split(),
    (
        "place",
        "The report counted 12 deaths {} Quetta.",
        "{} Quetta",
    ): "near outside around along".split(),
    ("place", "Quetta {} 12 deaths.", "Quetta"): (
        "saw|suffered|witnessed|experienced|endured|faced|accounts for|accounted for|has|had|has seen"
        "|had seen"
    ).split("|"),
    ("place", "The {} in Islamabad counted 12 deaths.", None): (
        "parliament assembly authorities official officials government ministry office reporters "
        "journalists conference briefing court embassy correspondent correspondents"
    ).split(),
    ("place", "The report counted 12 deaths in Gazette {}.", None): (
        "News Council University Operation Ministry Court Congress Party Army Force Forces Commission "
        "Committee Institute Agency Resolution Parliament Assembly Islam English Urdu Arabic Islamic "
        "Nations Index Studies Program Programme Portal Centre Center Project Bureau Database Bank "
        "Foundation Statistics"
    ).split(),
    # when
    ("period", "The report gives 12 deaths for the {} of 2023.", "2023"): (
        "attack attacks death deaths killing killings violence incident incidents operation "
        "operations casualties fatalities toll injuries injured killed dead wounded figure figures "
        "total totals number numbers count counts data course whole all victims rise fall increase "
        "decline drop change bombings blasts clashes militants outlaws terrorists civilians "
        "those that one ones level record records"
    ).split(),
    ("period", "Police {} in 2023 that 12 boats sank.", None): (
        "said says told reported announced added confirmed wrote published released issued printed"
    ).split(),
    ("period", "The report {} 2023 has 12 deaths.", None): ["of"],
    ("period", "The {} of 2023 has 12 deaths.", None): (
        "report reports edition editions index version versions release releases survey surveys "
        "review reviews"
    ).split(),
    ("period", "The 2023 {} has 12 deaths.", None): "report edition index study survey".split(),
    ("period", "{} 2023 CRSS counted 12 deaths.", "2023"): "In During For".split(),
}

SAID = {
    another_speaks: {
        "A minister {} it.": (
            "said says say claim claims claimed put puts count counts counted record records recorded "
            "report reports reported list lists listed give gives gave spoke speak speaks told "
            "estimates estimated believes believed think thinks thought write writes wrote states "
            "stated announces announced confirms confirmed has had have cites cited quotes quoted"
        ).split(),
        "There {} said it.": (
            "some others many most few people locals residents observers experts analysts everyone "
            "everybody nobody someone somebody critics"
        ).split(),
    },
    names_another_body: {
        "{} institute has 12.": "another other rival second different one a an".split(),
        "Another {} has 12.": (
            "institute body tank paper newspaper count group source report study index tally "
            "organization organisation agency"
        ).split(),
    },
    elsewhere: {
        "It has 12 deaths {}.": (
            "there|elsewhere|abroad|overseas|beyond|across the sea|over the border|neighbours"
            "|neighboring|province|provincial|district|region|regional|north|northern|south|east|west"
            "|western|city|cities|capital|town|towns|village|villages|world|worldwide|global"
            "|globally|international|border"
        ).split("|"),
    },
    is_counter: {
        "Gazette {}": (
            "Institute Centre Center Bureau Index Program Programme Project Portal Ministry Database "
            "Office Agency Commission Council Observatory Foundation Organization Organisation "
            "University Bank Studies"
        ).split(),
    },
    is_body: {
        "the {}": (
            "military army police ministry authorities official officials government forces"
        ).split(),
    },
    forces_as_subject: {
        "The {} has a tally.": "military|army|police|ministry|interior ministry|government".split("|"),
        "The military {} a tally.": "has had keeps gives counts says publishes put puts".split(),
    },
    counts_from_today: {
        "{}": (
            "last year|this year|next year|past week|coming week|current year|a year ago|today"
            "|yesterday|tonight|tomorrow|so far|to date"
        ).split("|"),
    },
    lambda text: bodies_named(text, subject=True): {
        "PIPS {} 12 deaths.": "counts counted put gave kept found had count report figures".split(),
        "PIPS {} counted 12 deaths.": "has had also now later".split(),
    },
    lambda text: not unknown_name(text, (), ""): {
        "{} people died.": (
            "A According Across Actions Acts Again All Also Although An And Another Around As Ask Asked "
            "At Attacks Authorities Between Both But By Casualties Civilians Combined Counter-terror "
            "Counting Data Deaths During Each Even Every Far Fatalities Few Figures Findings First Five "
            "For Four From Given Half Having He Her Here His How However If In Incidents Index "
            "Injuries Instead Insurgents It Its Just Key Last Later Least Less Let Like Lives Long Look "
            "Main Many Meanwhile Militant Militants More Most Much My Nearly Never New Nine No Nobody Nor "
            "Not Nothing Now Of Officials Old On Once One Only Operations Or Other Our Out Outlaws Over "
            "Overall People Perhaps Police Put Rather Same Second Seen Seven She Since Six So Some "
            "Somebody Start Still Take Ten Terror Terrorism Terrorist That The Their Then There These "
            "They Third This Those Three Through Thus To Today Together Too Total Twelve Twice Two Under "
            "Until Up Very Violence Violent Was We Well Were What When Where Whether Which While Who Whose "
            "Why With Without Would Yes Yet You Your"
        ).split(),
        "It cites the {} too.": (
            "Index Institute Centre Center Program Programme Portal Ministry Database Bureau Report"
        ).split(),
        "It was in {} too.": "January Monday Rs I Annual Security Report Year".split(),
    },
    lambda text: not relative_year("last year", text, text.index("last year"), date(2024, 1, 10)): {
        "It counted 12 deaths {} last year.": (
            "since|until|till|by|before|after|from|late|early|earlier|mid|end|end of|half of|months of"
            "|month of|quarter of|part of|most of|much of|start of|beginning of|than|over|on|with|to"
            "|against|of|and|between|through|March|spring|summer|autumn|fall|winter"
        ).split("|"),
    },
}  # fmt: skip


def read(text: str, attribute: str) -> object:
    """Return one attribute of the last claim of a text."""
    found = find_claims(text)
    return getattr(found[-1], attribute) if found else "no claim"


CONTROL = {
    "The {} CRSS counts 12 deaths.": "Gazette",
    "{} Gazette House reported 12 deaths.": "Silver",
    "CRSS {} the number. It has 12 deaths.": "printed",
}
"""What stands in the gap instead of `NO_WORD`, where that is no word which can stand there."""


def control_of(template: str, words: list[str]) -> str:
    """Return a word of no list, with a capital where the words of a frame have one."""
    return CONTROL.get(template, NO_WORD.title() if words[0][0].isupper() else NO_WORD)


@pytest.mark.parametrize("frame", FRAMES, ids=[f"{a}: {t[-50:]}" for a, t, _ in FRAMES])
def test_a_sentence_needs_each_word_in_its_gap(frame: tuple[str, str, str | None]) -> None:
    attribute, template, expected = frame
    words = {word: read(template.format(word), attribute) for word in FRAMES[frame]}
    assert words == {word: expected and expected.format(word) for word in words}
    control = control_of(template, FRAMES[frame])
    if "{}" not in (expected or ""):
        assert read(template.format(control), attribute) != expected


CASES = [(function, template, words) for function, frames in SAID.items()
         for template, words in frames.items()]  # fmt: skip


@pytest.mark.parametrize(
    ("function", "template", "words"), CASES, ids=[template for _, template, _ in CASES]
)
def test_what_is_said_of_a_sentence_needs_each_word(function, template, words) -> None:
    assert [word for word in words if not function(template.format(word))] == []
    assert not function(template.format(control_of(template, words)))
