"""Save a piece, load all of them, put them on one page: in words, and with nothing raised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from copydesk.classroom.portfolio.folder import CENTRAL, is_name, pieces_folder
from copydesk.classroom.portfolio.kinds import KINDS, SIGNED_BY, choice_of, kind_of_lesson
from copydesk.classroom.portfolio.piece import (
    Piece,
    PieceError,
    Pieces,
    is_written,
    make_piece,
    page_of_all,
    read_page,
)
from copydesk.classroom.rendering import Reply
from copydesk.corpus.files import locked, write_whole

_T = TypeVar("_T")
_LARGEST = 20_000_000  # bytes; a piece with a chart has a tenth of a million
_NO_NAME = 'Write the name of a story in quotation marks, such as "minister_wire".'


def save_piece(lesson: object, about: object = ..., parts: object = ...) -> Reply:
    """Save what a lesson ends in as a page of its own, in the folder ``my_pieces``.

    A piece on another story than the central one lies there in a folder with the story's name. A
    page that is there and differs is not lost: it is kept in the folder ``earlier``.

    Parameters
    ----------
    lesson : int
        The number of the lesson.
    about : str
        The name of the story that the piece is about.
    parts : dict
        Its parts: a text, a table (a list of dictionaries, or a DataFrame) or a chart each.

    Returns
    -------
    Reply
        "right" when it is saved; "not attempted" while the learner's own words are missing.

    Examples
    --------
    >>> save_piece(3, "minister_wire", {"verdict": "...", "two sentences": "..."})
    ○ Tone note. Nothing is saved yet: write verdict, two sentences, and run this cell again.
    """

    def work() -> Reply:
        piece, needed = make_piece(lesson, about, parts)
        title = piece.kind.name.capitalize()
        if needed:
            message = f"Nothing is saved yet: write {', '.join(needed)}, and run this cell again."
            return Reply("not attempted", title, message)
        chosen = choice_of(piece.parts.get("verdict", ""))
        if piece.kind.verdicts and chosen not in piece.kind.verdicts:
            listed = ", ".join(piece.kind.verdicts)
            message = f"Nothing is saved yet: the verdict is one of these: {listed}."
            return Reply("not attempted", title, message)
        if piece.kind.unsigned == chosen and is_written(piece.parts.get(SIGNED_BY, "")):
            message = f"Nothing is saved yet: you chose {chosen}, and the page has a signature."
            return Reply("not attempted", title, message)
        path = pieces_folder(piece.about) / piece.kind.file
        kept = _write(path, piece.page())
        return Reply(
            "right",
            title,
            f"It is saved as {_shown(path)}. A browser opens it, and you can show it to anybody."
            f"{kept}",
        )

    return _in_words(work)


def load_pieces(story: object = CENTRAL) -> Pieces:
    """Return the pieces that are saved, with those that are missing and how to make them.

    Parameters
    ----------
    story : str, optional
        The name of the story that they are about. Left out, the central one.

    Returns
    -------
    Pieces
        Printed, it is a list. A file that cannot be read is told of and stays as it is.
    """
    if not isinstance(story, str) or not is_name(story):
        return Pieces({}, (_NO_NAME,))
    made: dict[int, Piece] = {}
    notices = []
    for kind in KINDS:
        path = pieces_folder(story) / kind.file
        try:
            if not path.exists():
                continue
            if path.stat().st_size > _LARGEST:
                raise PieceError("it is too large")
            piece = read_page(path.read_text(encoding="utf-8"))
            if (piece.kind, piece.about) != (kind, story):
                raise PieceError(f"it holds lesson {piece.kind.lesson}, on {piece.about}")
            made[kind.lesson] = piece
        except (OSError, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) else error
            notices.append(f"{path.name} cannot be read: {said}. It stays as it is.")
    return Pieces(made, tuple(notices), story)


def show_piece(lesson: object) -> Piece | Reply:
    """Show what you made in a lesson, or say how to make it.

    Parameters
    ----------
    lesson : int
        The number of the lesson.

    Returns
    -------
    Piece or Reply
    """

    def work() -> Piece | Reply:
        kind = kind_of_lesson(lesson)
        if kind is None:
            raise PieceError(f"Write the number of a lesson, 1 to {len(KINDS)}.")
        piece = load_pieces().made.get(kind.lesson)
        said = f"It is not made yet. To make it, {kind.how_to_make(CENTRAL)}"
        return piece or Reply("not attempted", kind.name.capitalize(), said)

    return _in_words(work)


def write_pieces(story: object = CENTRAL) -> Reply:
    """Write one page with all pieces that are made, ``my_pieces.html`` beside them.

    Parameters
    ----------
    story : str, optional
        The name of the story that they are about. Left out, the central one.

    Returns
    -------
    Reply
        It says which pieces are missing.
    """

    def work() -> Reply:
        pieces = load_pieces(story)
        if not pieces.made:
            none = f"None is made yet. To begin, {KINDS[0].how_to_make(pieces.story)}"
            return Reply("not attempted", "Your pieces", " ".join([none, *pieces.notices]))
        path = pieces_folder(pieces.story) / "my_pieces.html"
        kept = _write(path, page_of_all(pieces))
        missing = ", ".join(kind.name for kind in pieces.missing)
        left = f" Not made yet: {missing}." if missing else ""
        message = f"{_shown(path)} has {len(pieces.made)} of {len(KINDS)} pieces.{left}{kept}"
        return Reply("right", "Your pieces", message)

    return _in_words(work)


def _write(path: Path, page: str) -> str:
    """Write a page; keep what was there under a free name, and say so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        if not path.exists():
            write_whole(path, page)
            return ""
        there = path.read_bytes()
        if there == page.encode():
            return ""
        earlier = path.parent / "earlier"
        earlier.mkdir(exist_ok=True)
        free = (earlier / f"{path.stem}_{n}{path.suffix}" for n in range(1, 10**6))
        kept = next(one for one in free if not one.exists())
        write_whole(kept, there)
        write_whole(path, page)
    return f" What was there before is kept as {_shown(kept)}."


def _shown(path: Path) -> str:
    """Return where a page lies, as a learner sees it from the folder of the class."""
    return path.relative_to(pieces_folder().parent).as_posix()


def _in_words(work: Callable[[], _T]) -> _T | Reply:
    try:
        return work()
    except PieceError as error:
        return Reply("unknown", "Your piece", str(error))
    except OSError as error:
        said = error.strerror or error
        return Reply("unknown", "Your piece", f"It cannot be saved: {said}. Nothing was changed.")
    except Exception as error:  # a mistake of the kit must not stop the notebook either
        said = f"{type(error).__name__}: {' '.join(str(error).split())}"
        message = f"The kit could not do this, and it is not your mistake ({said})."
        return Reply("unknown", "Your piece", message)
