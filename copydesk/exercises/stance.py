"""The exercises of lesson 04_stance: whose words, which verb, and agreement beyond chance."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

from copydesk.exercises.model import Exercise, Misconception, Option, Quiz

VERBS = frozenset(
    {"admitted", "announced", "claimed", "denied", "feared", "reported", "said", "warned"}
)
"""The verbs of exercise 4.1, as the notebook gives them."""

JUDGING = frozenset({"admitted", "alleged", "boasted", "claimed", "insisted", "revealed"})
"""The verbs of exercise 4.2 that judge what is said, as the notebook gives them."""

_NOBODY = ("nobody named", "")
_SPEAKERS = ["The mayor", "A bridge engineer", "The union of bakers", "Two river guides"]
_NOUNS = ["bridge", "depot", "harbour", "market", "railway", "school"]
_STATES = ["closed", "open", "repaired", "safe"]


def _said(rng: random.Random) -> str:
    return f"the {rng.choice(_NOUNS)} was {rng.choice(_STATES)}"


# 4.1 ---------------------------------------------------------------------------------------------


def _speaker_and_verb(sentence: str) -> tuple[str, str]:
    words = sentence.split()
    for place, word in enumerate(words):
        if word in VERBS:
            speaker = " ".join(words[:place])
            return ("nobody named" if speaker == "It was" else speaker), word
    return _NOBODY


def _no_verb_of_nobody(sentence: str) -> tuple[str, str]:
    speaker, verb = _speaker_and_verb(sentence)
    return speaker, "" if speaker == "nobody named" else verb


def _sentences_with_verbs(rng: random.Random) -> list[tuple[str]]:
    first, second, third = rng.sample(_SPEAKERS, 3)
    verbs = sorted(VERBS - {"denied", "said"})
    sentences = [
        f"{first} {rng.choice(verbs)} that {_said(rng)}.",
        f"{second} {rng.choice(verbs)} that {_said(rng)}.",
        # A verb inside what is said, and the same two the other way round.
        f"{third} said that the council denied the charge.",
        f"{third} denied that the council said so.",
        f"It was {rng.choice(['claimed', 'feared', 'reported'])} that {_said(rng)}.",
        f"The village reclaimed the field near the {rng.choice(_NOUNS)}.",  # holds "claimed"
        f"The {rng.choice(_NOUNS)} opened on Monday.",
    ]
    rng.shuffle(sentences)
    return [(sentence,) for sentence in sentences]


def _one_word_speaker(sentence: str) -> tuple[str, str]:
    speaker, verb = _speaker_and_verb(sentence)
    return (speaker if speaker == _NOBODY[0] else speaker.split()[-1]), verb


def _it_was_speaks(sentence: str) -> tuple[str, str]:
    speaker, verb = _speaker_and_verb(sentence)
    return ("It was" if verb and speaker == _NOBODY[0] else speaker), verb


def _verb_in_the_speaker(sentence: str) -> tuple[str, str]:
    speaker, verb = _speaker_and_verb(sentence)
    return (speaker if speaker == _NOBODY[0] else f"{speaker} {verb}"), verb


def _words_for_speaker(sentence: str) -> tuple[str, str]:
    speaker, verb = _speaker_and_verb(sentence)
    said = sentence.partition(f" {verb} ")[2] if verb else ""
    return (speaker if speaker == _NOBODY[0] else said), verb


def _verb_first(sentence: str) -> tuple[str, str]:
    speaker, verb = _speaker_and_verb(sentence)
    return (verb, speaker) if verb else _NOBODY


def _verb_inside_a_word(sentence: str) -> tuple[str, str]:
    words = sentence.split()
    for place, word in enumerate(words):
        if any(verb in word for verb in VERBS):
            speaker = " ".join(words[:place])
            return ("nobody named" if speaker == "It was" else speaker), word
    return _NOBODY


def _last_verb(sentence: str) -> tuple[str, str]:
    words, found = sentence.split(), _NOBODY
    for place, word in enumerate(words):
        if word in VERBS:
            speaker = " ".join(words[:place])
            found = ("nobody named" if speaker == "It was" else speaker), word
    return found


def _only_said(sentence: str) -> tuple[str, str]:
    speaker, verb, _ = sentence.partition(" said ")
    return (speaker, verb.strip()) if verb else _NOBODY


# 4.2 ---------------------------------------------------------------------------------------------


def _pass_on(speaker: str, verb: str, words: str) -> str:
    return f"{speaker} {'said' if verb in JUDGING else verb} that {words}."


def _parts_of_sentences(rng: random.Random) -> list[tuple[str, str, str]]:
    judging = sorted(JUDGING - {"claimed"})
    first, second, third = rng.sample(_SPEAKERS, 3)
    parts = [
        (first, rng.choice(judging), _said(rng)),
        # What was said holds a judging verb of its own, and those words are not ours to change.
        (second, rng.choice(judging), f"nobody had claimed the {rng.choice(_NOUNS)}"),
        (third, "claimed", _said(rng)),
        (rng.choice(_SPEAKERS), "denied", _said(rng)),
        (rng.choice(_SPEAKERS), rng.choice(["announced", "wrote"]), _said(rng)),
    ]
    rng.shuffle(parts)
    return parts


def _every_verb_is_said(speaker: str, verb: str, words: str) -> str:
    return f"{speaker} said that {words}."


def _changes_the_words(speaker: str, verb: str, words: str) -> str:
    sentence = f"{speaker} {verb} that {words}."
    for judging in JUDGING:
        sentence = sentence.replace(judging, "said")
    return sentence


def _other_way_round(speaker: str, verb: str, words: str) -> str:
    return f"{speaker} {verb if verb in JUDGING else 'said'} that {words}."


def _drops_the_verb(speaker: str, verb: str, words: str) -> str:
    return _pass_on(speaker, verb, words) if verb not in JUDGING else f"{speaker}: {words}."


def _about_another_verb(answer: Any, speaker: str, verb: str, words: str) -> str:
    """Name the word that a sentence has where it should have another."""
    sentence, right = str(answer), _pass_on(speaker, verb, words)
    used = sentence.removeprefix(f"{speaker} ").partition(" ")[0]
    if sentence == right or sentence != f"{speaker} {used} that {words}.":
        return ""
    asked = "`said`, in the past" if verb in JUDGING else "the verb that is given"
    return f"It has `{used}` where the exercise asks for {asked}."


# 4.3 ---------------------------------------------------------------------------------------------

_Names = list[tuple[str, str]]


def _labels_of(rows: _Names, voice: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word, whose in rows:
        if whose == voice:
            counts[word.lower()] = counts.get(word.lower(), 0) + 1
    return counts


def _pages_with_labels(rng: random.Random) -> list[tuple[_Names, str]]:
    pages: list[tuple[_Names, str]] = [
        ([("Guards", "outlet"), ("guards", "outlet"), ("thieves", "the mayor")], "outlet"),
    ]
    for _ in range(4):
        first, second, third = rng.sample(
            ["fishers", "guards", "poachers", "rangers", "strikers"], 3
        )
        voice, other = rng.sample(["outlet", "the mayor", "the union"], 2)
        if len(pages) == 1 and voice == "outlet":  # not the outlet on every page
            voice, other = other, voice
        capital = (first.title(), voice)
        rows = [
            capital,
            (first, voice),
            *[(second, voice)] * rng.randint(2, 3),
            (third, voice),
            (first, other),
            *[(third.title(), other)] * rng.randint(1, 3),
        ]
        rng.shuffle(rows)
        if len(pages) == 1:  # the capital letter can also come last
            rows.remove(capital)
            rows.append(capital)
        pages.append((rows, voice))
    return pages


def _every_voice(rows: _Names, voice: str) -> dict[str, int]:
    return dict(Counter(word.lower() for word, _ in rows))


def _capitals_apart(rows: _Names, voice: str) -> dict[str, int]:
    return dict(Counter(word for word, whose in rows if whose == voice))


def _always_one(rows: _Names, voice: str) -> dict[str, int]:
    return {word.lower(): 1 for word, whose in rows if whose == voice}


def _always_the_outlet(rows: _Names, voice: str) -> dict[str, int]:
    return _labels_of(rows, "outlet")


def _counts_under_two_names(rows: _Names, voice: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word, whose in rows:
        if whose == voice:
            counts[word.lower()] = counts.get(word, 0) + 1
    return counts


def _all_the_other_voices(rows: _Names, voice: str) -> dict[str, int]:
    return dict(Counter(word.lower() for word, whose in rows if whose != voice))


# 4.4 ---------------------------------------------------------------------------------------------

_Table = tuple[int, int, int, int]


def _shares(table: _Table) -> tuple[float, float, float]:
    """Return the share observed, and the shares that each annotator calls against."""
    both, first, second, neither = table
    cases = sum(table)
    return (both + neither) / cases, (both + first) / cases, (both + second) / cases


def _kappa(both_against: int, only_first: int, only_second: int, both_neither: int) -> float:
    observed, one, two = _shares((both_against, only_first, only_second, both_neither))
    expected = one * two + (1 - one) * (1 - two)
    return (observed - expected) / (1 - expected)


def _small_tables(rng: random.Random) -> list[_Table]:
    tables: list[_Table] = [(3, 1, 1, 5), (1, 2, 1, 16)]
    for _ in range(4):
        tables.append((rng.randint(1, 4), rng.randint(1, 3), rng.randint(1, 3), rng.randint(6, 20)))
    return tables


def _observed(*table: int) -> float:
    return _shares(table)[0]  # type: ignore[arg-type]


def _without_brackets(*table: int) -> float:
    both, *_, neither = table
    expected = _chance_alone(*table)
    return (both + neither / sum(table) - expected) / (1 - expected)


def _coin(*table: int) -> float:
    return (_observed(*table) - 0.5) / 0.5


def _not_divided(*table: int) -> float:
    observed, one, two = _shares(table)  # type: ignore[arg-type]
    return observed - (one * two + (1 - one) * (1 - two))


def _no_last_brackets(*table: int) -> float:
    expected = _chance_alone(*table)
    return _observed(*table) - expected / (1 - expected)


def _first_annotator_twice(*table: int) -> float:
    observed, one, _ = _shares(table)  # type: ignore[arg-type]
    expected = one**2 + (1 - one) ** 2
    return (observed - expected) / (1 - expected)


def _no_brackets(*table: int) -> float:
    expected = _chance_alone(*table)
    return _observed(*table) - expected / 1 - expected


def _second_annotator_twice(*table: int) -> float:
    both, first, second, neither = table
    return _first_annotator_twice(both, second, first, neither)


def _chance_of_against_only(*table: int) -> float:
    observed, one, two = _shares(table)  # type: ignore[arg-type]
    return (observed - one * two) / (1 - one * two)


def _chance_alone(*table: int) -> float:
    _, one, two = _shares(table)  # type: ignore[arg-type]
    return one * two + (1 - one) * (1 - two)


def _rounded_kappa(*table: int) -> float:
    return round(_kappa(*table), 2)


# 4.5 ---------------------------------------------------------------------------------------------


def _agreement_on_stance(mine: list[str], theirs: list[str]) -> float:
    pairs = [
        pair for pair in zip(mine, theirs, strict=True) if any(one != "neither" for one in pair)
    ]
    return sum(one == other for one, other in pairs) / len(pairs)


def _two_annotators(rng: random.Random) -> list[tuple[list[str], list[str]]]:
    cases = [(["against", "neither", "neither"], ["against", "for", "neither"])]
    for _ in range(4):
        # Unequal counts, so that no two of the usual mistakes give the same number.
        only_mine = rng.randint(2, 3)
        only_theirs = only_mine + rng.randint(1, 2)
        pairs = (
            [("against", "against")] * rng.randint(3, 5)
            + [("for", "for")]
            + [("against", "for")] * rng.randint(1, 2)
            + [("for", "neither")] * only_mine
            + [("neither", "against")] * only_theirs
            + [("neither", "neither")] * rng.randint(7, 15)
        )
        rng.shuffle(pairs)
        cases.append(([one for one, _ in pairs], [other for _, other in pairs]))
    return cases


def _all_sentences(mine: list[str], theirs: list[str]) -> float:
    return sum(one == other for one, other in zip(mine, theirs, strict=True)) / len(mine)


def _both_have_a_stance(mine: list[str], theirs: list[str]) -> float:
    pairs = [pair for pair in zip(mine, theirs, strict=True) if "neither" not in pair]
    return sum(one == other for one, other in pairs) / len(pairs)


def _against_alone(mine: list[str], theirs: list[str]) -> float:
    pairs = [pair for pair in zip(mine, theirs, strict=True) if "against" in pair]
    return sum(one == other for one, other in pairs) / len(pairs)


def _only_where_i_have_one(mine: list[str], theirs: list[str]) -> float:
    pairs = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != "neither"]
    return sum(one == other for one, other in pairs) / len(pairs)


def _only_where_they_have_one(mine: list[str], theirs: list[str]) -> float:
    return _only_where_i_have_one(theirs, mine)


def _of_all_sentences(mine: list[str], theirs: list[str]) -> float:
    same = sum(one == other != "neither" for one, other in zip(mine, theirs, strict=True))
    return same / len(mine)


def _any_side_will_do(mine: list[str], theirs: list[str]) -> float:
    pairs = [pair for pair in zip(mine, theirs, strict=True) if set(pair) != {"neither"}]
    return sum("neither" not in pair for pair in pairs) / len(pairs)


def _neither_is_a_hit(mine: list[str], theirs: list[str]) -> float:
    pairs = list(zip(mine, theirs, strict=True))
    stances = sum(set(pair) != {"neither"} for pair in pairs)
    return sum(one == other for one, other in pairs) / stances


# 4.6 ---------------------------------------------------------------------------------------------

_Held = tuple[list[str], list[str], list[int]]


def _counts(given: Sequence[str], gold: Sequence[str], places: Sequence[int]) -> tuple[int, ...]:
    """Count hits, given and gold for the label "against"."""
    pairs = [(given[place], gold[place]) for place in places]
    return (
        pairs.count(("against", "against")),
        sum(one == "against" for one, _ in pairs),
        sum(other == "against" for _, other in pairs),
    )


def _f1_held_back(given: list[str], gold: list[str], held_back: list[int]) -> float:
    hits, said, true = _counts(given, gold, held_back)
    return 2 * hits / (said + true)


def _rule_and_gold(rng: random.Random) -> list[_Held]:
    cases: list[_Held] = [
        (
            ["against", "neither", "against", "against", "neither"],
            ["against", "neither", "against", "neither", "against"],
            [2, 3],
        )
    ]
    for _ in range(4):
        # On the sentences behind the rule it looks much better than on the others.
        seen = [("against", "against")] * rng.randint(3, 5) + [("neither", "neither")] * 4
        false_alarms = rng.randint(3, 4)
        kept = (
            [("against", "against")] * rng.randint(2, 3)
            + [("against", "neither")] * false_alarms
            + [("neither", "against")] * (false_alarms - rng.randint(1, 2))
            + [("neither", "neither")] * rng.randint(6, 9)
        )
        rows = [(*pair, False) for pair in seen] + [(*pair, True) for pair in kept]
        rng.shuffle(rows)
        cases.append(
            (
                [row[0] for row in rows],
                [row[1] for row in rows],
                [place for place, row in enumerate(rows) if row[2]],
            )
        )
    return cases


def _f1_of_all(given: list[str], gold: list[str], held_back: list[int]) -> float:
    return _f1_held_back(given, gold, list(range(len(gold))))


def _equal_is_a_hit(given: list[str], gold: list[str], held_back: list[int]) -> float:
    _, said, true = _counts(given, gold, held_back)
    return 2 * sum(given[place] == gold[place] for place in held_back) / (said + true)


def _divides_by_all(given: list[str], gold: list[str], held_back: list[int]) -> float:
    hits, _, _ = _counts(given, gold, held_back)
    return 2 * hits / (given.count("against") + gold.count("against"))


def _f1_of_seen(given: list[str], gold: list[str], held_back: list[int]) -> float:
    return _f1_held_back(given, gold, [at for at in range(len(gold)) if at not in held_back])


def _accuracy_held_back(given: list[str], gold: list[str], held_back: list[int]) -> float:
    return sum(given[place] == gold[place] for place in held_back) / len(held_back)


def _precision_held_back(given: list[str], gold: list[str], held_back: list[int]) -> float:
    hits, said, _ = _counts(given, gold, held_back)
    return hits / said


def _recall_held_back(given: list[str], gold: list[str], held_back: list[int]) -> float:
    hits, _, true = _counts(given, gold, held_back)
    return hits / true


def _not_twice(given: list[str], gold: list[str], held_back: list[int]) -> float:
    return _f1_held_back(given, gold, held_back) / 2


EXERCISES = (
    Exercise(
        id="4.1",
        name="speaker_and_verb",
        title="Find the speaker and the verb",
        reference=_speaker_and_verb,
        cases=_sentences_with_verbs,
        misconceptions=(
            Misconception(
                "takes one word for the whole speaker",
                _one_word_speaker,
                "A speaker can have more than one word: “The union of bakers”. Take all the words "
                "before the verb, and join them with spaces.",
            ),
            Misconception(
                "takes “It was” for a speaker",
                _it_was_speaks,
                "“It was feared” has a verb of saying and names nobody. Say that nobody is named.",
            ),
            Misconception(
                "counts the verb as a part of the speaker",
                _verb_in_the_speaker,
                "The slice goes one word too far. `words[:place]` ends before the verb.",
            ),
            Misconception(
                "gives what was said in place of the speaker",
                _words_for_speaker,
                "What stands behind the verb is what was said. Here the speaker stands before it.",
            ),
            Misconception(
                "gives the verb first and the speaker second",
                _verb_first,
                "The two parts are in the other order. The exercise asks for `(speaker, verb)`.",
            ),
            Misconception(
                "finds a verb inside another word",
                _verb_inside_a_word,
                "“reclaimed” contains “claimed” and says nothing of speech. Compare whole words: "
                "`word in VERBS`.",
            ),
            Misconception(
                "gives the last verb of the sentence",
                _last_verb,
                "A verb further back can stand inside what was said. The first verb is the one of "
                "the speaker here: `return` as soon as you find it.",
            ),
            Misconception(
                "gives no verb where nobody is named",
                _no_verb_of_nobody,
                "“It was feared that …” names nobody, and it has a verb all the same. Only a "
                "sentence without a verb gets an empty text.",
            ),
            Misconception(
                "looks for “said” alone",
                _only_said,
                "People also admit, deny and warn. Look for every verb in `VERBS`: `word in "
                "VERBS`.",
            ),
        ),
        hints=(
            "`word in VERBS` says whether a word is one of the verbs. `place` is where it stands.",
            '`" ".join(words[:place])` is the text before the verb. Look at it before you return '
            "it: one text names nobody.",
        ),
        points=2,
    ),
    Exercise(
        id="4.2",
        name="pass_on",
        title="Replace a verb that judges",
        reference=_pass_on,
        cases=_parts_of_sentences,
        misconceptions=(
            Misconception(
                "writes “said” for every verb",
                _every_verb_is_said,
                "A denial becomes a statement: “denied that the bridge was safe” now reads “said "
                "that the bridge was safe”. Replace those in `JUDGING` only: `verb in JUDGING`. "
                'A test such as `verb == "admitted" or "alleged"` is true for every verb.',
            ),
            Misconception(
                "keeps every verb",
                lambda speaker, verb, words: f"{speaker} {verb} that {words}.",
                "The sentence still has its judging verb. Give `verb` a new value before the "
                "sentence is made.",
            ),
            Misconception(
                "changes words that somebody said",
                _changes_the_words,
                "“nobody had claimed the depot” are the words of the speaker. Change the verb of "
                "the sentence and nothing in `words`.",
            ),
            Misconception(
                "keeps the verbs that judge and replaces the others",
                _other_way_round,
                "Your test is the wrong way round. Ask whether the verb is in `JUDGING`, and "
                "replace it then.",
            ),
            Misconception(
                "takes the verb out and puts a colon",
                _drops_the_verb,
                "The sentence lost its verb. The exercise asks for another verb in its place.",
            ),
            Misconception(
                "replaces “claimed” alone",
                lambda speaker, verb, words: (
                    f"{speaker} {'said' if verb == 'claimed' else verb} that {words}."
                ),
                "“Boasted” and “admitted” judge too. Ask whether the verb is one of them all: "
                "`verb in JUDGING`.",
            ),
        ),
        hints=(
            "The test asks whether `verb` is in `JUDGING`. A verb that is not stays as it is.",
            "The second blank is the verb that passes words on. It is text, in quotation marks.",
        ),
        points=1,
        remark=_about_another_verb,
    ),
    Exercise(
        id="4.3",
        name="labels_of",
        title="Count what people are called, in one voice",
        reference=_labels_of,
        cases=_pages_with_labels,
        misconceptions=(
            Misconception(
                "counts the words of every voice",
                _every_voice,
                "It counts the words of all speakers together. Ask first whose word it is: "
                "`whose == voice`.",
            ),
            Misconception(
                "counts a word with a capital letter apart",
                _capitals_apart,
                "“Guards” at the start of a sentence and “guards” are one word. `.lower()` makes "
                "them equal.",
            ),
            Misconception(
                "makes a word lower case in one place only",
                _counts_under_two_names,
                "It writes the count under “guards” and looks for it under “Guards”. Make the word "
                "lower case once, before both.",
            ),
            Misconception(
                "counts the words of the outlet, whatever voice is asked for",
                _always_the_outlet,
                "The voice can be another one. Compare with the input `voice`.",
            ),
            Misconception(
                "counts every word once",
                _always_one,
                "A word that comes again has to raise its count. `counts.get(word, 0)` is the "
                "count so far.",
            ),
            Misconception(
                "gives the number of labels and not a count for each",
                lambda rows, voice: sum(whose == voice for _, whose in rows),
                "One number says how often, and not which word. Keep a count for each word, in a "
                "dictionary.",
            ),
            Misconception(
                "counts the words of all the others",
                _all_the_other_voices,
                "Your test leaves out the voice that was asked for. Keep the rows where the two "
                "are equal.",
            ),
        ),
        hints=(
            "Skip the rows of other voices. Make the word lower case before you count it.",
            "`counts[word] = counts.get(word, 0) + 1` raises the count of one word.",
        ),
        points=2,
    ),
    Exercise(
        id="4.4",
        name="kappa",
        title="Kappa by hand",
        reference=_kappa,
        cases=_small_tables,
        misconceptions=(
            Misconception(
                "gives the share of cases on which the two agree",
                _observed,
                "That is the share observed, the first step. A part of it is what chance would "
                "give as well.",
            ),
            Misconception(
                "divides only a part of the sum",
                _without_brackets,
                "Python divides before it adds. Put brackets around the sum: `(a + b) / cases`.",
            ),
            Misconception(
                "divides before it takes chance away",
                _no_last_brackets,
                "Python divides before it subtracts. Put brackets around `observed - expected`.",
            ),
            Misconception(
                "takes the share of the first annotator for both",
                _first_annotator_twice,
                "In the table of the text the two say “against” equally often. In other tables "
                "they do not: take the share of each.",
            ),
            Misconception(
                "takes the share of the second annotator for both",
                _second_annotator_twice,
                "You used one share for two people. Take the share of the first annotator too: "
                "only in the table of the text are the two equal.",
            ),
            Misconception(
                "takes the chance of the example for every table",
                lambda *table: (_shares(table)[0] - 0.52) / 0.48,
                "0.52 belongs to the table of the text. Work it out from the four numbers that "
                "the function is given.",
            ),
            Misconception(
                "takes chance for the toss of a coin",
                _coin,
                "Chance is one half only when an annotator uses both labels equally often. Use the "
                "shares of this table.",
            ),
            Misconception(
                "takes chance away and does not divide",
                _not_divided,
                "You have how much was reached above chance. Divide by how much could be reached: "
                "from chance up to 1.",
            ),
            Misconception(
                "counts only “against” as what can agree by chance",
                _chance_of_against_only,
                "Two annotators can also agree by chance on “neither”. Add that part.",
            ),
            Misconception(
                "gives the share that chance would give",
                _chance_alone,
                "That is the share expected, the second step. Put it together with the share "
                "observed.",
            ),
            Misconception(
                "rounds",
                _rounded_kappa,
                "Give the number as it is. Round when you print.",
            ),
            Misconception(
                "divides before it subtracts",
                _no_brackets,
                "Python divides first: `a - b / 1 - b` is `a - (b / 1) - b`. Put each of the two "
                "differences in brackets.",
            ),
        ),
        hints=(
            "The first annotator says “against” in `both_against + only_first` cases, the second "
            "in `both_against + only_second`.",
            "`expected` has two parts: share times share for “against”, plus share times share for "
            "“neither”. Then `(observed - expected) / (1 - expected)`.",
        ),
        points=3,
    ),
    Exercise(
        id="4.5",
        name="agreement_on_stance",
        title="Repair: eighty per cent of nothing",
        reference=_agreement_on_stance,
        cases=_two_annotators,
        misconceptions=(
            Misconception(
                "gives the share of all sentences on which the two agree",
                _all_sentences,
                "That is the measure of the colleague. Leave out the sentences that both call "
                "“neither”, above and below the line.",
            ),
            Misconception(
                "looks only at sentences where both have a stance",
                _both_have_a_stance,
                "A stance that one sees and the other does not is a disagreement. Keep a sentence "
                "when at least one of the two has a stance.",
            ),
            Misconception(
                "looks only at sentences where the first one has a stance",
                _only_where_i_have_one,
                "A stance that only the second annotator sees is left out. The two should count "
                "alike.",
            ),
            Misconception(
                "looks only at sentences where the second one has a stance",
                _only_where_they_have_one,
                "A stance that only the first annotator sees is left out. Write the test for each "
                "of the two: `m and t != ...` asks only about `t`.",
            ),
            Misconception(
                "divides by all sentences",
                _of_all_sentences,
                "The sentences that both call “neither” are still below the line. Count only "
                "those where at least one of the two has a stance.",
            ),
            Misconception(
                "takes “against” and “for” for agreement",
                _any_side_will_do,
                "Two stances with different sides are no agreement. Compare the labels: `m == t`.",
            ),
            Misconception(
                "divides by fewer sentences than it counts",
                _neither_is_a_hit,
                "You took the sentences that both call “neither” out below the line and left them "
                "in above it.",
            ),
            Misconception(
                "rounds",
                lambda mine, theirs: (
                    None
                    if (share := _agreement_on_stance(mine, theirs)) is None
                    else round(share, 2)
                ),
                "Give the share as it is. Round when you print.",
            ),
            Misconception(
                "gives how many pairs are equal, and not the share",
                lambda mine, theirs: float(
                    sum(one == other != "neither" for one, other in zip(mine, theirs, strict=True))
                ),
                "You counted the pairs with two equal labels. Divide by the number of pairs in the "
                "list.",
            ),
            Misconception(
                "gives per cent",
                lambda mine, theirs: 100 * _agreement_on_stance(mine, theirs),
                "Give a share between 0 and 1.",
            ),
            Misconception(
                "takes “for” for no stance",
                _against_alone,
                "“For” is a stance as well. Leave out only the sentences that both call “neither”.",
            ),
            Misconception(
                "counts where the two differ",
                lambda mine, theirs: 1 - _agreement_on_stance(mine, theirs),
                "Agreement is where the two labels are equal: `==`.",
            ),
        ),
        hints=(
            'Make a list of pairs first: `zip(mine, theirs)`, without ("neither", "neither").',
            "Then divide: the pairs with two equal labels, by all pairs of the list.",
        ),
        points=2,
    ),
    Exercise(
        id="4.6",
        name="f1_held_back",
        title="Stretch: measure on held-back sentences",
        reference=_f1_held_back,
        cases=_rule_and_gold,
        misconceptions=(
            Misconception(
                "measures on all sentences",
                _f1_of_all,
                "The sentences behind the rule are in it too, and on those every rule looks good. "
                "Go through `held_back` only.",
            ),
            Misconception(
                "measures on the sentences that the rule was made from",
                _f1_of_seen,
                "These are the sentences that you had seen. Take the places that are in "
                "`held_back`.",
            ),
            Misconception(
                "gives the share of right labels",
                _accuracy_held_back,
                "That is accuracy. Most sentences are “neither”, so a rule that finds nothing has "
                "a high one.",
            ),
            Misconception(
                "takes two times “neither” for a hit",
                _equal_is_a_hit,
                "A hit is a place where both say “against”. Where both say “neither”, nothing was "
                "found.",
            ),
            Misconception(
                "divides by the places of all sentences",
                _divides_by_all,
                "Above the line you count the held-back places, and below it all of them. Count "
                "`given` and `gold` on the held-back places too.",
            ),
            Misconception(
                "gives precision",
                _precision_held_back,
                "You divided by what the rule calls “against”. F1 also looks at what gold calls "
                "“against”.",
            ),
            Misconception(
                "gives recall",
                _recall_held_back,
                "You divided by what gold calls “against”. F1 also looks at what the rule calls "
                "“against”.",
            ),
            Misconception(
                "gives half of F1",
                _not_twice,
                "A perfect rule would get one half from this. F1 counts the hits twice above the "
                "line.",
            ),
            Misconception(
                "takes the place before each of those held back",
                lambda given, gold, held_back: _f1_held_back(
                    given, gold, [place - 1 for place in held_back]
                ),
                "The places are counted from 0, as Python counts: `given[place]`.",
            ),
        ),
        hints=(
            'Go through `held_back`. Count three things: `given` is "against", `gold` is '
            '"against", and both are.',
            "F1 is 2 times “both”, divided by the sum of the two other counts.",
        ),
        points=3,
    ),
)

QUIZZES = (
    Quiz(
        id="4.a",
        question="A page writes “Kabul confirmed the places; Islamabad alleged the target”. What "
        "do the two verbs tell a reader?",
        options={
            "a": Option(
                "Kabul is right and Islamabad is not.",
                "The verbs were chosen by the page. They are no check of what was said.",
            ),
            "b": Option(
                "The page trusts one party and doubts the other.",
                "Both parties stated something. “Stated” would fit both, and would leave the "
                "checking to the reader.",
            ),
            "c": Option(
                "Nothing: both verbs mean “said”.",
                "“Confirmed” takes the words as true, and “alleged” doubts them. Exchange the two "
                "and the sentence takes the other side.",
            ),
        },
        right="b",
    ),
    Quiz(
        id="4.b",
        question="Two annotators agree on 90 of 100 sentences, and kappa is 0.11. How can that be?",
        options={
            "a": Option(
                "Kappa was worked out wrongly: 90 of 100 is 0.90.",
                "0.90 is the share observed. Kappa asks how much of it is more than chance gives.",
            ),
            "b": Option(
                "One of the two did not read the rules.",
                "Nobody can see that in a number. Both may have read them in different ways.",
            ),
            "c": Option(
                "Nearly all labels are one and the same, so chance alone agrees nearly as often.",
                "Where almost everything is “neither”, two people who read nothing would agree "
                "too. Look at the few sentences that are left.",
            ),
        },
        right="c",
    ),
)
