"""Who has been named so far in a text, so that "Asif", "he" and "it" find their full name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from copydesk.language.phrases import (
    Phrase,
    cut,
    is_party_noun,
    phrase_after,
)
from copydesk.language.roles import is_honorific, split_role
from copydesk.language.tokens import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    Token,
    bare,
    join,
)
from copydesk.lexicons import party_nouns, signals, states

_NO_NAME = STOPS | PRONOUNS | PREPOSITIONS | {"both"}  # "While Ruiz", "In Lisbon", "Both Ruiz"
_DESCRIBES = frozenset({"a", "an", "the", "who"})


def _name_beside(tokens: Sequence[Token], comma: int) -> str:
    """Return the name in an aside after a comma: "The mayor, | Dr Ana Ruiz |, ..."."""
    links = {"of", "for", "and", "the"}
    aside = takewhile(lambda token: token.is_name or token.lower in links, tokens[comma + 1 :])
    words = [token.text for token in aside][:12]
    return " ".join(words) if sum(word[0].isupper() for word in words) > 1 else ""


def _end_of_opener(tokens: Sequence[Token]) -> int | None:
    """Return where the phrase that opens a sentence ends: "The operator | left"."""
    phrase = phrase_after(tokens, 0)
    if phrase is None or phrase.last == len(tokens):
        return None
    noun = next((i for i in range(phrase.last) if is_party_noun(tokens[i].lower)), None)
    last = phrase.last if noun is None or tokens[noun + 1].is_name else noun + 1
    vague = tokens[0].lower in {"a", "an"} and tokens[last].lower in PREPOSITIONS
    return None if vague else last  # "A report of ..."


def _without_owner(word: str) -> str:
    return re.sub(r"(?<=s)[’']$|[’']s$", "", word)


def _without_state(name: Sequence[str]) -> list[str]:
    """Return the words of a name without what stands before it: "US envoy", "U.N. Ana Ruiz"."""
    words = [re.sub(r"[’']s$", "", word) for word in name]
    return list(
        dropwhile(lambda word: word.lower() in states() or re.fullmatch(r"[A-Z.]{2,}", word), words)
    )


def _may_be_person(words: Sequence[str]) -> bool:
    is_state = bool(words) and words[-1].lower() in states()
    return bool(words) and not is_state and not any(word.lower() in party_nouns() for word in words)


def _runs_of_names(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], Token, Token]]:
    """Yield each run of words with a capital, and the two tokens after it."""
    run: list[Token] = []
    end = Token(".", ".", 0, 0)
    for token, following in pairwise([*tokens, end, end]):
        is_name = token.is_name and token.lower not in _NO_NAME
        of_a_body = token.lower == "of" and run and run[-1].lower in party_nouns()
        links = of_a_body and following.is_name  # "the Ministry | of | Water"
        if links or (is_name and not (run and run[-1].lower.endswith("'s"))):
            run.append(token)
            continue
        if run:
            yield run, token, following
        run = [token] if is_name else []


class People:
    """Who has been named so far in one text.

    Attributes
    ----------
    full : dict of str to str
        The full name under the last name, in lower case.
    bodies : dict of str to str
        The full name of a body under its last word, in lower case.
    persons : set of str
        The full names that are known to be of persons.
    last_person, last_body : str or None
        Whom "he" and "it" mean next.
    last_group : str or None
        Whom "they" means next, if several opened a sentence: "two ministers".
    subject : str or None
        Who opens the sentence that was read last, if it is a person.
    """

    def __init__(self) -> None:
        self.full: dict[str, str] = {}
        self._names: set[str] = set()
        self.bodies: dict[str, str] = {}
        self.persons: set[str] = set()
        self.last_person: str | None = None
        self.last_body: str | None = None
        self.last_group: str | None = None
        self.subject: str | None = None
        self._opener: str | None = None
        self._last_named: str | None = None
        self._counters: set[str] = set()
        self._states: dict[str, None] = {}  # a dict keeps the order

    def counters(self) -> frozenset[str]:
        """Return the last words of those who gave a figure so far, in lower case."""
        return frozenset(self._counters)

    def read(self, tokens: Sequence[Token]) -> None:
        """Note the names of a sentence; who opens it is whom "he" or "it" means next."""
        he = tokens[0].lower in {"he", "she"}
        self.subject = self.subject or self.last_person if he else None
        self._states |= {
            states()[w].adjective: None for t in tokens if t.is_name and (w := bare(t)) in states()
        }
        first = tokens[tokens[0].lower == "for"]  # "For Ana Ruiz, a nurse, ..."
        for run, after, following in _runs_of_names(tokens):
            opens = run[0] is first
            self._note(run, opens)
            described = following.lower in _DESCRIBES or following.lower in party_nouns()
            if opens and after.text == "," and described:
                self._describe(join(run))  # "Omar Ali, a nurse": somebody, and who "he" is next
        self._open(tokens)

    def _open(self, tokens: Sequence[Token]) -> None:
        """Note who opens a sentence: "The agency has", "Another body, the Office, has"."""
        last = _end_of_opener(tokens)
        if last is None:
            return
        run = tokens[:last]
        noun = run[-1].lower
        kind = "body" if join(run).lower() in states() else party_nouns().get(noun)
        name = _name_beside(tokens, last) if tokens[last].text == "," else ""
        is_body = name.lower().startswith("the ")
        person = self.full.get(name.split()[-1].lower()) if name and not is_body else None
        if run[0].lower in DETERMINERS and (person or kind == "person"):
            self.last_person = self.subject = person or join(run)
        elif kind != "person" and is_body:
            self.last_body, self.last_group = name[4:], None
        else:
            self._open_body(run, kind)

    def _open_body(self, run: Sequence[Token], kind: str | None) -> None:
        """Note a body, or several people, that opens a sentence."""
        printed, noun = join(run), run[-1].lower
        if kind == "body" and (run[0].lower in DETERMINERS or len(run) == 1):
            known = self.bodies.get(noun) if len(run) == 2 else None
            self.last_body, self.last_group = known or printed, None
        elif kind is None and noun.endswith("s") and is_party_noun(noun):
            self.last_group = printed

    def _note(self, run: Sequence[Token], opens: bool) -> None:
        """Note a name: a person under the last name, a body under its noun."""
        role, name = split_role([token.text for token in run])
        words = _without_state(name)
        known = None
        if _may_be_person(words) and (role or run[0].text != "The"):  # "The Daily Example"
            known = self._note_person(words, bool(role) or is_honorific(run[0].text))
        else:
            self._note_body(run)
        if opens and known:
            self.subject = self._opener = known
        known = self.full.get(words[-1].lower()) if words else None
        if opens and known in self.persons:
            self.last_person = known

    def _note_person(self, words: Sequence[str], is_introduced: bool) -> str | None:
        """Note a person, and return the full name if the text gave one."""
        if 2 <= len(words) <= 4:
            self._names.add(self.full.setdefault(words[-1].lower(), " ".join(words)))
            if is_introduced:
                self._last_named = " ".join(words)
                self.persons.add(self._last_named)
        return self.full.get(words[-1].lower())

    def _note_body(self, run: Sequence[Token]) -> None:
        noun = next((one.lower for one, of in pairwise(run) if of.lower == "of"), run[-1].lower)
        if len(run) > 1 and noun in party_nouns():
            self.bodies[noun] = " ".join(token.text for token in run)

    def _describe(self, name: str) -> None:
        if name in self._names:
            self.persons.add(name)
            self.last_person = name

    def names(self, text: str, tokens: Sequence[Token], phrase: Phrase) -> list[tuple[str, str]]:
        """Return each speaker whom a phrase means: two for "both governments" of two states."""
        *opening, last = (token.lower for token in tokens[phrase.first : phrase.last])
        both = last in signals("both states") and opening in (["both"], ["the", "two"])
        if both and len(self._states) == 2:
            return [(f"the {state} government", "") for state in self._states]
        return [self.name(text, tokens, phrase)]

    def name(self, text: str, tokens: Sequence[Token], phrase: Phrase) -> tuple[str, str]:
        """Return a speaker's name, in full where the text gave it, and the printed role."""
        printed = _without_owner(cut(text, tokens, phrase))  # "the Harbour Office's count"
        words = [token.text for token in tokens[phrase.first : phrase.last]]
        words[-1] = _without_owner(words[-1])
        meant = self._meant(words)
        if meant is not None:
            return meant or printed, ""
        role, name = split_role(words)
        if not name:
            return self._without_a_name(words, printed, phrase.beside)
        said = " ".join(name)
        if len(name) == 1 and not role:
            said = self.full.get(name[0].lower(), said)
        description = "" if re.fullmatch(r"[\d ]*", phrase.beside) else phrase.beside  # an age
        return said, ", ".join(filter(None, [role, description]))

    def _meant(self, words: Sequence[str]) -> str | None:
        """Return whom "he", "they" or "its statement" means: empty if unknown, else ``None``."""
        he, it = self.last_person or "", self.last_body or ""
        known = he or self._last_named or self._opener or ""
        they = self.last_group or it
        alone = dict.fromkeys(["he", "she", "his", "her", "him"], known)
        alone |= {"it": it, "its": it, "they": they, "their": they, "them": they}
        first = words[0].lower()
        if len(words) == 2 and words[1].lower() in signals("speaks for its owner"):
            return {"his": he, "her": he, "its": it, "their": they}.get(first) or None
        return alone.get(first) if len(words) == 1 else None

    def _without_a_name(self, words: Sequence[str], printed: str, beside: str) -> tuple[str, str]:
        """Return the name beside a description, or the full name of a body: "the union"."""
        names = beside.split()
        is_name = bool(names) and len(names) <= 4 and all(name[:1].isupper() for name in names)
        if is_name and states().keys().isdisjoint(re.split(r"[\s-]+", beside.lower())):
            return beside, printed  # "the mayor, Ana Ruiz, said"
        is_short = len(words) == 2 and words[0].lower() == "the"
        known = self.bodies.get(words[-1].lower()) if is_short else None
        return known or printed, ""

    def spoke(self, speaker: str, counts: bool) -> None:
        """Remember who spoke last, and whether it was to give a figure."""
        if counts:
            initials = "".join(word[0] for word in speaker.split() if word[0].isupper())
            self._counters |= {speaker.split()[-1].lower(), initials.lower()}
        noun = speaker.split()[-1].lower() if speaker.split() else ""
        if speaker in self._names or party_nouns().get(noun) == "person":
            self.persons.add(speaker)
            self.last_person = speaker
        elif noun.endswith("s") and noun not in party_nouns() and is_party_noun(noun):
            self.last_group = speaker
        else:
            self.last_body, self.last_group = speaker, None
