"""Lesson 04, second half: who stands where toward whom, and which words show it.

``stance_toward`` asks one question: does this text speak well or badly of one named party? It
adds up the cues of ``cues``. "0" means that no clear cue was found, which is not the same
as fairness. ``find_stances`` asks the same of the words of every speaker.
"""

from copydesk.stance.attribution import attributions
from copydesk.stance.cues import Cue
from copydesk.stance.places import Attribution
from copydesk.stance.sides import PartyStance, Stance, find_stances, stance_toward

__all__ = [
    "Attribution",
    "Cue",
    "PartyStance",
    "Stance",
    "attributions",
    "find_stances",
    "stance_toward",
]
