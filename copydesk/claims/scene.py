"""What a text has named up to a sentence, by paragraph: the memory that parts are carried from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from copydesk.claims.mentions import source_key


@dataclass(frozen=True)
class Named:
    """A source, a year or a place, and the sentence that named it."""

    value: str
    sentence: int


class Doubt:
    """Whether sentences may speak of another place; worked out when it is asked for, and once.

    Most figures have a place of their own, and ask for none.

    Parameters
    ----------
    ask : callable
        Whether the last of the sentences does.
    before : Doubt or None
        The same for the sentences before it.

    Examples
    --------
    >>> bool(Doubt(lambda: "", Doubt(lambda: "Sindh"))), bool(Doubt(lambda: ""))
    (True, False)
    """

    __slots__ = ("_answer", "_ask", "_before")

    def __init__(self, ask: Callable[[], object], before: Doubt | None = None) -> None:
        self._ask, self._before = ask, before
        self._answer: bool | None = None

    def __bool__(self) -> bool:
        """Ask each sentence that was not asked yet, without a call inside a call."""
        waiting: list[Doubt] = []
        doubt: Doubt | None = self
        while doubt is not None and doubt._answer is None:
            waiting.append(doubt)
            doubt = doubt._before
        answer = doubt is not None and bool(doubt._answer)
        for doubt in reversed(waiting):
            answer = answer or bool(doubt._ask())
            doubt._answer, doubt._before = answer, None
        return answer


NO_DOUBT = Doubt(bool)


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
    names : Doubt
        Whether a name may be another place or party than those that were read.
    moved : bool
        It has gone on to a time that was not read: "the year after", "in the spring".
    shifted, before : Doubt
        Whether a paragraph of one sentence speaks of another place: it, and the one before it.
    begun : bool
        It has a sentence.
    """

    sources: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    periods: tuple[Named, ...] = ()
    measures: tuple[Named, ...] = ()
    broken: bool = False
    names: Doubt = NO_DOUBT
    dead_or_hurt: tuple[Named, ...] = ()
    moved: bool = False
    shifted: Doubt = NO_DOUBT
    before: Doubt = NO_DOUBT
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
    strange : Doubt
        Whether a sentence since the last one that gave a place may speak of another one.
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
    strange: Doubt = NO_DOUBT
    bases: frozenset[str] = frozenset()


def distinct(names: Iterable[Named]) -> tuple[Named, ...]:
    """Keep each name once, by its key."""
    return tuple({source_key(name.value): name for name in reversed([*names])}.values())[::-1]


def joined(old: tuple[Named, ...], new: tuple[Named, ...]) -> tuple[Named, ...]:
    """Add new names to old ones; a name that comes again is kept as it was last printed."""
    keys = {source_key(name.value) for name in new}
    return (*(name for name in old if source_key(name.value) not in keys), *new)
