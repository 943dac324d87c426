"""Quizzes as a package of QTI 1.2, the file that Canvas and most other platforms import.

The format: https://www.imsglobal.org/question/index.html, version 1.2.1. What Canvas alone knows,
such as a practice quiz that may be repeated, stands in ``assessment_meta.xml``, as in its exports.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from copydesk.exercises.model import Quiz

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_MANIFEST = "http://www.imsglobal.org/xsd/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"


def qti(quizzes: Mapping[str, Sequence[Quiz]]) -> bytes:
    """Write quizzes as a zip file of QTI 1.2: a practice quiz for each lesson.

    All identifiers follow from the ids of the quizzes, so that a platform can know a question
    again. The same quizzes give the same bytes.

    Parameters
    ----------
    quizzes : mapping of str to sequence of Quiz
        The questions of each lesson, by its stem.

    Returns
    -------
    bytes
    """
    manifest = ET.Element("manifest", identifier="copydesk_quizzes", xmlns=_MANIFEST)
    _grow(manifest, "metadata", ("schema", "IMS Content"), ("schemaversion", "1.1.3"))
    ET.SubElement(manifest, "organizations")
    resources = ET.SubElement(manifest, "resources")
    files = {"imsmanifest.xml": manifest}
    for stem, questions in quizzes.items():
        name = f"copydesk_{stem}"
        paths = {f"{name}/{name}.xml": "", f"{name}/assessment_meta.xml": "_meta"}
        kinds = ("imsqti_xmlv1p2", "associatedcontent/imscc_xmlv1p1/learning-application-resource")
        for (path, ending), kind in zip(paths.items(), kinds, strict=True):
            about = {"identifier": name + ending, "type": kind, "href": path}
            resource = ET.SubElement(resources, "resource", about)
            ET.SubElement(resource, "file", href=path)
            if not ending:
                ET.SubElement(resource, "dependency", identifierref=f"{name}_meta")
        trees = (_assessment(name, stem, questions), _meta(name, stem, len(questions)))
        files.update(zip(paths, trees, strict=True))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, tree in files.items():
            ET.indent(tree)
            text = ET.tostring(tree, encoding="UTF-8", xml_declaration=True)
            archive.writestr(zipfile.ZipInfo(path), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _assessment(name: str, stem: str, questions: Sequence[Quiz]) -> ET.Element:
    root = ET.Element("questestinterop", xmlns=_QTI)
    assessment = ET.SubElement(root, "assessment", ident=name, title=_title(stem))
    section = ET.SubElement(assessment, "section", ident="root_section")
    section.extend(map(_item, questions))
    return root


def _meta(name: str, stem: str, points: int) -> ET.Element:
    root = ET.Element("quiz", identifier=name, xmlns=_CANVAS)
    said = {
        "title": _title(stem),
        "quiz_type": "practice_quiz",
        "points_possible": f"{points:.1f}",
        "shuffle_answers": "false",  # a reply may speak of "the two"
        "show_correct_answers": "false",  # the reply to an option says what to think of next
        "allowed_attempts": "-1",  # as often as one likes
    }
    for field, value in said.items():
        ET.SubElement(root, field).text = value
    return root


def _item(quiz: Quiz) -> ET.Element:
    name = f"copydesk_{quiz.id}"
    idents = {letter: f"{name}_{letter}" for letter in quiz.options}
    item = ET.Element("item", ident=name, title=f"Question {quiz.id}")
    fields = ET.SubElement(ET.SubElement(item, "itemmetadata"), "qtimetadata")
    for label, entry in (("question_type", "multiple_choice_question"), ("points_possible", "1.0")):
        _grow(fields, "qtimetadatafield", ("fieldlabel", label), ("fieldentry", entry))
    shown = ET.SubElement(item, "presentation")
    _material(shown, quiz.question)
    asked = ET.SubElement(shown, "response_lid", ident="response1", rcardinality="Single")
    choices = ET.SubElement(asked, "render_choice")
    for letter, option in quiz.options.items():
        _material(ET.SubElement(choices, "response_label", ident=idents[letter]), option.text)
    processing = ET.SubElement(item, "resprocessing")
    score = {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"}
    ET.SubElement(ET.SubElement(processing, "outcomes"), "decvar", score)
    for ident in idents.values():
        feedback = {"feedbacktype": "Response", "linkrefid": f"{ident}_fb"}
        ET.SubElement(_when(processing, ident, "Yes"), "displayfeedback", feedback)
    right = _when(processing, idents[quiz.right], "No")
    ET.SubElement(right, "setvar", action="Set", varname="SCORE").text = "100"
    for letter, option in quiz.options.items():
        feedback_to = ET.SubElement(item, "itemfeedback", ident=f"{idents[letter]}_fb")
        _material(ET.SubElement(feedback_to, "flow_mat"), option.reply)
    return item


def _when(processing: ET.Element, ident: str, go_on: str) -> ET.Element:
    """Add what is to happen when an option is chosen."""
    condition = ET.SubElement(processing, "respcondition", {"continue": go_on})
    chosen = ET.SubElement(condition, "conditionvar")
    ET.SubElement(chosen, "varequal", respident="response1").text = ident
    return condition


def _material(parent: ET.Element, text: str) -> None:
    ET.SubElement(ET.SubElement(parent, "material"), "mattext", texttype="text/plain").text = text


def _grow(parent: ET.Element, name: str, *fields: tuple[str, str]) -> None:
    grown = ET.SubElement(parent, name)
    for field, value in fields:
        ET.SubElement(grown, field).text = value


def _title(stem: str) -> str:
    return f"copydesk {stem}"
