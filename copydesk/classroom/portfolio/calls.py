"""Save a piece, load all of them, put them on one page: in words, and with nothing raised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from copydesk.classroom.portfolio.folder import pieces_folder
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


def save_piece(lesson: object, about: object = ..., parts: object = ...) -> Reply:
    """Save what a lesson ends in as a page of its own, in the folder ``my_pieces``.

    A page that is there and differs is not lost: it is kept in ``my_pieces/earlier``.

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
        folder = pieces_folder()
        folder.mkdir(exist_ok=True)
        path = folder / piece.kind.file
        kept = _write(path, piece.page())
        where = f"{folder.name}/{path.name}"
        return Reply(
            "right",
            title,
            f"It is saved as {where}. A browser opens it, and you can show it to anybody.{kept}",
        )

    return _in_words(work)


def load_pieces() -> Pieces:
    """Return the pieces that are saved, with those that are missing and how to make them.

    Returns
    -------
    Pieces
        Printed, it is a list. A file that cannot be read is told of and stays as it is.
    """
    made: dict[int, Piece] = {}
    notices = []
    for kind in KINDS:
        path = pieces_folder() / kind.file
        try:
            if not path.exists():
                continue
            if path.stat().st_size > _LARGEST:
                raise PieceError("it is too large")
            piece = read_page(path.read_text(encoding="utf-8"))
            if piece.kind != kind:
                raise PieceError(f"it holds the piece of lesson {piece.kind.lesson}")
            made[kind.lesson] = piece
        except (OSError, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) else error
            notices.append(f"{path.name} cannot be read: {said}. It stays as it is.")
    return Pieces(made, tuple(notices))


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
        said = f"It is not made yet. To make it, {kind.how_to_make}"
        return piece or Reply("not attempted", kind.name.capitalize(), said)

    return _in_words(work)


def write_pieces(file: object = "my_pieces.html") -> Reply:
    """Write one page with all pieces that are made.

    Parameters
    ----------
    file : str
        Its name, which ends in ``.html``; it lies in the folder of the pieces.

    Returns
    -------
    Reply
        It says which pieces are missing.
    """

    def work() -> Reply:
        name = file.strip() if isinstance(file, str) else ""
        own = {kind.file for kind in KINDS}
        if Path(name).name != name or Path(name).suffix != ".html" or name in own:
            raise PieceError('Write a name that ends in .html, such as "my_pieces.html".')
        pieces = load_pieces()
        if not pieces.made:
            none = f"None is made yet. To begin, {KINDS[0].how_to_make}"
            return Reply("not attempted", "Your pieces", none)
        kept = _write(pieces_folder() / name, page_of_all(pieces))
        missing = ", ".join(kind.name for kind in pieces.missing)
        left = f" Not made yet: {missing}." if missing else ""
        where = f"{pieces_folder().name}/{name}"
        message = f"{where} has {len(pieces.made)} of {len(KINDS)} pieces.{left}{kept}"
        return Reply("right", "Your pieces", message)

    return _in_words(work)


def _write(path: Path, page: str) -> str:
    """Write a page; keep what was there under a free name, and say so."""
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
    return f" What was there before is kept as {path.parent.name}/earlier/{kept.name}."


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
