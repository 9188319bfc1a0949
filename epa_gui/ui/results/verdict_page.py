"""The verdict: the answer, the numbers, how sure it is, what it is worth, and every measure."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.jobs.verdict_note import Rule, VerdictNote
from epa_gui.core.results.content import MetricKind, ResultsContent
from epa_gui.core.results.value_measure import BusinessMeasure
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.disclosure import Disclosure
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.joining import in_line
from epa_gui.ui.base.judging_text import how_it_is_judged
from epa_gui.ui.base.metric_text import (
    figures,
    interval_text,
    stars_sentence,
    stars_text,
)
from epa_gui.ui.base.page import GAP, HEADLINE, em, set_page_margins, sized
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.verdict_text import (
    VERDICT_ICONS,
    carrier_name,
    page_headline,
    reasons,
    shown_gain,
    shown_gain_text,
)
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.results.difference_strip import Difference, DifferenceStrip
from epa_gui.ui.results.figure_table import FigureTableView
from epa_gui.ui.results.looked_at import LookedAt
from epa_gui.ui.results.measures_table import measures_icons, measures_table
from epa_gui.ui.results.notable_text import contradiction_sentences, notable_sentences
from epa_gui.ui.results.note_box import NoteBox, NoteLine
from epa_gui.ui.results.value_text import value_sentence

translate = QCoreApplication.translate

_ICON = 2.6
_NUMBER = 2.0
_WIDEST_NUMBER = 14
_GAP_OF_NUMBERS = 2.0
_LOWEST_TABLE = 6
_MOST_ROWS_SEEN = 9
"""Heights of the font: of the icon, of the numbers (as many times as large), how wide one may be, the gap between them,
how high the table is at least; and the rows of it that are seen at most."""


class VerdictPage(QScrollArea):
    """One page of it.

    Signals:
        rows_requested: The rows that one model alone predicted right are to be shown: whether the new one's.
        value_requested: What an error costs is to be set.
    """

    rows_requested = Signal(bool)
    value_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._results: LookedAt | None = None
        self._is_against_live = False
        page = QWidget()
        self._column = QVBoxLayout(page)
        set_page_margins(self._column, page)
        self._column.setSpacing(em(self, GAP))
        self._build_answer()
        self._build_numbers()
        self._build_rows_buttons()
        self._contradictions = NoteBox("attention")
        self._value = NoteBox("info")
        self._value_button = QPushButton(self.tr("What an error costs…"), autoDefault=False)
        self._value_button.clicked.connect(self.value_requested)
        self._value.add_button(self._value_button)
        self.measures = FigureTableView(self.tr("Metrics"), (0, 4), clear=(0, 4))
        self.measures.setMinimumHeight(em(self, _LOWEST_TABLE))
        self._notable = NoteLine("attention")
        for widget in (self._contradictions, self._notable, self._value, self.measures):
            self._column.addWidget(widget)
        self._build_rules()
        self._column.addStretch(1)
        self.setWidget(page)

    def _build_answer(self) -> None:
        self._picture = QLabel()
        self.answer = Text(size=HEADLINE, is_bold=True)
        self.reasons = Text()
        self.about = SoftText()
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.2))
        words.addWidget(self.answer)
        words.addWidget(self.about)
        words.addWidget(self.reasons)
        line = QHBoxLayout()
        line.setSpacing(em(self, 0.8))
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self._column.addLayout(line)

    def _build_numbers(self) -> None:
        self._numbers = QWidget()
        grid = self._grid = QGridLayout(self._numbers)
        grid.setContentsMargins(0, em(self, 0.3), 0, 0)
        grid.setHorizontalSpacing(em(self, _GAP_OF_NUMBERS))
        self._number_widths = [0, 0]
        self._arranged = True, [0, 0]
        grid.setVerticalSpacing(em(self, 0.1))
        self._captions = (SoftText(), SoftText())
        self._figures = (QLabel(), QLabel())
        self._stars = (SoftText(), SoftText())
        for column in range(2):
            self._figures[column].setFont(sized(self.font(), _NUMBER, is_bold=column == 1))
            self._figures[column].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(self._captions[column], 0, column)
            grid.addWidget(self._figures[column], 1, column)
            grid.addWidget(self._stars[column], 2, column)
        self.strip = DifferenceStrip()
        self._place_of_strip = (0, 2, 3, 1)
        grid.addWidget(self.strip, *self._place_of_strip, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(2, 1)
        self._column.addWidget(self._numbers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip stands beside the numbers where there is room for its words, else below them."""
        super().resizeEvent(event)
        self._place_strip()

    def _place_strip(self) -> None:
        margins = self._column.contentsMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        gap = em(self, _GAP_OF_NUMBERS)
        is_beside = sum(self._number_widths) + 2 * gap + self.strip.words_width() <= room
        most = room if is_beside else (room - 2 * em(self, GAP)) // 2
        widths = [min(width, most) for width in self._number_widths]
        if (is_beside, widths) != self._arranged:  # each of these calls has all laid out again
            self._arranged = is_beside, widths
            self._grid.setHorizontalSpacing(gap if is_beside else em(self, GAP))
            for column, width in enumerate(widths):
                self._grid.setColumnMinimumWidth(column, width)
            self._grid.activate()  # now: nothing is seen where it was
        place = (0, 2, 3, 1) if is_beside else (3, 0, 1, 3)
        if place != self._place_of_strip:
            self._place_of_strip = place
            self._grid.addWidget(self.strip, *place, Qt.AlignmentFlag.AlignVCenter)

    def _build_rows_buttons(self) -> None:
        self._rows_line = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._rows_line.setSizePolicy(policy)
        line = FlowLayout(self._rows_line)
        line.setContentsMargins(0, em(self, 0.3), 0, 0)
        line.setSpacing(em(self, GAP))
        label = QLabel(self.tr("Row by row:"))
        line.addWidget(label)
        self._newly = (QPushButton(autoDefault=False), QPushButton(autoDefault=False))
        self._newly[0].clicked.connect(self._on_right)
        self._newly[1].clicked.connect(self._on_wrong)
        for button in self._newly:
            line.addWidget(button)
        label.setMinimumHeight(self._newly[0].sizeHint().height())  # on one line with their words
        self._column.addWidget(self._rows_line)

    def _build_rules(self) -> None:
        rules = QWidget()
        column = QVBoxLayout(rules)
        column.setContentsMargins(em(self), 0, 0, 0)
        for paragraph in how_it_is_judged():
            for text, label in ((paragraph.title, Text(is_bold=True)), (paragraph.text, Text())):
                label.show_text(text)
                column.addWidget(label)
        self._rules = Disclosure(self.tr("How this is judged"), rules)
        self._rule = SoftText()
        line = QHBoxLayout()
        line.setSpacing(em(self, GAP))
        line.addWidget(self._rules)
        line.addWidget(self._rule, 1)
        self._column.addLayout(line)
        self._column.addWidget(rules)

    def show_results(self, results: LookedAt, value: BusinessMeasure | None = None) -> None:
        """Show what these results say.

        Args:
            results: What was read.
            value: The business's own measure, if one was set for the model.
        """
        self._results = results
        note = results.verdict
        side = em(self, _ICON)
        self._picture.setPixmap(picture(VERDICT_ICONS[note.answer], side))
        self.answer.show_text(page_headline(note.answer, is_just=note.is_just))
        subject = results.subject
        target = subject.target or (results.content.rows.target if results.content.rows else "")
        predicted = fill(self.tr("Predictions of “{0}”"), target) if target else ""
        self.about.show_text(in_line(shown(subject.title), shown(subject.model_name), predicted))
        self.reasons.show_text("\n".join(reasons(note, has_figures_beside=_has_figures(note))))
        self._rule.show_text(_rule_sentence(note))
        self._rule.setVisible(note.rule is not Rule.NOTHING)
        self._show_numbers(note)
        self._show_rows_buttons(note, has_rows=results.content.rows is not None)
        self._show_contradictions()
        can_set = results.subject.job is not None and bool(labels_of(results.content))
        text = value_sentence(value, results.content)
        if not text and can_set:
            text = self.tr(
                "Set what an error costs, or what a gain is worth, to see what the new model is worth to you."
            )
        self._value.show_text(text)
        self._value_button.setVisible(can_set)
        self._show_measures()
        self.measures.setFixedHeight(self.measures.height_of_rows(_MOST_ROWS_SEEN))
        self.measures.setVisible(bool(results.content.measures))
        self._notable.show_text("\n".join(notable_sentences(results)))

    def show_compared(self, *, is_against_live: bool) -> None:
        """Call the model before by what it is known to be: the live one, else the previous one."""
        if is_against_live is self._is_against_live:
            return
        self._is_against_live = is_against_live
        if self._results is not None:
            self._show_numbers(self._results.verdict)
            self._show_contradictions()
            self._show_measures()

    def _show_contradictions(self) -> None:
        if self._results is not None:
            told = contradiction_sentences(self._results.content, is_against_live=self._is_against_live)
            self._contradictions.show_text("\n".join(told))

    def _show_measures(self) -> None:
        if self._results is not None:
            table = measures_table(self._results, is_against_live=self._is_against_live)
            self.measures.show_table(table, measures_icons(self._results))

    def _show_numbers(self, note: VerdictNote) -> None:
        kind = MetricKind(note.metric) if note.metric else None
        has_both = _has_figures(note)
        self._numbers.setVisible(has_both)
        if not has_both:
            return
        texts = figures(kind, note.previous, note.this, note.previous_text, note.this_text)
        name = carrier_name(note)
        before = self.tr("{0}, live model") if self._is_against_live else self.tr("{0}, previous model")
        captions = (fill(before, name), fill(self.tr("{0}, new model"), name))
        for column, stars in enumerate((note.previous_stars, note.stars)):
            self._captions[column].show_text(captions[column])
            self._figures[column].setText(texts[column])
            self._figures[column].setAccessibleName(f"{captions[column]}: {texts[column]}")
            self._stars[column].show_text(stars_text(stars))
            self._stars[column].setVisible(bool(stars_text(stars)))
            labels = (self._captions[column], self._stars[column])
            widest = max(label.fontMetrics().horizontalAdvance(label.text()) for label in labels)
            self._number_widths[column] = min(em(self, _WIDEST_NUMBER), widest + 4)
        self._stars[1].setToolTip(stars_sentence(note.stars, note.previous_stars))
        self.strip.setVisible(note.gain is not None)
        if note.gain is not None:
            gain = shown_gain(note)
            text = shown_gain_text(note)
            if note.low is not None and note.high is not None:
                text = fill(self.tr("{0} (95 % interval: {1})"), text, interval_text(kind, note.low, note.high))
            self.strip.show_difference(Difference(gain, note.low, note.high, text, is_told=note.is_told))
        self._place_strip()

    def _show_rows_buttons(self, note: VerdictNote, *, has_rows: bool) -> None:
        counts = (note.new_only, note.old_only)
        self._rows_line.setVisible(has_rows and None not in counts and any(counts))
        self._newly[0].setText(self.tr("%Ln row(s) newly right", "", counts[0] or 0))
        self._newly[1].setText(self.tr("%Ln row(s) newly wrong", "", counts[1] or 0))
        for button, count in zip(self._newly, counts, strict=True):
            button.setEnabled(bool(count))
            button.setAccessibleDescription(self.tr("Shows exactly these rows"))

    @Slot()
    def _on_right(self) -> None:
        self.rows_requested.emit(True)  # noqa: FBT003  a signal's argument

    @Slot()
    def _on_wrong(self) -> None:
        self.rows_requested.emit(False)  # noqa: FBT003  a signal's argument


def labels_of(content: ResultsContent) -> tuple[str, ...]:
    """The classes, from the matrix, else from the predictions; none where numbers are predicted."""
    if content.matrix is not None:
        return content.matrix.labels
    return content.rows.classes if content.rows is not None else ()


def _has_figures(note: VerdictNote) -> bool:
    return note.this is not None and note.previous is not None


def _rule_sentence(note: VerdictNote) -> str:
    """By which of all the rules that can be unfolded."""
    return {
        Rule.ROWS_OF_CLASSES: translate("VerdictPage", "McNemar’s exact test on the rows both models predicted, 95 %"),
        Rule.TOTALS: translate("VerdictPage", "The least and the most disagreement that the totals allow, 95 %"),
        Rule.PROBABILITIES: translate("VerdictPage", "DeLong’s test on the rows both models predicted, 95 %"),
        Rule.ERRORS: translate("VerdictPage", "The differences of the errors in the same rows, 95 %"),
        Rule.FIGURES_ALONE: translate("VerdictPage", "By the values alone, without a test"),
        Rule.TIME_SERIES: translate("VerdictPage", "By the values alone, without a test"),
        Rule.NOTHING: "",
    }[note.rule]
