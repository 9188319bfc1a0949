"""One picture, as large as there is room for, and no larger than it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class PictureView(QWidget):
    """Shows a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage) -> None:
        """Show this one; an empty one is none."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the picture is."""
        return self._picture.size() if not self._picture.isNull() else QSize(200, 150)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  all of it
        """Paint it in the middle."""
        if self._picture.isNull():
            return
        size = self._picture.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self.rect()
        place.setSize(size)
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self._picture)
        painter.end()
