"""Bind each number in the text of lessons and handbook to what proves it.

A number, in digits or in words, is quoted once: behind the statement that proves it
(``assert len(roles) == 3  # "three times"``, in a ``prose-check`` cell or in a comment
``<!-- prose-check ... -->``), or in ``<!-- as written: "three dots" -->`` when no program can work
it out. What follows a fixed form, such as a timetable, is proved by a rule of `forms`. `problems`
names every number that nothing proves, and every quotation that the text no longer has.
"""

from copydesk.classroom.build.prose.binding import problems
from copydesk.classroom.build.prose.pages import pages

__all__ = ["pages", "problems"]
