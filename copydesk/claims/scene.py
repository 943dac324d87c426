"""What a text has named up to a sentence, by paragraph: the memory that parts are carried from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from copydesk.claims.mentions import source_key


@dataclass(frozen=True)
class Named:
    """A source, a year or a place, and the sentence that named it."""

    value: str
    sentence: int


@dataclass(frozen=True)
class Scene:
    """What one paragraph has named so far: its sources and places, and its last periods.

    Attributes
    ----------
    sources, places : tuple of Named
        Each once, by its key, in order.
    periods : tuple of Named
        The periods of the last sentence that gave any: ``"2023"``, ``"January to October 2024"``.
    measures : tuple of Named
        What the figures of the last sentence with figures count.
    broken : bool
        A sentence of it neither names a source nor points back at one.
    dead_or_hurt : tuple of Named
        Whether its last sentence that speaks of people counts the dead or the hurt.
    names : str
        A name that may be another place or party than those that were read; empty if none.
    moved : bool
        It has gone on to a time that was not read: "the year after", "in the spring".
    shifted, before : str
        Words for another place, in a paragraph of one sentence: in it, and in the one before it.
    begun : bool
        It has a sentence.
    """

    sources: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    periods: tuple[Named, ...] = ()
    measures: tuple[Named, ...] = ()
    broken: bool = False
    names: str = ""
    dead_or_hurt: tuple[Named, ...] = ()
    moved: bool = False
    shifted: str = ""
    before: str = ""
    begun: bool = False


@dataclass(frozen=True)
class Memory:
    """What a text has said up to a sentence.

    Attributes
    ----------
    here, before : Scene
        The paragraph of the sentence, and the last one before it that named a source.
    intro : Scene or None
        The paragraph that a list belongs to.
    end : int
        Where the last sentence ended.
    opens_list : bool
        The last sentence ended in a colon.
    bodies : tuple of Named
        The bodies that count, each once.
    years : tuple of Named
        Every calendar year that dated something, each once.
    frames : mapping of str to Scene
        For each source, the places and years of its figures.
    country : Named or None
        The one country of the article.
    last_places : tuple of Named
        The places of the last sentence with figures that named any.
    figure_places : tuple of Named
        Every place that a figure was given, each once.
    strange : str
        A name that may be another place, in a sentence since the last one that gave a place.
    bases : frozenset of str
        Years that later ones were compared with, and that no figure stood alone for.
    """

    here: Scene = field(default_factory=Scene)
    before: Scene = field(default_factory=Scene)
    intro: Scene | None = None
    end: int = 0
    opens_list: bool = False
    bodies: tuple[Named, ...] = ()
    years: tuple[Named, ...] = ()
    frames: Mapping[str, Scene] = field(default_factory=dict)
    country: Named | None = None
    last_places: tuple[Named, ...] = ()
    figure_places: tuple[Named, ...] = ()
    strange: str = ""
    bases: frozenset[str] = frozenset()


def distinct(names: Iterable[Named]) -> tuple[Named, ...]:
    """Keep each name once, by its key."""
    return tuple({source_key(name.value): name for name in reversed([*names])}.values())[::-1]


def joined(old: tuple[Named, ...], new: tuple[Named, ...]) -> tuple[Named, ...]:
    """Add new names to old ones; a name that comes again is kept as it was last printed."""
    keys = {source_key(name.value) for name in new}
    return (*(name for name in old if source_key(name.value) not in keys), *new)
