"""What a lesson calls: ``from copydesk.classroom import check, print_lines, progress, quiz``.

Building the notebooks is in `copydesk.classroom.build`; it is not loaded here, because a class
does not build and the notebook libraries take long to load.
"""

from copydesk.classroom.checking import check, quiz
from copydesk.classroom.progress import progress
from copydesk.classroom.reading import print_lines

__all__ = ["check", "print_lines", "progress", "quiz"]
