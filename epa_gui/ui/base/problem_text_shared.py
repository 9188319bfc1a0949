"""What several problems mean alike, or have one do."""

from epa_gui.ui.base.translatable import QT_TRANSLATE_NOOP

KEY_MEANS = QT_TRANSLATE_NOOP(
    "Problem", "This model’s jobs are not checked until there is a new key. Other models are not affected."
)
KEY_TO_DO = QT_TRANSLATE_NOOP("Problem", "Get a new key in the console, then choose “Enter the new key…”. {key_place}")
GOES_ON = QT_TRANSLATE_NOOP("Problem", "The job itself is not affected. EPA Desktop tries again by itself.")
NOTHING_LOST = QT_TRANSLATE_NOOP(
    "Problem", "Nothing is lost here. As far as this program knows, the service still has the results."
)
NOT_SAVED = QT_TRANSLATE_NOOP("Problem", "It was not saved. An earlier file with that name is unchanged.")
RARELY = QT_TRANSLATE_NOOP("Problem", "EPA Desktop checks again every hour for one day, then stops.")
