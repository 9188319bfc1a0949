"""Invented verdicts: what is kept of each answer there is."""

from dataclasses import replace

from epa_gui.core.jobs.verdict_note import Answer, Measured, Missing, Rule, VerdictNote

BETTER = VerdictNote(
    Answer.BETTER,
    Rule.PROBABILITIES,
    "auc",
    "auc",
    "AUC",
    this=0.861,
    previous=0.842,
    this_text="0.861",
    previous_text="0.842",
    gain=0.019,
    rows=2400,
    new_right=2038,
    old_right=1982,
    new_only=131,
    old_only=75,
    p_least=0.0004,
    p_most=0.0004,
    low=0.009,
    high=0.029,
    smallest=0.009,
    stars=4,
    previous_stars=3,
    this_low=0.846,
    this_high=0.876,
    measured=(Measured("auc", 0.861, 0.846, 0.876), Measured("accuracy", 0.849, 0.834, 0.863)),
)
JUST_BETTER = replace(
    BETTER, is_just=True, this=0.853, this_text="0.853", gain=0.011, low=0.001, high=0.021, p_least=0.034, p_most=0.034
)
WORSE = replace(
    BETTER,
    answer=Answer.WORSE,
    this=0.823,
    this_text="0.823",
    gain=-0.019,
    low=-0.029,
    high=-0.009,
    new_only=75,
    old_only=131,
    new_right=1926,
    this_low=0.806,
    this_high=0.84,
    stars=3,
    measured=(Measured("auc", 0.823, 0.806, 0.84),),
)
NO_DIFFERENCE = replace(
    BETTER,
    answer=Answer.NO_DIFFERENCE,
    this=0.845,
    this_text="0.845",
    gain=0.003,
    low=-0.006,
    high=0.012,
    p_least=0.51,
    p_most=0.51,
    new_only=98,
    old_only=92,
    new_right=1988,
    rows_needed=21_000,
    stars=3,
    measured=(Measured("auc", 0.845, 0.829, 0.861),),
)
CANNOT_TELL = VerdictNote(
    Answer.CANNOT_TELL,
    Rule.FIGURES_ALONE,
    "auc",
    "auc",
    "AUC",
    this=0.861,
    previous=0.842,
    this_text="0.861",
    previous_text="0.842",
    gain=0.019,
    missing=Missing.ROWS,
)
