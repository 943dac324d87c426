"""What a learner calls: `check` an exercise, answer a `quiz`. Neither ever stops a notebook."""

from copydesk.classroom.checking.answers import check, judge_answer, quiz

__all__ = ["check", "judge_answer", "quiz"]
