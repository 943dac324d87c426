"""The desk on a folder of articles: tables of what it found, and one page about all of them.

- ``sources``: the articles of a folder, a few at a time
- ``readings``: one article becomes rows; a bad one becomes a sentence
- ``store``: the rows on disk, whole at any moment, and the tables made of them
- ``surveying``: everything above on all cores, or on a cluster
- ``page``: the corpus in tables and charts

Rows never stay in memory, so a folder may hold a million articles.
"""

from copydesk.classroom.survey.page import write_page
from copydesk.classroom.survey.sources import SourceError
from copydesk.classroom.survey.store import Store, opened
from copydesk.classroom.survey.surveying import survey

__all__ = ["SourceError", "Store", "opened", "survey", "write_page"]
