"""The class as a web page that runs by itself, with nothing to install.

A site is a folder of files for any web server. Its notebooks run in the reader's own browser:
JupyterLite shows them, and Pyodide is the Python in it.
"""

from copydesk.classroom.site.building import build_site
from copydesk.classroom.site.distribution import SiteError
from copydesk.classroom.site.driving import Visit, visit_site

__all__ = ["SiteError", "Visit", "build_site", "visit_site"]
