"""The words for what is known before a file is sent: of the files, of the model, and of what the results can show."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.account.live import LiveKind
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.evaluation import rows_set_aside, smallest_difference
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.repair import RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.core.history.deployment import Deployment
from epa_gui.core.jobs.estimate import estimate_from
from epa_gui.core.jobs.profile import ColumnProfile, Profile
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.joining import in_line
from epa_gui.ui.retraining.finding_text import finding_line
from epa_gui.ui.retraining.model_facts import ModelFacts

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Fact:
    """One line.

    Attributes:
        name: What it is about.
        text: What is known.
        needs_attention: Whether a person should look at it before sending.
        expected: What `text` will be about, as far as the files are read; room is kept for it.
    """

    name: str
    text: str
    needs_attention: bool = False
    expected: str = ""


def ready_facts(inspection: Inspection, facts: ModelFacts) -> tuple[Fact, ...]:
    """Those that count before sending; each says what is not known, too, and nothing while it is read."""
    told = (
        Fact(translate("RetrainingFacts", "Compared with the last file"), _compared(inspection, facts)),
        Fact(translate("RetrainingFacts", "Encoding"), _encodings(inspection)),
        Fact(translate("RetrainingFacts", "Smallest difference"), _can_show(inspection)),
        _key(inspection, facts),
    )
    if inspection.is_reading:
        return tuple(Fact(fact.name, "…", expected=fact.text) for fact in told)
    return (*told, *_nothing_to_learn(inspection, facts))


def live_text(facts: ModelFacts) -> str:
    """What is live, by the service's word or as far as this program knows."""
    deployment = facts.deployment
    if facts.model is None:
        return ""
    if not deployment.is_certain:
        return translate("RetrainingFacts", "live: not known for certain")
    if deployment.live is None and deployment.is_said:
        return _said_live(deployment)
    if deployment.live is None:
        return translate("RetrainingFacts", "live: the original model, or one switched elsewhere")
    live = deployment.live
    since = formatting.recent_day(live.since, facts.now)
    return fill(translate("RetrainingFacts", "live: {0}, since {1}"), facts.live_title, since)


def _said_live(deployment: Deployment) -> str:
    """What is live by the service's word where it is no job of the list."""
    if deployment.has_no_api:
        return translate("RetrainingFacts", "live: nothing, because the model has no prediction API")
    if deployment.is_being_built:
        return translate("RetrainingFacts", "live: nothing yet, because the prediction API is being built")
    other = next((api for api in deployment.apis if api.kind is LiveKind.OTHER), None)
    if other is None:
        return translate("RetrainingFacts", "live: the original model")
    return fill(
        translate("RetrainingFacts", "live: model {0}, which is not a job in this list"), other.classifier.model_id
    )


def file_text(inspection: Inspection, role: Role) -> str:
    """What a file holds: rows once they are counted, columns, encoding, size; empty while nothing is known."""
    reading = inspection.readings.get(role)
    if reading is None or not reading.columns:
        return ""
    count = len(reading.columns)
    columns = QCoreApplication.translate("RetrainingFacts", "%Ln column(s)", "", count)
    rows = _rows(reading.rows) if reading.is_over else ""
    parts = [rows, columns, encoding_name(reading.encoding), formatting.size(reading.size)]
    if reading.is_over and not reading.is_whole:
        parts.append(translate("RetrainingFacts", "not read to the end"))
    return in_line(*parts)


def evaluation_text(inspection: Inspection, facts: ModelFacts) -> str:
    """What the evaluation file brings, or what is done without one."""
    reading = inspection.readings.get(Role.EVALUATION)
    if Role.EVALUATION not in inspection.files:
        return translate("RetrainingFacts", "Optional. With the same one each time, retrainings can be compared.")
    if reading is None or not reading.is_whole:
        return file_text(inspection, Role.EVALUATION)
    if not facts.last_evaluation:
        text = translate("RetrainingFacts", "{0} to evaluate the new model on")
    elif facts.last_evaluation == reading.sha256:
        text = translate("RetrainingFacts", "{0}, the same as last time: results can be compared with the last ones")
    else:
        text = translate(
            "RetrainingFacts", "{0}, not the same as last time: the last results were measured on other rows"
        )
    return fill(text, _rows(reading.rows))


def encoding_name(encoding: Encoding) -> str:
    """An encoding as people know it."""
    names = {
        Encoding.UTF_8_BOM: translate("RetrainingFacts", "UTF-8 with BOM"),
        Encoding.UTF_8: translate("RetrainingFacts", "UTF-8 without BOM"),
        Encoding.ASCII: translate("RetrainingFacts", "ASCII characters only"),
        Encoding.SHIFT_JIS: translate("RetrainingFacts", "Shift_JIS"),
        Encoding.UTF_16: translate("RetrainingFacts", "UTF-16"),
        Encoding.UTF_16_LE: translate("RetrainingFacts", "UTF-16"),
        Encoding.UTF_16_BE: translate("RetrainingFacts", "UTF-16"),
    }
    return names.get(encoding, encoding.value.upper())


def _rows(count: int) -> str:
    return QCoreApplication.translate("RetrainingFacts", "%Ln row(s)", "", count)


def _nothing_to_learn(inspection: Inspection, facts: ModelFacts) -> tuple[Fact, ...]:
    """Columns that tell a model nothing, if there are any."""
    from epa_gui.core.dataset.comparison import nothing_to_learn  # noqa: PLC0415  not at the start

    training = inspection.readings.get(Role.TRAINING)
    target = facts.model.target if facts.model else ""
    for finding in nothing_to_learn(training, target) if training else ():
        line = finding_line(finding)
        text = fill(translate("RetrainingFacts", "{0}: a model learns nothing from IDs and names"), line)
        return (Fact(translate("RetrainingFacts", "IDs and names"), text),)
    return ()


def _compared(inspection: Inspection, facts: ModelFacts) -> str:
    training = inspection.readings.get(Role.TRAINING)
    if facts.last is None or training is None:
        return translate(
            "RetrainingFacts", "Nothing to compare with: this is the first file sent from here for this model"
        )
    target = facts.model.target if facts.model else ""
    parts = [_columns_compared(training.columns, facts.last), _classes_compared(training.columns, facts.last, target)]
    parts.append(_rows_compared(training.rows, facts.last.rows))
    return in_line(*parts)


def _columns_compared(columns: Sequence[ColumnProfile], last: Profile) -> str:
    count = len(columns)
    now = {(column.name, column.type) for column in columns}
    before = {(column.name, column.type) for column in last.columns}
    if now == before:
        return QCoreApplication.translate("RetrainingFacts", "The same %Ln column(s) and types", "", count)
    text = QCoreApplication.translate("RetrainingFacts", "%Ln column(s), {0} of them as before", "", count)
    return fill(text, QLocale().toString(len(now & before)))


def _classes_compared(columns: Sequence[ColumnProfile], last: Profile, target: str) -> str:
    now = next((column.labels for column in columns if target and column.name == target), ())
    before = next((column.labels for column in last.columns if target and column.name == target), ())
    if not now or set(now) != set(before):
        return ""
    count = len(now)
    return QCoreApplication.translate("RetrainingFacts", "%Ln class(es) as before", "", count)


def _rows_compared(now: int, before: int) -> str:
    more = now - before
    if not more:
        return translate("RetrainingFacts", "the same number of rows")
    share = round(100 * more / before) if before else 0
    if more > 0:
        text = QCoreApplication.translate("RetrainingFacts", "%Ln row(s) more ({0} %)", "", more)
        return fill(text, f"+{QLocale().toString(share)}")
    text = QCoreApplication.translate("RetrainingFacts", "%Ln row(s) fewer ({0} %)", "", -more)
    return fill(text, f"−{QLocale().toString(-share)}")


def _encodings(inspection: Inspection) -> str:
    told = {role: _encoding_sent(inspection, role) for role in inspection.files if role in inspection.readings}
    if len(set(told.values())) <= 1:
        return next(iter(told.values()), "")
    return fill(
        translate("RetrainingFacts", "Training file: {0}, evaluation file: {1}"),
        told[Role.TRAINING],
        told[Role.EVALUATION],
    )


def _encoding_sent(inspection: Inspection, role: Role) -> str:
    name = encoding_name(inspection.readings[role].encoding)
    if any(step.kind == RepairKind.ENCODING for step in inspection.steps(role)):
        return fill(translate("RetrainingFacts", "{0}, sent as UTF-8 with BOM"), name)
    return name


def _can_show(inspection: Inspection) -> str:
    evaluation, training = inspection.readings.get(Role.EVALUATION), inspection.readings.get(Role.TRAINING)
    if evaluation is not None:
        text = translate("RetrainingFacts", "About {0} points of accuracy; a smaller one may be chance")
        return fill(text, _points(evaluation.rows))
    rows = training.rows if training else 0
    aside = rows_set_aside(rows)
    if not aside:
        text = translate(
            "RetrainingFacts",
            "About {0} points of accuracy, by two-fold cross-validation; a smaller one may be chance",
        )
        return fill(text, _points(rows))
    text = QCoreApplication.translate(
        "RetrainingFacts",
        "About {0} points of accuracy: each retraining is evaluated on another tenth, about %Ln row(s)",
        "",
        aside,
    )
    return fill(text, _points(aside))


def _points(rows: int) -> str:
    return QLocale().toString(smallest_difference(rows), "f", 1) if rows else "–"


def _key(inspection: Inspection, facts: ModelFacts) -> Fact:
    """Whether the key outlasts the training, as far as both are known."""
    name = translate("RetrainingFacts", "API key")
    end = facts.model.key_ends_at if facts.model else None
    training = inspection.readings.get(Role.TRAINING)
    known = estimate_from(facts.now, training.rows if training else 0, facts.measure) if facts.measure else None
    if end is None:
        return Fact(name, translate("RetrainingFacts", "Expiry not known"))
    day = formatting.recent_day(end, facts.now)
    if end <= facts.now:
        return Fact(name, fill(translate("RetrainingFacts", "Expired {0}: enter a new key"), day), True)  # noqa: FBT003
    if facts.model is not None and facts.model.key_end_is_about:
        day = fill(translate("RetrainingFacts", "about {0}"), day)
    if known is None:
        text = translate("RetrainingFacts", "Expires {0}; how long the training takes is not known yet")
        return Fact(name, fill(text, day))
    if known.ends_at > end:
        text = translate("RetrainingFacts", "Expires {0}, but the training takes about {1}: renew the key first")
        return Fact(name, fill(text, day, formatting.duration(known.seconds)), True)  # noqa: FBT003
    text = translate("RetrainingFacts", "Expires {0}; the training takes about {1} and should end before that")
    return Fact(name, fill(text, day, formatting.duration(known.seconds)))
