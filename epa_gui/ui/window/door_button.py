"""A large button with an icon, a title and a line that explains it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from epa_gui.core.text.unbroken import unbroken
from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.page import EMPHASIS, em, sized
from epa_gui.ui.base.row_ink import READABLE, READABLE_AS_CHOSEN, contrast, seen_on
from epa_gui.ui.base.soft_text import soft_ink

_SIDE, _GAP, _LINE_GAP = 1.0, 0.8, 0.2
_ABOVE, _ABOVE_PRIMARY = 0.65, 0.9
_ICON, _CHEVRON = 1.8, 0.4
"""Everything in heights of the font."""

_LEAST_WIDTH = 12
_SAMPLE = QRect(0, 0, 80, 40)
_INNER = QRect(16, 10, 48, 20)
"""A panel and the part of it without frames and corners, in pixels."""

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)

_Role = QPalette.ColorRole


class DoorButton(QPushButton):
    """The style's own push button, with more on it than a style can write.

    The panel, with hover, press and focus, is painted by the style; which colours can be read on it is looked at, for
    some styles fill a default button with the accent colour.

    Args:
        drawing: The icon's name.
    """

    def __init__(self, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._explanation = ""
        self.setAutoDefault(True)  # so that Return presses it, as Space does
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, title: str, explanation: str) -> None:
        """Show these.

        Args:
            title: What it does; also its accessible name.
            explanation: A line below; also its accessible description.
        """
        self.setText(title)
        self._explanation = explanation
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both texts in a line each."""
        width = max(
            self._title_metrics().horizontalAdvance(self.text()),
            self.fontMetrics().horizontalAdvance(self._explanation),
        )
        wanted = width + self._beside_text() + 2
        return QSize(wanted, self.heightForWidth(wanted))

    def minimumSizeHint(self) -> QSize:
        """Narrow: the texts wrap."""
        return QSize(em(self, _LEAST_WIDTH), self.heightForWidth(em(self, _LEAST_WIDTH)))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its wrapped texts, or its icon."""
        title, explanation = self._text_heights(width - self._beside_text())
        inner = max(em(self, _ICON), title + em(self, _LINE_GAP) + explanation)
        return inner + 2 * em(self, _ABOVE_PRIMARY if self.isDefault() else _ABOVE)

    def _title_metrics(self) -> QFontMetrics:
        return QFontMetrics(sized(self.font(), EMPHASIS))

    def _beside_text(self) -> int:
        return em(self, _SIDE + _ICON + _GAP) + em(self, _GAP + _CHEVRON + _SIDE)

    def _text_heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(1, width), 1 << 16)
        title = self._title_metrics().boundingRect(room, _WRAPPED, unbroken(self.text()))
        explanation = self.fontMetrics().boundingRect(room, _WRAPPED, unbroken(self._explanation))
        return title.height(), explanation.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's panel, then what stands on it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink, soft = self._inks(option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_icon(painter, ink)
        self._paint_texts(painter, ink, soft)
        self._paint_chevron(painter, ink)
        painter.end()

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _paint_icon(self, painter: QPainter, ink: QColor) -> None:
        size = em(self, _ICON)
        place = QRect(em(self, _SIDE), (self.height() - size) // 2, size, size)
        painter.drawPixmap(self._placed(place).topLeft(), picture(self._drawing, size, ink, self.devicePixelRatioF()))

    def _paint_texts(self, painter: QPainter, ink: QColor, soft: QColor) -> None:
        width = self.width() - self._beside_text()
        title, explanation = self._text_heights(width)
        gap = em(self, _LINE_GAP)
        left, top = em(self, _SIDE + _ICON + _GAP), (self.height() - title - gap - explanation) // 2
        painter.setFont(sized(self.font(), EMPHASIS))
        painter.setPen(ink)
        painter.drawText(self._placed(QRect(left, top, width, title)), _WRAPPED, unbroken(self.text()))
        painter.setFont(self.font())
        painter.setPen(soft)
        place = QRect(left, top + title + gap, width, explanation)
        painter.drawText(self._placed(place), _WRAPPED, unbroken(self._explanation))

    def _paint_chevron(self, painter: QPainter, ink: QColor) -> None:
        width, height = em(self, _CHEVRON), em(self, 2 * _CHEVRON)
        right = self.width() - em(self, _SIDE)
        place = QRectF(self._placed(QRect(right - width, (self.height() - height) // 2, width, height)))
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        begin, end = (place.right(), place.left()) if is_mirrored else (place.left(), place.right())
        pen = QPen(ink, max(1.2, em(self) * 0.09))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            [QPointF(begin, place.top()), QPointF(end, place.center().y()), QPointF(begin, place.bottom())]
        )

    def _inks(self, option: QStyleOptionButton) -> tuple[QColor, QColor]:
        """The colours of the title and of the line below it, for the panel as the style paints it now."""
        panel = self._panel(option)
        palette = option.palette
        own = [palette.color(role) for role in (_Role.ButtonText, _Role.WindowText)]
        choices = [*own, palette.color(_Role.HighlightedText), QColor("white"), QColor("black")]
        ink = next((choice for choice in choices[:2] if seen_on(choice, panel) >= READABLE), None)
        if ink is None:
            on_accent = choices[2]
            is_kept = seen_on(on_accent, panel) >= READABLE_AS_CHOSEN
            ink = on_accent if is_kept else max(choices, key=lambda choice: seen_on(choice, panel))
        return ink, soft_ink(ink, min(panel, key=lambda part: contrast(ink, part)))

    def _panel(self, option: QStyleOptionButton) -> tuple[QColor, QColor]:
        """The darkest and the lightest of what the style paints behind the texts, by having it painted."""
        image = QImage(_SAMPLE.size(), QImage.Format.Format_RGB32)
        image.fill(self.palette().color(_Role.Window))
        sample = QStyleOptionButton(option)
        sample.rect = _SAMPLE
        sample.state &= ~QStyle.StateFlag.State_HasFocus
        sample.styleObject = None  # type: ignore[assignment]  # what the style animates goes on at the button itself
        painter = QPainter(image)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, sample, painter, self)
        painter.end()
        columns, rows = range(_INNER.left(), _INNER.right()), range(_INNER.top(), _INNER.bottom())
        found = {image.pixel(column, row) for column in columns for row in rows}
        black = QColor("black")
        by_light = sorted((QColor(pixel) for pixel in found), key=lambda colour: contrast(colour, black))
        return by_light[0], by_light[-1]
