"""The invented page of which the examples of rules by place are made."""

HEAD = "New bridge wins a vote"
LONG_HEAD = f"{HEAD} of the council after nine hours and a fire alarm"
ONE = "The council met on Monday and it voted for the new bridge by nine votes to four."
TWO = "The bridge will be open to lorries and cars by the end of the year, the mayor said."
THREE = "It will cost 40 million, which is twice what the council had planned for it in 2019."
MORE = (
    "Two members of the council asked for a second vote, and the mayor turned them down.\n"
    "“We have talked about this for eleven years, and I would like to cross it,” she said.\n"
    "Work will start in March, when the river is low and the old bridge can be closed."
)
TEXT = f"{ONE}\n{TWO}\n{THREE}"
MENU = "Politics and council\nBoats and harbours\nMuseums and parks\nSchools and roads"
FACTS = "* Length: 310 metres\n* Lanes: two\n* Weight: 4,100 tonnes"
OLD = "is old, and the mayor told the council of it."
LIST = (
    f"1. The pier\nThe pier {OLD}\n2. The yard\nThe yard {OLD}\n"
    f"3. The mole\nThe mole {OLD}\n4. The ferry\nThe ferry {OLD}"
)
ASKED = (
    f"Who owns the pier now?\nThe pier {OLD}\nWho owns the yard now?\nThe yard {OLD}\n"
    f"Who owns the mole now?\nThe mole {OLD}\nWho owns the ferry now?\nThe ferry {OLD}"
)
