"""Bring your own: take in a user's stories, and figures of a series, after checking them.

Nothing here writes into ``data/``. The folder is ``copydesk.corpus.own_folder``; its tables have
the columns of the kit's. What is wrong is said in sentences before anything is written, a file that
is there is never replaced, and every write is whole or not at all, one program after another.
"""

from copydesk.classroom.own_corpus.figures import AddedFigures, add_figures, example_tables
from copydesk.classroom.own_corpus.stories import add_article, free_name, name_for, real_date

__all__ = [
    "AddedFigures",
    "add_article",
    "add_figures",
    "example_tables",
    "free_name",
    "name_for",
    "real_date",
]
