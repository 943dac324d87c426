"""Build the notebooks of the lessons: lessons/ is what people edit, the notebooks follow from it.

Of each lesson these files are made: ``notebooks/<stem>.ipynb`` from lesson.md, executed;
``notebooks/<stem>_more.ipynb`` from more.md where the lesson has a second part;
``exercises/<stem>.ipynb`` from exercises.md without the solutions, not executed; and
``solutions/<stem>.ipynb`` from exercises.md without the stubs, executed. The same lesson gives the
same files, so that they can be kept in version control and compared. How a lesson is written
stands in `sources`.
"""

from copydesk.classroom.build.building import BuildResult, build
from copydesk.classroom.build.sources import BuildError
from copydesk.classroom.build.targets import lesson_stems, targets

__all__ = ["BuildError", "BuildResult", "build", "lesson_stems", "targets"]
