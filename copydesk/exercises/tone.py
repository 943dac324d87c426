"""The exercises of lesson 03_tone: the words behind a score, fair comparisons, an honest test."""

from __future__ import annotations

import functools
import random
import re
import statistics
from typing import Any

from copydesk.corpus import load_table
from copydesk.exercises.acts import act_on, is_done, others_act
from copydesk.exercises.model import Exercise, Misconception, Option, Quiz, no_arguments
from copydesk.language.sentences import split_sentences
from copydesk.tone import score_sentence

MARKS = ".,;:!?“”\"'"
"""The marks that exercise 3.1 takes off a word, as the notebook gives them."""

FIRST_SENTENCE = "Engineers destroyed the old bridge at Misalabad on Monday."
"""The sentence of exercise 3.2, as the notebook gives it."""

_NOUNS = ["bridge", "budget", "harbour", "hospital", "market", "railway", "school", "theatre"]
_TIMES = ["on Monday", "last week", "in June", "at noon", "two years ago"]

Values = dict[str, float]
Labelled = list[tuple[str, int]]

# 3.1 ---------------------------------------------------------------------------------------------


def _scored_words(sentence: str, values: Values) -> list[tuple[str, float]]:
    words = [word.strip(MARKS).lower() for word in sentence.split()]
    return [(word, values[word]) for word in words if word in values]


def _sentences_and_values(rng: random.Random) -> list[tuple[str, Values]]:
    values = {"war": -2.9, "peace": 2.5, "bad": -2.5, "good": 1.9, "dull": -1.7, "calm": 1.3}
    values["plain"] = 0.0  # some lists hold words that weigh nothing
    noun, other = rng.sample(_NOUNS, 2)
    mood = rng.choice(["good", "bad", "dull", "calm"])
    sentences = [
        f"Peace came to the {noun} after the war.",
        f"“A {mood} {noun},” she said.",
        f"“{mood.capitalize()}” is her word for it, and “peace”.",  # curly marks beside a word
        f"The {noun} was {mood}, {mood} and {rng.choice(['late', 'closed', 'loud'])}.",
        f"It was warm at the {other} {rng.choice(_TIMES)}.",  # "war" stands in "warm"
        f"The {other} opened {rng.choice(_TIMES)}.",
        f"The {other} was plain, and {mood} enough.",
    ]
    rng.shuffle(sentences)
    return [(sentence, values) for sentence in sentences]


def _inside_other_words(sentence: str, values: Values) -> list[tuple[str, float]]:
    return [(word, value) for word, value in values.items() if word in sentence.lower()]


def _as_printed(sentence: str, values: Values) -> list[tuple[str, float]]:
    cut = [(word, word.strip(MARKS).lower()) for word in sentence.split()]
    return [(printed, values[word]) for printed, word in cut if word in values]


# 3.2 ---------------------------------------------------------------------------------------------

_FACTS = ("engineer", "bridge", "misalabad", "monday")


def _judge_second_sentence(answer: Any) -> Any:
    """Name the first thing that keeps the pair from being a pair, or say that it is one."""
    if not isinstance(answer, str):
        return answer
    lower = answer.lower()
    first, second = score_sentence(FIRST_SENTENCE), score_sentence(answer)
    if any(fact not in lower for fact in _FACTS):
        return "a fact is missing"
    if len(split_sentences(answer)) > 1:
        return "several sentences"
    if not is_done(lower):
        return "it did not happen"
    if not act_on("bridge", answer) or others_act(answer):
        return "another event"
    if _judging_words(answer):
        return "a judgement"
    if abs(second.vader_compound - first.vader_compound) < 0.3:
        return "the same score"
    return "a pair"


def _judging_words(sentence: str) -> list[str]:
    """Return the words of a sentence that praise or blame, apart from those of the act itself."""
    score, act = score_sentence(sentence), act_on("bridge", sentence)
    words = [word for word, _ in score.vader_words]
    words += [word for word, value in score.textblob_words if abs(value) >= 0.5]
    words += [word for word in re.findall(r"[\w’'-]+", sentence.lower()) if word in _strong_words()]
    return [word for word in dict.fromkeys(words) if word not in act]


@functools.cache
def _strong_words() -> frozenset[str]:
    table = load_table("lexicon_polarity_words")
    strong = set(table[table["direction"].abs() == 2]["word"])
    return frozenset(strong | {f"{word}ly" for word in strong} | {f"{word}ally" for word in strong})


def _about_second_sentence(answer: Any) -> str:
    """Say what the rule reads in a sentence that is not the second of the pair."""
    if not isinstance(answer, str):
        return ""
    missing = [word for word in _FACTS if word not in answer.lower()]
    problem = _judge_second_sentence(answer)
    if problem == "a fact is missing":
        return f"Not in it: {', '.join(missing)}."
    if problem == "a judgement":
        return f"The rule finds: {', '.join(_judging_words(answer))}."
    if problem == "the same score":
        one, other = (score_sentence(text).vader_compound for text in (FIRST_SENTENCE, answer))
        return f"The first sentence has {one:.2f}, and yours has {other:.2f}."
    return ""


# 3.3 ---------------------------------------------------------------------------------------------

Row = tuple[str, bool, float]


def _mean(scores: list[float]) -> float | None:
    return sum(scores) / len(scores) if scores else None


def _own_tone(rows: list[Row]) -> float | None:
    return _mean([score for role, quoted, score in rows if role == "body" and not quoted])


def _scored_pages(rng: random.Random) -> list[tuple[list[Row]]]:
    def score(low: float, high: float) -> float:
        return round(rng.uniform(low, high), 2)

    pages: list[tuple[list[Row]]] = []
    for _ in range(3):
        # What does not belong is low and what belongs is high, so that no mistake hides.
        rows: list[Row] = [
            ("headline", False, score(-0.9, -0.7)),
            ("caption", False, score(-0.6, -0.4)),
            ("body", True, score(-1, -0.8)),
            ("body", False, 0.0),
            *[("body", False, score(0.1, 0.6)) for _ in range(rng.randint(2, 4))],
        ]
        pages.append(([rows[0], *rng.sample(rows[1:], len(rows) - 1)],))
    pages.append(([("headline", False, score(-0.9, -0.7)), ("body", True, score(-1, -0.8))],))
    balanced = score(0.1, 0.6)  # scores that make 0 were measured all the same
    pages.append(
        ([("caption", False, -0.5), *[("body", False, x) for x in (balanced, -balanced)]],)
    )
    return pages


def _over_all_rows(rows: list[Row]) -> float:
    own = [score for role, quoted, score in rows if role == "body" and not quoted]
    return sum(own) / len(rows)


# 3.4 ---------------------------------------------------------------------------------------------

Events = dict[str, float]


def _same_events(first: Events, second: Events) -> float | None:
    return _mean([first[event] - second[event] for event in first if event in second])


def _two_outlets(rng: random.Random) -> list[tuple[Events, Events]]:
    cases: list[tuple[Events, Events]] = [
        ({"attack": -0.8, "talks": 0.1, "budget": 0.0}, {"talks": 0.1, "budget": 0.0, "fair": 0.6})
    ]
    for _ in range(4):
        shared = rng.sample(["talks", "budget", "harbour", "school", "trial", "strike"], 3)
        first = {"attack": round(rng.uniform(-0.9, -0.7), 2)}
        second = {"fair": round(rng.uniform(0.5, 0.7), 2)}
        for place, event in enumerate(shared):
            # One difference goes the other way, so that its sign counts.
            gap = rng.uniform(0.05, 0.1) if place == 0 else -rng.uniform(0.15, 0.3)
            first[event] = round(rng.uniform(-0.2, 0.2), 2)
            second[event] = round(first[event] - gap, 2)
        cases.append((first, second))
    cases.append(({"attack": -0.8}, {"fair": round(rng.uniform(0.5, 0.7), 2)}))
    return cases


def _all_events(first: Events, second: Events) -> float:
    return sum(first.values()) / len(first) - sum(second.values()) / len(second)


def _missing_is_zero(first: Events, second: Events) -> float | None:
    events = [*first, *(event for event in second if event not in first)]
    return _mean([first.get(event, 0) - second.get(event, 0) for event in events])


def _sum_of_differences(first: Events, second: Events) -> float | None:
    shared = [first[event] - second[event] for event in first if event in second]
    return sum(shared) if shared else None


def _over_all_of_the_first(first: Events, second: Events) -> float | None:
    total = _sum_of_differences(first, second)
    return None if total is None else total / len(first)


def _without_signs(first: Events, second: Events) -> float | None:
    return _mean([abs(first[event] - second[event]) for event in first if event in second])


def _second_minus_first(first: Events, second: Events) -> float | None:
    return _same_events(second, first)


# 3.5 ---------------------------------------------------------------------------------------------


def sign_of(sentence: str, values: Values) -> int:
    """Return -1, 0 or 1: the sign of the sum of the values of a sentence's words.

    Examples
    --------
    >>> sign_of("A bad day.", {"bad": -2.5})
    -1
    """
    total = sum(value for _, value in _scored_words(sentence, values))
    return (total > 0) - (total < 0)


def _right(values: Values, sentences: Labelled) -> int:
    return sum(sign_of(sentence, values) == label for sentence, label in sentences)


def _repair_result(values: Values, entries: Values, held_back: Labelled) -> tuple[int, int]:
    return _right(values, held_back), _right({**values, **entries}, held_back)


def _lexicons_and_sentences(rng: random.Random) -> list[tuple[Values, Values, Labelled]]:
    cases: list[tuple[Values, Values, Labelled]] = []
    for _ in range(4):
        values = {"injured": -1.7, "attack": -2.1, "good": 1.9, "bad": -2.5}
        entries: Values = {"injured": 0, "attack": 0, "clumsy": -2}
        nouns = rng.sample(_NOUNS, 8)
        # More are helped than harmed, by unequal numbers, so that no two mistakes give one result.
        sentences = [
            *[(f"Nine people were injured at the {n}.", 0) for n in nouns[: rng.randint(2, 3)]],
            *[(f"Another clumsy plan for the {n}.", -1) for n in nouns[3 : rng.randint(5, 6)]],
            (f"The plan is an attack on the {nouns[6]}.", -1),
            *[(f"It was a good {n}.", 1) for n in nouns[: rng.randint(1, 3)]],
            (f"A bad year for the {nouns[7]}.", -1),
            *[(f"She ran the {n} with skill.", 1) for n in nouns[: rng.randint(1, 2)]],
        ]
        rng.shuffle(sentences)
        cases.append((values, entries, sentences))
    return cases


def _values_changed_first(values: Values, entries: Values, held_back: Labelled) -> tuple[int, int]:
    values.update(entries)
    return _right(values, held_back), _right(values, held_back)


def _scored_at_all(values: Values, entries: Values, held_back: Labelled) -> tuple[int, int]:
    before, after = (
        sum(sign_of(sentence, lexicon) != 0 for sentence, _ in held_back)
        for lexicon in (values, {**values, **entries})
    )
    return before, after


# 3.6 ---------------------------------------------------------------------------------------------

Choices = list[tuple[str, str]]
Counts = dict[str, tuple[int, int]]


def _labels_by_voice(choices: Choices) -> Counts:
    counts: Counts = {}
    for label, voice in choices:
        own, attributed = counts.get(label, (0, 0))
        counts[label] = (own + 1, attributed) if voice == "outlet" else (own, attributed + 1)
    return counts


def _label_lists(rng: random.Random) -> list[tuple[Choices]]:
    cases: list[tuple[Choices]] = [([],)]
    for _ in range(3):
        first, second, third = rng.sample(["militant", "insurgent", "terrorist", "outlaw"], 3)
        speaker = rng.choice(["the mayor", "Ana Ruiz", "the ministry"])
        said = f"attributed to {speaker}"
        choices = [
            *[(first, "outlet")] * rng.randint(2, 4),
            (first, "attributed to nobody named"),
            *[(second, said)] * rng.randint(2, 3),  # the outlet itself never uses it
            *[(third, "outlet")] * rng.randint(1, 2),
            *[(third, said)] * rng.randint(3, 4),
        ]
        rng.shuffle(choices)
        cases.append((choices,))
    return cases


def _all_are_own(choices: Choices) -> Counts:
    return _labels_by_voice([(label, "outlet") for label, _ in choices])


def _attributed_first(choices: Choices) -> Counts:
    return {label: (said, own) for label, (own, said) in _labels_by_voice(choices).items()}


def _each_voice_once(choices: Choices) -> Counts:
    return _labels_by_voice(list(dict.fromkeys(choices)))


def _attributed_once(choices: Choices) -> Counts:
    return {label: (own, min(said, 1)) for label, (own, said) in _labels_by_voice(choices).items()}


def _only_own_labels(choices: Choices) -> Counts:
    return {label: pair for label, pair in _labels_by_voice(choices).items() if pair[0]}


def _nobody_is_the_outlet(choices: Choices) -> Counts:
    return _labels_by_voice(
        [(label, "outlet" if "nobody" in voice else voice) for label, voice in choices]
    )


EXERCISES = (
    Exercise(
        id="3.1",
        name="scored_words",
        title="Read which words made a score",
        reference=_scored_words,
        cases=_sentences_and_values,
        misconceptions=(
            Misconception(
                "looks up each word as the sentence prints it, with its marks and capital letters",
                lambda sentence, values: [
                    (word, values[word]) for word in sentence.split() if word in values
                ],
                "The list has “peace”. The sentence may have “Peace” or “peace.”, with a full "
                "stop. What has to be done with a word before it is looked up?",
            ),
            Misconception(
                "does not find a word that has a mark beside it",
                lambda sentence, values: [
                    (word, values[word]) for word in sentence.lower().split() if word in values
                ],
                "“war.” with its full stop is not in the list. Take the marks off first.",
            ),
            Misconception(
                "does not find a word that begins with a capital letter",
                lambda sentence, values: [
                    (word.strip(MARKS), values[word.strip(MARKS)])
                    for word in sentence.split()
                    if word.strip(MARKS) in values
                ],
                "The list has “peace” and the sentence may have “Peace”. Make the word lower case.",
            ),
            Misconception(
                "takes straight marks off a word and leaves curly ones",
                lambda sentence, values: [
                    (word, values[word])
                    for word in (part.strip(".,;:!?\"'").lower() for part in sentence.split())
                    if word in values
                ],
                "“peace” stands between curly marks. `MARKS` has both kinds.",
            ),
            Misconception(
                "gives the words in the order of the lexicon",
                lambda sentence, values: sorted(
                    _scored_words(sentence, values), key=lambda pair: list(values).index(pair[0])
                ),
                "Go through the words of the sentence, and look each one up.",
            ),
            Misconception(
                "finds a word inside another word",
                _inside_other_words,
                "“warm” holds the letters of “war”. Look up whole words, one after the other.",
            ),
            Misconception(
                "leaves out a word whose value is 0",
                lambda sentence, values: [
                    (word, value) for word, value in _scored_words(sentence, values) if value
                ],
                "The list has the word, and its value is a number: 0. Ask `word in values`.",
            ),
            Misconception(
                "stops at the first word that it finds",
                lambda sentence, values: _scored_words(sentence, values)[:1] or None,
                "A `return` inside the loop ends the function at once. Give the list back after "
                "the loop.",
            ),
            Misconception(
                "begins a new list for each word",
                lambda sentence, values: _scored_words(sentence.split()[-1], values),
                "`found = []` inside the loop empties the list each time. Begin it before.",
            ),
            Misconception(
                "gives the words without their values",
                lambda sentence, values: [word for word, _ in _scored_words(sentence, values)],
                "Give pairs, `(word, value)`, so that a reader sees how much each word counts.",
            ),
            Misconception(
                "gives the values without their words",
                lambda sentence, values: [value for _, value in _scored_words(sentence, values)],
                "Give pairs, `(word, value)`, so that a reader sees which word made each value.",
            ),
            Misconception(
                "gives the words as the sentence prints them",
                _as_printed,
                "Give the word as the list has it: in lower case and without marks.",
            ),
            Misconception(
                "names a word once that the sentence has twice",
                lambda sentence, values: list(dict.fromkeys(_scored_words(sentence, values))),
                "A word that stands twice counts twice. Name it each time.",
            ),
        ),
        hints=(
            "What has to be there before the loop begins, and what is given back after it ends?",
            "The line that says `return` has as many spaces before it as the line that says `for`; "
            "inside the loop, a word is mended before it is looked up.",
        ),
        points=1,
    ),
    Exercise(
        id="3.2",
        name="second_sentence",
        title="Make a minimal pair",
        reference=lambda: "Engineers demolished the old bridge at Misalabad on Monday.",
        cases=no_arguments,
        misconceptions=(
            Misconception(
                "leaves out a fact of the event",
                lambda: "The old bridge at Misalabad was demolished on Monday.",
                "Who, what, where, when: a reader of your sentence has to learn the same four "
                "things. Read both sentences side by side.",
            ),
            Misconception(
                "has more than one sentence",
                lambda: "On Monday there were engineers at Misalabad. They removed the old bridge.",
                "A pair is two sentences, the one that is given and one of yours. Put all the "
                "facts in one sentence.",
            ),
            Misconception(
                "says that it did not happen, or only that somebody plans it",
                lambda: "Engineers did not destroy the old bridge at Misalabad on Monday.",
                "With a word such as “not”, “failed” or “will”, the event is another one. Choose "
                "another verb for the same act.",
            ),
            Misconception(
                "tells another event, or has a verb for the act that the rule does not know",
                lambda: "Engineers opened the old bridge at Misalabad on Monday.",
                "After your sentence, as after the first one, the bridge has to be gone. Is your "
                "verb a rare one? Then ask your teacher, and try another.",
            ),
            Misconception(
                "adds a word of praise or blame",
                lambda: (
                    "Careless engineers demolished the beautiful bridge at Misalabad on Monday."
                ),
                "Your sentence has a word with a value that is not the verb for the act. Change "
                "the verb and add no word of praise or blame.",
            ),
            Misconception(
                "has the same VADER score as the first sentence, or nearly the same",
                lambda: "On Monday the old bridge at Misalabad was destroyed by engineers.",
                "The two scores have to differ by at least 0.3. Print your sentence with "
                "`score_sentence` and look at the word that VADER finds.",
            ),
        ),
        hints=(
            "VADER finds one word in the first sentence. Which one?",
            "Keep the sentence, and put another verb for the same act in the place of that word.",
        ),
        points=1,
        is_value=True,
        view=_judge_second_sentence,
        remark=_about_second_sentence,
    ),
    Exercise(
        id="3.3",
        name="own_tone",
        title="The mean tone of the outlet's own words",
        reference=_own_tone,
        cases=_scored_pages,
        misconceptions=(
            Misconception(
                "takes the headline for a sentence of the body",
                lambda rows: _mean(
                    [score for role, _, score in rows if role == "headline"]
                    + [score for role, quoted, score in rows if role == "body" and not quoted]
                ),
                "A headline often has another writer and another tone. Leave it out.",
            ),
            Misconception(
                "takes captions for sentences of the body",
                lambda rows: _mean(
                    [score for role, quoted, score in rows if role != "headline" and not quoted]
                ),
                "A caption belongs to a picture and often repeats a sentence. Ask for the role "
                "that you want, not for the one that you do not want.",
            ),
            Misconception(
                "counts quoted words as the outlet's words",
                lambda rows: _mean([score for role, _, score in rows if role == "body"]),
                "What a source says is not the tone of the outlet. Look at the second part of "
                "each row.",
            ),
            Misconception(
                "takes headlines and captions for sentences of the body",
                lambda rows: _mean([score for _, quoted, score in rows if not quoted]),
                'Your test looks at `quoted` alone. The role of the row has to be `"body"` too.',
            ),
            Misconception(
                "takes only the quoted words",
                lambda rows: _mean(
                    [score for role, quoted, score in rows if role == "body" and quoted]
                ),
                "`quoted` is True for the words of a source. You want the other sentences.",
            ),
            Misconception(
                "divides by all rows of the page",
                lambda rows: _over_all_rows(rows),
                "You added the scores of some rows. Divide by the number of the same rows.",
            ),
            Misconception(
                "rounds",
                lambda rows: None if (mean := _own_tone(rows)) is None else round(mean, 2),
                "Give the number as it is. Round when you print.",
            ),
            Misconception(
                "divides by the number of all rows, and sees where nothing is left",
                lambda rows: None if _own_tone(rows) is None else _over_all_rows(rows),
                "The test for an empty list is right. You added the scores of some rows: divide "
                "by the number of the same rows.",
            ),
            Misconception(
                "leaves out the sentences with a score of 0",
                lambda rows: _mean(
                    [
                        score
                        for role, quoted, score in rows
                        if role == "body" and not quoted and score != 0
                    ]
                ),
                "A sentence with no listed word is a sentence of the body too. Without it, the "
                "mean is further from 0 than the text is.",
            ),
            Misconception(
                "gives the scores and not their mean",
                lambda rows: [
                    score for role, quoted, score in rows if role == "body" and not quoted
                ],
                "These are the right scores. Give one number: their sum divided by how many they "
                "are. What if there are none?",
            ),
            Misconception(
                "adds the scores and does not divide",
                lambda rows: (
                    sum(score for role, quoted, score in rows if role == "body" and not quoted)
                    if _own_tone(rows) is not None
                    else None
                ),
                "A long page would get a larger number than a short one, for the same tone. "
                "Divide by the number of scores.",
            ),
            Misconception(
                "gives 0 when nothing is left to measure",
                lambda rows: _own_tone(rows) or 0,
                "0 says that the tone was measured and is neutral. Here nothing was measured. "
                "What does Python have for “no value”?",
            ),
            Misconception(
                "takes a mean of 0 for nothing measured",
                lambda rows: _own_tone(rows) or None,
                "Scores that sum to 0 were measured, and their mean is 0. Ask whether the list "
                "is empty.",
            ),
            Misconception(
                "takes every sentence of the body, and every own sentence",
                lambda rows: _mean(
                    [score for role, quoted, score in rows if role == "body" or not quoted]
                ),
                "A sentence has to be of the body **and** the outlet’s own: `and`, not `or`.",
            ),
            Misconception(
                "gives the median",
                lambda rows: (
                    statistics.median(own)
                    if (
                        own := [
                            score for role, quoted, score in rows if role == "body" and not quoted
                        ]
                    )
                    else None
                ),
                "The mean is the sum of the scores divided by how many they are.",
            ),
        ),
        hints=(
            'Collect the scores first: the role is `"body"` and `quoted` is False.',
            "If the list is empty, return `None`. Else return its sum divided by its length.",
        ),
        points=2,
    ),
    Exercise(
        id="3.4",
        name="same_events",
        title="Repair: two outlets that did not report the same events",
        reference=_same_events,
        cases=_two_outlets,
        misconceptions=(
            Misconception(
                "compares the means of all events, as the colleague does",
                _all_events,
                "One outlet reported the attack and the other one a fair. Their means differ "
                "because the events differ. Which events did both report?",
            ),
            Misconception(
                "counts an event that an outlet did not report as 0",
                _missing_is_zero,
                "An event that was not reported has no score. 0 is a score. Use only events "
                "that both dictionaries have.",
            ),
            Misconception(
                "goes through all events of the first outlet, and takes 0 for the second",
                lambda first, second: _mean(
                    [first[event] - second.get(event, 0) for event in first]
                ),
                "The second outlet did not report the attack, so it has no score for it. Leave "
                "out an event that `second` does not have.",
            ),
            Misconception(
                "divides by the number of all events of the first outlet",
                _over_all_of_the_first,
                "You added the differences of some events. Divide by the number of those events.",
            ),
            Misconception(
                "subtracts the first outlet from the second",
                _second_minus_first,
                "The first minus the second: a result below 0 has to say that the first outlet "
                "scores lower.",
            ),
            Misconception(
                "adds the differences and does not divide",
                _sum_of_differences,
                "With ten events instead of two your result would be larger, for the same tone. "
                "Give the mean of the differences.",
            ),
            Misconception(
                "loses the signs of the differences",
                _without_signs,
                "Sometimes the first outlet scores higher and sometimes lower. Keep the sign, so "
                "that the two can cancel out.",
            ),
            Misconception(
                "gives 0 when the outlets have no event in common",
                lambda first, second: _same_events(first, second) or 0,
                "0 says that the two were compared and are equal. Here nothing can be compared. "
                "What does Python have for “no value”?",
            ),
            Misconception(
                "gives the difference of one event alone",
                lambda first, second: next(
                    (first[event] - second[event] for event in first if event in second), None
                ),
                "A `return` inside the loop ends the function at the first event that both have. "
                "Collect the differences, and give their mean after the loop.",
            ),
        ),
        hints=(
            "Go through the events of `first` and keep those that are also in `second`.",
            "For each of them take `first[event] - second[event]`, and give the mean. With no "
            "such event, return `None`.",
        ),
        points=2,
    ),
    Exercise(
        id="3.5",
        name="repair_result",
        title="Stretch: test a repair on sentences that were held back",
        reference=_repair_result,
        cases=_lexicons_and_sentences,
        misconceptions=(
            Misconception(
                "changes the old list before it counts with it",
                _values_changed_first,
                "`values.update(entries)` changes `values` itself, and then there is no old list "
                "any more. Make a new dictionary.",
            ),
            Misconception(
                "forgets the old list when it counts with the new entries",
                lambda values, entries, held_back: (
                    _right(values, held_back),
                    _right(entries, held_back),
                ),
                "The repaired list has the old words and the new entries. Put both into one "
                "dictionary.",
            ),
            Misconception(
                "lets the old values win over the new entries",
                lambda values, entries, held_back: (
                    _right(values, held_back),
                    _right({**entries, **values}, held_back),
                ),
                "In `{**a, **b}` the values of b win. Which of the two has to win here?",
            ),
            Misconception(
                "counts the sentences that get a score, right or wrong",
                _scored_at_all,
                "A score is right when its sign is the label. Compare the two for each sentence.",
            ),
            Misconception(
                "gives the result after the repair first",
                lambda values, entries, held_back: _repair_result(values, entries, held_back)[::-1],
                "A reader reads from left to right: first the number before the repair, then the "
                "number after it.",
            ),
            Misconception(
                "gives the difference alone",
                lambda values, entries, held_back: (
                    _right({**values, **entries}, held_back) - _right(values, held_back)
                ),
                "“One more” can mean two of ten or ten of ten. Give both numbers: "
                "`(before, after)`.",
            ),
            Misconception(
                "gives shares and not numbers",
                lambda values, entries, held_back: tuple(
                    right / len(held_back) for right in _repair_result(values, entries, held_back)
                ),
                "With few sentences a share sounds more certain than it is. Give how many are "
                "right.",
            ),
            Misconception(
                "counts the sentences that come out wrong",
                lambda values, entries, held_back: tuple(
                    len(held_back) - right for right in _repair_result(values, entries, held_back)
                ),
                "A sentence is right when its sign **equals** its label: `==`.",
            ),
            Misconception(
                "gives the difference in place of the second number",
                lambda values, entries, held_back: (
                    _repair_result(values, entries, held_back)[0],
                    _repair_result(values, entries, held_back)[1]
                    - _repair_result(values, entries, held_back)[0],
                ),
                "Both numbers count right sentences: with the old lexicon, and with the repaired "
                "one.",
            ),
        ),
        hints=(
            "Count twice with the same loop: how often is `sign_of(sentence, …)` equal to `label`?",
            "`{**values, **entries}` makes a new dictionary and leaves `values` as it is.",
        ),
        points=3,
    ),
    Exercise(
        id="3.6",
        name="labels_by_voice",
        title="Count labels by voice",
        reference=_labels_by_voice,
        cases=_label_lists,
        misconceptions=(
            Misconception(
                "counts every use as the outlet's own",
                _all_are_own,
                "A label that a source uses is not the choice of the outlet. Look at the voice of "
                "each use.",
            ),
            Misconception(
                "counts no use as the outlet's own",
                lambda choices: {
                    label: (0, own + attributed)
                    for label, (own, attributed) in _labels_by_voice(choices).items()
                },
                "Print one pair of `choices`. Which text stands in the place of the voice when the "
                "outlet itself speaks?",
            ),
            Misconception(
                "gives the attributed uses first",
                _attributed_first,
                "The order is: the outlet's own uses, then the attributed ones.",
            ),
            Misconception(
                "counts each voice once",
                _each_voice_once,
                "If the outlet writes a label four times, a reader meets it four times. Count "
                "every use.",
            ),
            Misconception(
                "never counts more than one attributed use",
                _attributed_once,
                "A second attributed use has to raise the number again. Add to the number that "
                "was there.",
            ),
            Misconception(
                "leaves out the labels that the outlet never uses itself",
                _only_own_labels,
                "That the outlet does not use a word in its own voice is a finding. Keep the "
                "label, with 0 in the first place.",
            ),
            Misconception(
                "takes “attributed to nobody named” for the outlet",
                _nobody_is_the_outlet,
                "There, words stand in quotation marks and the speaker is not found. The voice of "
                'the outlet is `"outlet"`, and nothing else.',
            ),
        ),
        hints=(
            "`own, attributed = counts.get(label, (0, 0))` gives the two numbers so far.",
            'Add 1 to one of the two: to `own` when `voice == "outlet"`, else to `attributed`. '
            "Store the pair again.",
        ),
        points=2,
    ),
)

QUIZZES = (
    Quiz(
        id="3.a",
        question="A count of people killed gets a score of -0.67. What was measured?",
        options={
            "a": Option(
                "That the reporter is against somebody.",
                "The sentence judges nobody. The score would be the same under any reporter.",
            ),
            "b": Option(
                "That the sentence has words which many people find bad.",
                "The list rates “killed” low. Who killed, who is blamed and who writes is not in "
                "it.",
            ),
            "c": Option(
                "How bad the event was.",
                "“142 people were killed” gets this score, and “143 people were killed” -0.08. The "
                "list knows 143 as a code of chats; it does not count.",
            ),
        },
        right="b",
    ),
    Quiz(
        id="3.b",
        question="Why are some sentences held back while a list is repaired?",
        options={
            "a": Option(
                "To see what the repair does on sentences that it was not made for.",
                "On the working set the repair was made to look good. Only new sentences can say "
                "more.",
            ),
            "b": Option(
                "To have more sentences for the repair.",
                "They are not used for the repair at all. Used there, they could test nothing.",
            ),
            "c": Option(
                "To show that the repaired list is right.",
                "They can also show that it does harm, or nothing. A test has to be able to fail.",
            ),
        },
        right="a",
    ),
)
