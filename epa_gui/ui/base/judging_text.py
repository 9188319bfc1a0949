"""How the verdict is come to, on one page."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of the page.

    Attributes:
        title: What it is about.
        text: Whole sentences.
    """

    title: str
    text: str


def how_it_is_judged() -> tuple[Paragraph, ...]:
    """The page “How this is judged”, from the answers to the rules."""
    return (
        Paragraph(
            translate("Judging", "The answers"),
            translate(
                "Judging",
                "There are three: clearly better or clearly worse, no clear difference, and cannot be told from these"
                " files. Two equally good models never do equally well on the rows that happen to be in the evaluation"
                " data. “Clearly” means that chance alone would bring so large a difference in fewer than 5 of 100"
                " cases; between 3 and 5 it says “only just”.",
            ),
        ),
        Paragraph(
            translate("Judging", "What decides"),
            translate(
                "Judging",
                "One main metric for each kind of model: AUC for two classes, Accuracy for more, R² for numbers, the"
                " median error ratio for time series. If it cannot be tested with what is in the files, the next that"
                " can decides, and is named. All other metrics are told with their direction, but not tested: with"
                " several tries, chance would find one that looks clear.",
            ),
        ),
        Paragraph(
            translate("Judging", "Classes, with the rows of both models"),
            translate(
                "Judging",
                "Only rows where one model was right and the other wrong tell them apart. If both are equally good,"
                " such rows fall to each side like a coin. How likely a coin falls so unevenly is worked out exactly"
                " (McNemar's exact test). The interval of the difference is that of Agresti and Min.",
            ),
        ),
        Paragraph(
            translate("Judging", "Classes, with totals only"),
            translate(
                "Judging",
                "Without the rows it is known how often each model was right, but not in how many rows only one of them"
                " was. The totals allow a least and a most. If the difference is clear even with the most, it is clear."
                " If it can be chance even with the least, there is no clear difference. In between it cannot be told"
                " without the rows. Where a figure is rounded, all numbers of rows that fit are allowed for.",
            ),
        ),
        Paragraph(
            translate("Judging", "AUC, with probabilities"),
            translate(
                "Judging",
                "AUC says how often a model ranks a row of the wanted class above another. Both models ranked the same"
                " rows, and DeLong's test takes that into account. It needs 20 rows of each class at least.",
            ),
        ),
        Paragraph(
            translate("Judging", "Numbers, with the rows of both models"),
            translate(
                "Judging",
                "In each row the squared error of the one model is taken from that of the other (for the mean error:"
                " the plain error). The mean of these differences is clear if it is more than 1.96 of its standard"
                " errors from zero. R² and RMSE are made from squared errors, so they are clear together. It needs 30"
                " rows at least.",
            ),
        ),
        Paragraph(
            translate("Judging", "Figures only"),
            translate(
                "Judging",
                "If there are neither rows nor their number, the figures and their direction are told. How sure they"
                " are is not known.",
            ),
        ),
        Paragraph(
            translate("Judging", "Time series"),
            translate(
                "Judging",
                "The rows of a time series follow from each other: a model that errs today will probably err tomorrow"
                " too. Tests that take each row for itself would find differences that are none, so there is no test.",
            ),
        ),
        Paragraph(
            translate("Judging", "The smallest difference that shows"),
            translate(
                "Judging",
                "Few rows show large differences only. A true difference is called clear in 4 of 5 cases if it is 2.8"
                " times the square root of d/n or larger: n is the number of rows, d the share of them in which only"
                " one model is right.",
            ),
        ),
        Paragraph(
            translate("Judging", "When files contradict each other"),
            translate(
                "Judging",
                "Metrics are worked out again from rows and confusion matrices where these are there. Every mismatch is"
                " told. If it is in what decides, there is no verdict. If the two models were judged on different rows,"
                " there is none either: send the same evaluation file with each retraining.",
            ),
        ),
        Paragraph(
            translate("Judging", "What the verdict does not say"),
            translate(
                "Judging",
                "A clear difference need not matter: look at the figures too. It holds for data like the evaluation"
                " rows. And it compares with the model that the results name as the previous one, which need not be the"
                " live one.",
            ),
        ),
    )
