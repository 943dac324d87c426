"""The only door to ``data/``, and to a user's own stories and figures beside it.

Every table is described in ``data/datapackage.json`` (Frictionless Data), and is loaded here by its
name there. A user's own folder has the same tables; ``copydesk.own_corpus`` writes it.
"""

from copydesk.corpus.tables import (
    GOLD_LAYERS,
    OWN_TABLES,
    ROOT,
    ArticleRecord,
    CorpusError,
    article_names,
    article_path,
    article_record,
    data_path,
    gold_lines,
    load_article,
    load_gold,
    load_own_table,
    load_table,
    own_article_names,
    own_folder,
    own_rows,
    table_path,
    table_schema,
    table_state,
)
from copydesk.corpus.world import country_names, world_figures

__all__ = [
    "GOLD_LAYERS",
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
    "load_article",
    "load_gold",
    "load_own_table",
    "load_table",
    "own_article_names",
    "own_folder",
    "own_rows",
    "table_path",
    "table_schema",
    "table_state",
    "world_figures",
]
