"""Whether a sentence says that a thing was destroyed: the verbs for it, each with its frame.

A verb counts only where the thing is what it acts on: "pulled the bridge down" and "the bridge was
pulled down", and not "walked down the bridge".
"""

from __future__ import annotations

import re

_ALONE = """
    demolish dismantl destroy bulldoz raz level flatten fell toppl dynamit implod
    annihilat obliterat eliminat eradicat eras pulveri[sz] smash shatter wreck ruin crush scrap
    deconstruct disassembl unbuil[dt] uproot overturn remov collaps detonat blast
"""
_WITH_PARTICLE = (
    (
        """pull bring brought take taking took tear tore torn knock break broke struck cut burnt
        blow blew throw threw push smash rip chop hack hammer strike""",
        "down",
    ),
    (
        "take taking took pull tear tore torn blow blew break broke rip cut pick hammer",
        "(?:apart|(?:in)?to (?:pieces|bits|shreds))",
    ),
    ("blow blew smash break broke burnt dug rip tear tore torn pull cut", "up"),
    ("clear take taking took cart carried cut tear tore torn swept haul chip", "away"),
    ("wipe knock", "(?:out|over|off the map)"),
    ("push tip", "over"),
)
_PHRASES = (
    r"(?:reduc|turn|pound|blast|blow|blew|blown|crush|smash|grind|ground)\w* (?:.{0,60}? )?"
    r"(?:in)?to (?:a (?:heap|pile) of )?(?:rubble|ruins?|dust|debris|scrap|pieces|bits|stones|"
    r"nothing|the ground|a ruin)",
    r"(?:raz|burn|level|pull|bring|brought|knock|tear|tore)\w* (?:.{0,60}? )?to the ground",
    r"(?:left|leaving|leave) (?:.{0,60}? )?(?:in (?:ruins|pieces|rubble)|nothing of|no trace)",
    r"(?:put|brought|made) an end to|made (?:short work|an end) of",
    r"(?:got|get|gotten|getting) rid of|did away with|do(?:ne)? away with|finish\w* off",
    r"(?:is|was|are|were|lay|lies) (?:now )?(?:gone|no more|in (?:ruins|pieces|rubble))|"
    r"no longer (?:exists?|stands?|there)|ceased to exist|came down|fell (?:down|to)",
    r"disappear\w*|vanish\w*",
    r"lost (?:its|the) (?:old )?bridge",
    r"(?:made|let|caused|forced) (?:.{0,60}? )?(?:fall|come down|crumble)",
    r"\b(?:demolition|destruction|dismantling|removal|razing|levelling|leveling|bulldozing|"
    r"blasting|tearing down|pulling down|taking down) of\b",
)
_PARTS = "pillar|railing|sign|lamp|paint|roof|light|graffiti|snow|debris|rubble|car|traffic|statue"
_ACT = re.compile(
    r"\b(?:{alone})\w*|{particles}|{phrases}".format(
        alone="|".join(_ALONE.split()),
        particles="|".join(
            rf"\b{verb}\w* (?:(?!{_PARTS})[\w'’-]+ ){{0,6}}?{particle}\b"
            for verbs, particle in _WITH_PARTICLE
            for verb in [f"(?:{'|'.join(verbs.split())})"]
        ),
        phrases="|".join(_PHRASES),
    )
)
_ONLY_A_PART = re.compile(
    rf"\b(?:{_PARTS})s?\b.{{0,30}}\b(?:of|from|on) the (?:old )?bridge|"
    r"\b(?:part|half|piece|section|side|end) of the (?:old )?bridge"
)
_OTHER_OBJECT = re.compile(
    r"(?:road|street|house|wall|tower|building|fence|hut|tree|rock)s? (?:near|beside|by|at|under|"
    r"next to|on|behind|in front of) the (?:old |misalabad )?bridge|"
    r"\b\w+ (?:near|beside|next to|close to|behind|in front of|opposite) the "
    r"(?:old |misalabad )?bridge"
)


_NOT_YET = re.compile(
    r"n['’]t\b|\b(?:not|never|no|none|nobody|nothing|failed|will|shall|may|might|could|would|"
    r"should|(?<!of )(?<!after )(?<!long )(?<!as )plan\w*|want\w*|hop(?:e|ed|ing)|cannot|"
    r"going to|about to|ready to|prepar\w*|"
    r"tr(?:y|ied|ying) to|attempt\w*|almost|nearly|beg[aiu]n\w*|start\w*|consider\w*|"
    r"decid\w*|order\w*|if|threaten\w*|refus\w*|agreed to|due to|"
    r"propos\w*|intend\w*|promis\w*|ask\w*|saved?|prevent\w*)\b"
)
_GONE = re.compile(r"\b(?:no longer|no more|no trace|nothing of|ceased)\b")
_LOOKED_ON = re.compile(
    r"\bengineers? (?:\w+ )?(?:watch|saw|film|heard|inspect|visit|discuss|regret|welcom|report|"
    r"said|note|criticis|mourn)\w*|"
    # "Engineers from the army", "engineers and soldiers": then it is their own act.
    r"(?<!\bfrom )(?<!\bof )(?<!\bfor )(?<!\band )(?<!\bwith )"
    r"\b(?:soldiers|rebels|workers|militants|troops|insurgents|the army|a storm|"
    r"a flood|the flood|an earthquake) \w+"
)


def is_done(sentence: str) -> bool:
    """Say whether a sentence tells of something that was done, and not of a plan or a failure.

    Examples
    --------
    >>> is_done("Engineers razed the bridge."), is_done("Engineers will raze the bridge.")
    (True, False)
    >>> is_done("The bridge is no more.")
    True
    """
    return not _NOT_YET.search(_GONE.sub("", sentence.lower()))


def others_act(sentence: str) -> bool:
    """Say whether the engineers of a sentence look on while it is done, or others do it.

    Examples
    --------
    >>> others_act("Engineers watched the demolition of the bridge.")
    True
    """
    return bool(_LOOKED_ON.search(sentence.lower()))


def act_on(thing: str, sentence: str) -> str:
    """Return the words with which a sentence says that a thing was destroyed, or nothing.

    Parameters
    ----------
    thing : str
        One word in small letters: "bridge".
    sentence : str

    Returns
    -------
    str

    Examples
    --------
    >>> act_on("bridge", "Engineers pulled the old bridge down.")
    'pulled the old bridge down'
    >>> act_on("bridge", "Engineers walked down the old bridge.")
    ''
    """
    text = " ".join(sentence.lower().split())
    if thing not in text or _ONLY_A_PART.search(text) or _OTHER_OBJECT.search(text):
        return ""
    found = _ACT.search(text)
    return found.group(0) if found else ""
