"""One picture on screen: its title, the drawing, and the same figures as a table one key away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOptionFocusRect,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.results.pictures.figures import PictureKind
from epa_gui.core.results.pictures.gallery import Picture, named
from epa_gui.core.results.pictures.theme import DARK, LIGHT, Theme
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.core.text.unbroken import unbroken
from epa_gui.ui.base.accent import seen_accent
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.base.page import em
from epa_gui.ui.base.row_ink import READABLE
from epa_gui.ui.results.figure_table import FigureTableView
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_words import picture_title, picture_words
from epa_gui.ui.results.picture_worker import Drawn, DrawOrder

if TYPE_CHECKING:
    from epa_gui.core.results.pictures.drawing import Area

_RESIZING_MS = 120
"""How long after the last change of size the picture is drawn anew; until then the old one is stretched."""

_LOWEST = 14.0
_HEIGHT = 22.0
"""Of a picture, in heights of the font."""


class Canvas(QWidget):
    """The drawing itself. A screen reader is told its title, and how to come to its figures.

    Signals:
        size_changed: It is to be drawn anew.
        clicked: A place was clicked, as shares of width and height.
        hovered: The pointer is over a place, as shares of width and height; -1, -1 when it has left.
        table_requested: A key asked for the figures.
    """

    size_changed = Signal()
    clicked = Signal(float, float)
    hovered = Signal(float, float)
    table_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.message = ""
        self._height = _HEIGHT
        self.setMinimumHeight(em(self, _LOWEST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """A picture is wider than high."""
        return QSize(em(self, _HEIGHT * 2), em(self, self._height))

    def take_what_is_left(self, least: float) -> None:
        """Ask for so many heights of the font and no more: what else is on its page comes first."""
        self._height = least
        self.setMinimumHeight(em(self, least))
        self.updateGeometry()

    def show_image(self, image: QImage | None, message: str = "") -> None:
        """Show a drawing, or say why there is none."""
        self._image, self.message = image, message
        self.update()

    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the drawing, stretched while it is being made anew, and the focus around it."""
        painter = QPainter(self)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        else:
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), centred, unbroken(self.message))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have it drawn for the new size."""
        super().resizeEvent(event)
        self.size_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Have it drawn now that it can be seen."""
        super().showEvent(event)
        self.size_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell where it was clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(*self._place(event))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is over."""
        self.hovered.emit(*self._place(event))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is over nothing."""
        self.hovered.emit(-1.0, -1.0)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar and Return show the figures."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.table_requested.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the letters larger: it is drawn anew."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.size_changed.emit()

    def _place(self, event: QMouseEvent) -> tuple[float, float]:
        spot = event.position()
        return spot.x() / max(1, self.width()), spot.y() / max(1, self.height())


class PictureView(QWidget):
    """A picture with its title and its buttons.

    Signals:
        area_clicked: A named part was clicked: its name, and the values there across and up.
    """

    area_clicked = Signal(str, float, float)

    def __init__(
        self, picture: Picture, drawer: PictureDrawer, parent: QWidget | None = None, *, title: str = ""
    ) -> None:
        """Show a picture.

        Args:
            picture: What is drawn.
            drawer: Who draws it.
            parent: Where it is.
            title: What it is called, where that is more than what it shows.
        """
        super().__init__(parent)
        self._picture = picture
        self._is_against_live = False
        self._drawer = drawer
        self._identity = new_identity()
        self._number = 0
        self._drawn: Drawn | None = None
        self._theme_drawn: Theme | None = None
        drawer.drawn.connect(self._on_drawn)
        self._waiting = QTimer(self, singleShot=True, interval=_RESIZING_MS)
        self._waiting.timeout.connect(self._draw)
        title = title or picture_title(picture.kind)
        label = QLabel(title, textFormat=Qt.TextFormat.PlainText)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._toggle = QPushButton(self.tr("Show values"), autoDefault=False)
        self._toggle.setCheckable(True)
        self._toggle.setAccessibleName(fill(self.tr("Show values: {0}"), title))
        self._toggle.toggled.connect(self._on_toggled)
        self._copy = QPushButton(self.tr("Copy picture"), autoDefault=False)
        self._copy.setAccessibleName(fill(self.tr("Copy picture: {0}"), title))
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self.copy)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self._toggle)
        head.addWidget(self._copy)
        self.canvas = Canvas()
        self.canvas.setAccessibleName(title)
        self.canvas.setAccessibleDescription(self.tr("A picture. The space bar shows its values as a table."))
        self.canvas.show_image(None, self.tr("Drawing…"))
        self.canvas.size_changed.connect(self._on_size_changed)
        self.canvas.clicked.connect(self._on_clicked)
        self.canvas.hovered.connect(self._on_hovered)
        self.canvas.table_requested.connect(self._toggle.toggle)
        self.table = FigureTableView(fill(self.tr("Values: {0}"), title))
        self.table.show_table(picture.table)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.canvas)
        self._pages.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def show_compared(self, *, is_against_live: bool) -> None:
        """Call the model before by what it is known to be: the live one, else the previous one."""
        if is_against_live is self._is_against_live:
            return
        self._is_against_live = is_against_live
        self._picture = named(self._picture, self._words())
        self.table.show_table(self._picture.table)
        self._theme_drawn = None  # so that it is drawn anew as soon as it is seen
        self._waiting.start()

    def _words(self) -> Words:
        return picture_words(self._drawer.clock, is_against_live=self._is_against_live)

    def stop(self) -> None:
        """Draw nothing any more."""
        self._waiting.stop()
        self._number = 0
        self._drawer.forget(self._identity)

    @Slot()
    def copy(self) -> None:
        """Put the drawing on the clipboard, with a background of its own."""
        image = self.canvas.image()
        if image is not None:
            QGuiApplication.clipboard().setImage(image)

    @Slot()
    def _on_size_changed(self) -> None:
        self._waiting.start()

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  a signal's argument
        self._pages.setCurrentIndex(1 if checked else 0)
        self._toggle.setText(self.tr("Show picture") if checked else self.tr("Show values"))
        (self.table if checked else self.canvas).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _draw(self) -> None:
        if not self.canvas.isVisible():
            return  # when it is shown it comes back here
        size = self.canvas.size()
        image = self.canvas.image()
        if image is not None and self._theme_drawn == self._theme() and image.deviceIndependentSize() == size:
            return
        scale = self.canvas.devicePixelRatioF()
        order = DrawOrder(0, self._picture, self._words(), self._theme(), size.width(), size.height(), scale)
        self._theme_drawn = order.theme
        self._number = self._drawer.draw(self._identity, order)

    def _theme(self) -> Theme:
        palette = self.canvas.palette()
        background = palette.color(QPalette.ColorRole.Window)
        base = DARK if background.lightnessF() < palette.color(QPalette.ColorRole.WindowText).lightnessF() else LIGHT
        ink = palette.color(QPalette.ColorRole.WindowText)
        better, worse = (seen_accent(QColor(one), ink, (background,), READABLE) for one in (base.better, base.worse))
        font = self.canvas.font()
        points = font.pointSizeF()
        return Theme(
            ink=ink.name(),
            soft=base.soft,
            grid=base.grid,
            background=background.name(),
            new=base.new,
            old=base.old,
            better=base.better,
            worse=base.worse,
            better_ink=better.name(),
            worse_ink=worse.name(),
            families=tuple(dict.fromkeys((QFontInfo(font).family(), *font.families()))),
            font_size=points if points > 0 else base.font_size,
        )

    @Slot(object)
    def _on_drawn(self, drawn: Drawn) -> None:
        if drawn.order.number != self._number:
            return
        self._drawn = drawn
        if drawn.image is None:
            self.canvas.show_image(None, self.tr("The picture cannot be drawn. Its values are in the table."))
            return
        made = drawn.image
        image = QImage(made.dots, made.width, made.height, made.width * 4, QImage.Format.Format_RGBA8888).copy()
        image.setDevicePixelRatio(drawn.order.scale)
        self.canvas.show_image(image)
        self._copy.setEnabled(True)

    @Slot(float, float)
    def _on_clicked(self, x: float, y: float) -> None:
        for area in self._areas():
            values = area.value_at(x, y)
            if values is not None:
                self.area_clicked.emit(area.name, *values)

    @Slot(float, float)
    def _on_hovered(self, x: float, y: float) -> None:
        text = ""
        for area in self._areas():
            values = area.value_at(x, y)
            if values is not None:
                text = self._tip(values[0], values[1])
        if self.canvas.toolTip() != text:
            self.canvas.setToolTip(text)

    def _areas(self) -> "tuple[Area, ...]":
        return self._drawn.image.areas if self._drawn and self._drawn.image else ()

    def _tip(self, across: float, up: float) -> str:
        """The figures of the row of the table that is under the pointer: a job of the trend, a cell of a matrix."""
        rows = self._picture.table.rows
        side = round(len(rows) ** 0.5)
        place = round(across)
        if self._picture.kind is PictureKind.MATRICES:
            place = round(up) * side + round(across)
        if not 0 <= place < len(rows):
            return ""
        pairs = zip(self._picture.table.headings, rows[place], strict=True)
        return "\n".join(f"{heading}: {shown(text)}" if heading else shown(text) for heading, text in pairs if text)
