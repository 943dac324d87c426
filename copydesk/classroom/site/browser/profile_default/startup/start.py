"""Run by IPython when a notebook of a site starts; leaves no name behind."""

__import__("copydesk_browser").start(get_ipython())  # type: ignore[name-defined] # noqa: F821
