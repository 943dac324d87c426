"""Wordings of newsrooms that say one thing, beside those that say another with the same words."""

import pytest

from copydesk.claims import find_claims
from copydesk.verification import load_reference, verify

REFERENCE = load_reference()
BURKINA = "UCDP counted 4,251 deaths in Burkina Faso in 2024, "
PIPS = "PIPS counted 521 attacks in Pakistan in 2024, "
MALI = "Mali had 7.8 deaths from organised violence per 100,000 people"
RIGHT, WRONG, OPEN = "supported", "contradicted", "cannot tell"


def label_of(text: str, figure: str) -> str:
    claim = next(one for one in find_claims(text) if one.text.startswith(figure))
    return verify(claim, REFERENCE).label


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        # A record without years: a year of the series can break it, and none can settle it.
        (f"{BURKINA}its deadliest year on record.", "4,251", WRONG),
        (f"{BURKINA}an all-time high.", "4,251", WRONG),
        (f"{BURKINA}the most ever.", "4,251", WRONG),
        (f"{BURKINA}the lowest on record.", "4,251", WRONG),
        ("PIPS counted a record 521 attacks in Pakistan in 2024.", "521", WRONG),
        ("PIPS counted a record 1,717 attacks in Pakistan in 2013.", "1,717", OPEN),
        ("UCDP counted 165,025 deaths in Ethiopia in 2022, a record.", "165,025", OPEN),
        # As many times as many.
        (f"{PIPS}more than three times as many as in 2020.", "521", RIGHT),
        (f"{PIPS}three times as many as the year before.", "521", WRONG),
        (f"{PIPS}nearly double the number in 2022.", "521", RIGHT),
        (f"{PIPS}double the number a year earlier.", "521", WRONG),
        ("UCDP counted 7,837 deaths in Sudan in 2023, more than five times the number in 2022.",
         "7,837", RIGHT),
        (f"{PIPS}twice as many as in Afghanistan.", "521", OPEN),
        ("PIPS counted 146 attacks in Pakistan in 2020, half the number of 2019.", "146", WRONG),
        ("PIPS counted 625 attacks in Pakistan in 2015, half as many as in 2014.", "625", RIGHT),
        ("PIPS counted 2,084 attacks in Pakistan in 2024, four times as many as in 2023.", "2,084",
         WRONG),
        ("UCDP counted 112 deaths in Kenya in 2024, five times as many as in 2023.", "112", WRONG),
        ("UCDP counted 112 deaths in Kenya in 2024, triple the toll of the previous year.", "112",
         WRONG),
        (f"{PIPS}more than in 2023.", "521", RIGHT),
        (f"{PIPS}more than in the previous year.", "521", RIGHT),
        (f"{PIPS}fewer than in 2023.", "521", WRONG),
        (f"{PIPS}lower than in the year before.", "521", WRONG),
        (f"{PIPS}higher than in 2014.", "521", WRONG),
        (f"{PIPS}less than in 2014.", "521", RIGHT),
        ("Attacks in Pakistan more than doubled, from 517 in 2023 to 1,099 in 2024, according to "
         "the Global Terrorism Index 2025.", "1,099", RIGHT),
        (f"{PIPS}more than in 2023 and a record.", "521", OPEN),
        (f"{PIPS}more than in 2023 but fewer than in 2022.", "521", OPEN),
        *((f"{PIPS}{word} twice as many as in 2022.", "521", RIGHT)
          for word in ("nearly", "almost", "about")),
        (f"{PIPS}more than twice as many as in 2022.", "521", WRONG),
        (f"{PIPS}nearly twice as many attacks as in 2022.", "521", RIGHT),
        (f"{PIPS}nearly twice as many deaths as in 2022.", "521", OPEN),
        # What a figure moved from is of the year before, where it has no year of its own.
        ("In 2024 PIPS counted 521 attacks in Pakistan, up from 306.", "306", RIGHT),
        ("In 2024 PIPS counted 521 attacks in Pakistan, up from about 306.", "306", RIGHT),
        ("In 2024 PIPS counted 521 attacks in Pakistan, compared with 306.", "306", RIGHT),
        ("In 2024 PIPS counted 521 attacks in Pakistan, against 306 attacks.", "306", RIGHT),
        ("In 2024 PIPS counted 521 attacks in Pakistan, up from 262.", "262", WRONG),
        ("In 2024 PIPS counted 521 attacks in Pakistan, up from 262 in 2022.", "262", RIGHT),
        ("Attacks in Pakistan rose from 306 to 521 in 2024, PIPS said.", "306", RIGHT),
        ("Attacks in Pakistan rose to 521 in 2024 from 306, PIPS said.", "306", RIGHT),
        ("In 2024 PIPS counted 521 attacks in Pakistan, against 905 for PICSS.", "905", OPEN),
        # Who is dead, and who killed them.
        ("The military said 925 terrorists were killed in operations in Pakistan in 2024.", "925",
         RIGHT),
        ("The military said 925 terrorists killed 383 soldiers in Pakistan in 2024.", "925", OPEN),
        ("The military said 925 terrorists injured soldiers in Pakistan in 2024.", "925", OPEN),
        ("The military said 925 terrorists killed about 383 soldiers in Pakistan in 2024.", "925",
         OPEN),
        # Violence takes lives, and a speaker claims.
        ("Terrorist attacks claimed 852 lives in Pakistan in 2024, PIPS said.", "852", RIGHT),
        ("Terrorist attacks cost at least 852 lives in Pakistan in 2024, PIPS said.", "852", RIGHT),
        ("In 2021, terrorist attacks claimed the lives of 126 civilians in Pakistan, PIPS said.",
         "126", RIGHT),
        ("Attacks and operations together took 1,969 lives in Pakistan in 2024, PICSS said.",
         "1,969", RIGHT),
        ("Operations claimed 228 lives in Pakistan in 2020, CRSS said.", "228", RIGHT),
        ("Operations claimed 852 lives in Pakistan in 2024, PIPS said.", "852",
         "depends on definition"),
        ("Non-state violence claimed 10,905 lives in Mexico in 2024, UCDP says.", "10,905", RIGHT),
        ("One-sided violence claimed 10,905 lives in Mexico in 2024, UCDP says.", "10,905", WRONG),
        ("State-based conflict left 1,008 people dead in Mali in 2024, UCDP says.", "1,008", RIGHT),
        ("PIPS claimed 521 attacks took place in Pakistan in 2024.", "521", OPEN),
        ("Mali lost 1,901 people to organised violence in 2024, UCDP says.", "1,901", RIGHT),
        ("Mali lost 1,901 people in 2024, UCDP says.", "1,901", OPEN),
        ("In Mali 1,901 lives were lost to organised violence in 2024, UCDP says.", "1,901", RIGHT),
        ("Mali’s toll from organised violence slipped to 1,901 in 2024, UCDP says.", "1,901",
         RIGHT),
        ("Somalia’s toll from organised violence slipped to 4,216 in 2023, UCDP says.", "4,216",
         WRONG),
        ("State-based fighting killed 225 people in Colombia in 2024, UCDP says.", "225", RIGHT),
        ("Non-state fighting killed 664 people in Colombia in 2024, UCDP says.", "664", WRONG),
        ("Fighting in the north killed 225 people in Colombia in 2024, UCDP says.", "225", OPEN),
        ("Fighting in the north killed 925 people in Colombia in 2024, UCDP says.", "925", WRONG),
        ("State-based violence accounted for 225 deaths in Colombia in 2024, UCDP says.", "225",
         RIGHT),
        ("UCDP attributes 222 deaths in Colombia in 2024 to one-sided violence.", "222", RIGHT),
        ("UCDP attributes 664 deaths in Colombia in 2024 to state-based violence.", "664", WRONG),
        ("One-sided violence against civilians killed 222 people in Colombia in 2024, UCDP says.",
         "222", RIGHT),
        ("Nigeria saw 3,170 people die in organised violence in 2024, UCDP says.", "3,170", RIGHT),
        ("UCDP tallied 664 conflict deaths in Colombia in 2024.", "664", RIGHT),
        ("UCDP tallied 664 terrorism-related deaths in Colombia in 2024.", "664",
         "depends on definition"),
        # The same number may be of the same thing in other words: that is no other count.
        ("Colombia counted 664 victims of organised violence in 2024, according to UCDP.", "664",
         OPEN),
        ("Militants struck 521 times in Pakistan in 2024, PIPS said.", "521", OPEN),
        ("PIPS counted 521 foiled attacks in Pakistan in 2024.", "521", WRONG),
        ("CRSS leaves operations out and has 2,546 deaths in Pakistan in 2024.", "2,546",
         "depends on definition"),
        ("CRSS left operations out and had 372 deaths in Pakistan in 2020.", "372", RIGHT),
        ("UCDP counted 1,407 deaths in Sudan in 2022. In 2024 it counted 7,103.", "7,103", RIGHT),
        *(
            (f"{before} In 2024 it counted 7,103.", "7,103", OPEN)
            for before in (
                "UCDP counted 1,407 battle-related deaths in Sudan in 2022.",
                "UCDP counted 1,407 deaths of children in Sudan in 2022.",
                "UCDP counted 3.8 deaths a day in Sudan in 2022.",
                "By its low estimate UCDP counted 1,399 deaths in Sudan in 2022.",
                "UCDP may have counted 1,407 deaths in Sudan in 2022.",
            )
        ),
        ("UCDP counted 54 deaths in state-based violence in Sudan in 2022. In 2024 it counted "
         "7,103.", "7,103", WRONG),
        ("UCDP counted 54 deaths in state-based violence in Sudan in 2022. In 2024 it counted "
         "4,680.", "4,680", RIGHT),
        ("PIPS counted 262 suicide attacks in Pakistan in 2022. In 2024 it counted 521.", "521",
         OPEN),
        ("PIPS counted 262 attacks on the army in Pakistan in 2022. In 2024 it counted 521.",
         "521", OPEN),
        ("PIPS counted 262 attacks in Pakistan in 2022. In 2024 it counted 521.", "521", RIGHT),
        ("By its low estimate UCDP counted 1,399 deaths in Sudan in 2022 and 7,103 in 2024.",
         "7,103", OPEN),
        ("PIPS counted 306 attacks in Pakistan in 2023. In 2024 it rose 70 per cent.", "70", RIGHT),
        ("PIPS counted 30 suicide attacks in Pakistan in 2023. In 2024 it rose 70 per cent.", "70",
         OPEN),
        ("UCDP counted 2,304 deaths in non-state violence in Brazil in 2023. In 2024 they fell 34 "
         "per cent.", "34", WRONG),
        ("UCDP counted 2,304 deaths in non-state violence in Brazil in 2023. In 2024 they fell 33 "
         "per cent.", "33", RIGHT),
        ("UCDP counted 177 civilian deaths in Brazil in 2023. In 2024 they fell 34 per cent.", "34",
         OPEN),
        ("PIPS counted 262 suicide attacks in Pakistan in 2022. In 2023 it counted 306. In 2024 it "
         "counted 521.", "521", OPEN),
        ("UCDP counted 1,407 civilian deaths in Sudan in 2022. In 2023 it counted 7,837. In 2024 "
         "it counted 7,103.", "7,103", OPEN),
        ("CRSS counted 586 attacks in Pakistan in 2023. In 2024 it counted 2,546 deaths in them.",
         "2,546", "depends on definition"),
        ("UCDP counted 1,407 civilian deaths in Sudan in 2022. In 2024 it counted 7,103.", "7,103",
         OPEN),
        # A part of a whole that the sentence names first.
        ("Of the 693 people killed in attacks in Pakistan in 2023, 260 were civilians, PIPS said.",
         "260", RIGHT),
        ("Of the 1,124 people hurt in attacks in Pakistan in 2023, 260 were civilians, PIPS said.",
         "260", OPEN),
        ("Of all 693 killed in attacks in Pakistan in 2023, 330 were civilians, PIPS said.", "330",
         WRONG),
        ("Of those injured, 852 were killed in attacks in Pakistan in 2024, PIPS said.", "852",
         OPEN),
        ("Of those killed, 852 died in attacks in Pakistan in 2024, PIPS said.", "852", OPEN),
        # The share of a kind of violence is one of the series that adds it to the others.
        ("State-based violence made up 91 per cent of the deaths in Somalia in 2024, UCDP says.",
         "91", RIGHT),
        ("State-based violence made up 81 per cent of the deaths in Somalia in 2024, UCDP says.",
         "81", WRONG),
        ("In Mexico, 99 per cent of deaths from organised violence in 2024 were in non-state "
         "conflict, UCDP says.", "99", RIGHT),
        ("In Mexico, 99 per cent of deaths from one-sided violence in 2024 were in non-state "
         "conflict, UCDP says.", "99", OPEN),
        ("One-sided violence accounted for 33 per cent of the deaths in Colombia in 2024, UCDP "
         "says.", "33", RIGHT),
        ("One-sided violence accounted for 33 per cent of the attacks in Colombia in 2024, UCDP "
         "says.", "33", OPEN),
        ("State-based violence made up 91 per cent of civilian deaths in Somalia in 2024, UCDP "
         "says.", "91", OPEN),
        # What is worked out is in no series in which a comparison of it could be tested.
        (f"{MALI} in 2024, UCDP says.", "7.8", RIGHT),
        (f"{MALI} in 2024, twice as many as in 2023, UCDP says.", "7.8", OPEN),
        (f"{MALI} in 2024, the highest on record, UCDP says.", "7.8", OPEN),
        (f"{MALI} in 2024, up from 2 in 2023, UCDP says.", "7.8", OPEN),
        ("PIPS counted 1.42 attacks a day in Pakistan in 2024.", "1.42", RIGHT),
        ("PIPS counted 1.43 attacks a day in Pakistan in 2024.", "1.43", RIGHT),
        ("PIPS counted 1.41 attacks a day in Pakistan in 2024.", "1.41", WRONG),
        ("PIPS counted more than 15 deaths a week in attacks in Pakistan in 2024.", "15", OPEN),
        ("Attacks in Pakistan fell by more than 100 per cent in 2024, the Global Terrorism Index "
         "found.", "100", WRONG),
        ("Attacks in Pakistan rose by more than 100 per cent in 2024, the Global Terrorism Index "
         "found.", "100", RIGHT),
        ("Deaths in Brazil fell by more than 34 per cent in 2024, UCDP said.", "34", RIGHT),
        ("Deaths in Brazil rose by less than 35 per cent in 2024, UCDP said.", "35", WRONG),
        ("The military counted 1,146 operations a week in Pakistan in 2024.", "1,146", RIGHT),
        ("The military counted 1,150 operations a week in Pakistan in 2024.", "1,150", RIGHT),
        ("Mali had 7.8 deaths from organised violence per 100,000 in 2024, UCDP says.", "7.8",
         RIGHT),
        (f"{MALI} in 2024, based on UCDP and World Bank data.", "7.8", RIGHT),
        (f"{MALI} in 2024, going by UCDP and World Bank figures.", "7.8", RIGHT),
        (f"{MALI} a month in 2024, UCDP says.", "7.8", WRONG),
        (f"{MALI} in 2024 a month, UCDP says.", "7.8", OPEN),
        ("Deaths in Brazil fell 34 per cent in 2024, the biggest fall on record, UCDP said.", "34",
         OPEN),
        ("Attacks in Pakistan rose 70 per cent in 2024, a record, PIPS said.", "70", OPEN),
        ("In Pakistan in 2024, CRSS counted 2,546 deaths: militants, 37 per cent, a ten-year high.",
         "37", OPEN),
        # More than in another year.
        ("Colombia saw 130 more deaths from organised violence in 2024 than in 2023, UCDP says.",
         "130", RIGHT),
        ("Colombia saw 664 more deaths from organised violence in 2024 than in 2023, UCDP says.",
         "664", WRONG),
        ("Kenya saw 112 fewer deaths from organised violence in 2024 than in 2023, UCDP says.",
         "112", RIGHT),
        ("Kenya saw 112 more deaths from organised violence in 2024 than in 2023, UCDP says.",
         "112", WRONG),
        # A rate is made of the figures of two bodies.
        ("Mali had 7.8 deaths from organised violence per 100,000 people in 2024, by UCDP and "
         "World Bank figures.", "7.8", RIGHT),
        ("Mali had 9.8 deaths from organised violence per 100,000 people in 2024, by UCDP and "
         "World Bank figures.", "9.8", WRONG),
        ("Mali had 1,901 deaths from organised violence in 2024, by UCDP and World Bank figures.",
         "1,901", "depends on definition"),
        ("Mali had 7.8 deaths from organised violence per 100,000 people in 2024, by UCDP and "
         "PIPS figures.", "7.8", OPEN),
        ("Organised violence killed 8 of every 100,000 people in Mali in 2024, UCDP says.", "8",
         RIGHT),
        # Short names of bodies and of the ends of an estimate; who they are.
        ("The Uppsala programme counted 1,901 deaths in Mali in 2024.", "1,901", RIGHT),
        ("UCDP counted 1,901 deaths in Mali in 2024, the programme said.", "1,901", RIGHT),
        ("UCDP counted 1,901 deaths in Mali in 2024, the ministry said.", "1,901", OPEN),
        ("Mali had 24.5 million people in 2024, the World Bank says, and the bank publishes it.",
         "24.5", OPEN),
        ("UCDP’s lower bound for deaths from organised violence in Mali in 2024 stands at 1,783.",
         "1,783", RIGHT),
        ("UCDP’s upper bound for deaths from organised violence in Mali in 2024 stands at 1,783.",
         "1,783", WRONG),
        ("PICSS recorded 905 militant attacks in Pakistan in 2024, in which 1,177 people were "
         "killed.", "905", RIGHT),
        ("PICSS recorded 905 militant attacks in Pakistan in 2024, leaving 1,177 people dead.",
         "1,177", RIGHT),
        ("The year 2024 saw 2,546 violence-linked deaths in Pakistan, CRSS said.", "2,546", RIGHT),
        ("Colombia ended 2024 with 664 deaths from organised violence, UCDP says.", "664", RIGHT),
        # First and last editions.
        ("CRSS first put deaths in Pakistan in 2023 at 1,524.", "1,524", RIGHT),
        ("CRSS first put deaths in Pakistan in 2023 at 1,533.", "1,533", WRONG),
        ("CRSS now puts deaths in Pakistan in 2023 at 1,533.", "1,533", RIGHT),
        ("CRSS now puts deaths in Pakistan in 2023 at 1,524.", "1,524", WRONG),
        # Where it was, and in which year.
        ("Khyber Pakhtunkhwa bore the brunt, with 295 attacks in 2024, PIPS said.", "295", RIGHT),
        ("Punjab bore the brunt, with 295 attacks in 2024, PIPS said.", "295", OPEN),
        ("Kenya is a country of 56 million people, World Bank data for 2024 show.", "56", RIGHT),
        ("Security forces carried out 257 operations in Pakistan in 2024, CRSS said.", "257",
         RIGHT),
        ("UCDP’s 4,251 deaths made 2024 the deadliest year in Burkina Faso since 2022.", "4,251",
         WRONG),
    ],
)  # fmt: skip
def test_a_wording_says_what_it_says(text: str, figure: str, label: str) -> None:
    assert label_of(text, figure) == label
