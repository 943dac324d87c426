"""The only door to ``data/``, and to a user's own stories and figures beside it.

Every table is described in ``data/datapackage.json`` (Frictionless Data), and is loaded here by its
name there. A user's own folder has the same tables; ``copydesk.classroom.own_corpus`` fills it.
"""

from copydesk.corpus.articles import (
    GOLD_LAYERS,
    ArticleRecord,
    article_names,
    article_path,
    article_record,
    gold_lines,
    load_article,
    load_gold,
    own_article_names,
    story_names,
)
from copydesk.corpus.own import OWN_TABLES, load_own_table, own_rows
from copydesk.corpus.places import (
    INSTALLED,
    ROOT,
    CorpusError,
    data_path,
    home,
    own_folder,
    package_path,
)
from copydesk.corpus.tables import (
    load_story_table,
    load_table,
    table_path,
    table_schema,
    table_state,
)
from copydesk.corpus.world import country_names, world_figures

__all__ = [
    "GOLD_LAYERS",
    "INSTALLED",
    "OWN_TABLES",
    "ROOT",
    "ArticleRecord",
    "CorpusError",
    "article_names",
    "article_path",
    "article_record",
    "country_names",
    "data_path",
    "gold_lines",
    "home",
    "load_article",
    "load_gold",
    "load_own_table",
    "load_story_table",
    "load_table",
    "own_article_names",
    "own_folder",
    "own_rows",
    "package_path",
    "story_names",
    "table_path",
    "table_schema",
    "table_state",
    "world_figures",
]
