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
            translate("Judging", "The verdicts"),
            translate(
                "Judging",
                "There are three: clearly better or clearly worse, no clear difference, and cannot be told from "
                "these files. Two equally good models rarely do equally well on the rows that happen to be the "
                "evaluation rows. “Clearly” means that chance alone would bring so large a difference in fewer than "
                "5 of 100 cases. Between 3 and 5 of 100, the verdict says “only just”.",
            ),
        ),
        Paragraph(
            translate("Judging", "What decides"),
            translate(
                "Judging",
                "One main metric decides for each kind of model: AUC for two classes, Accuracy for more, R² for"
                " numbers, the median error ratio for time series. If the files do not allow a test of it, the next"
                " metric that can be tested decides, and is named. All other metrics are shown with their direction,"
                " but are not tested: with several tries, chance would find one that looks clear. Only accuracy is"
                " tested beside AUC where the rows are there, and more strictly for being a second try: it is called"
                " unlikely to be chance below 2.5 of 100 cases.",
            ),
        ),
        Paragraph(
            translate("Judging", "Classification, with the rows of both models"),
            translate(
                "Judging",
                "Only rows where one model was right and the other wrong tell the models apart. If"
                " both are equally good, such rows are as likely on one side as on the other, like the"
                " toss of a coin. The probability of so uneven a result is calculated exactly"
                " (McNemar’s exact test). The interval of the difference is that of Agresti and Min.",
            ),
        ),
        Paragraph(
            translate("Judging", "Classification, with totals only"),
            translate(
                "Judging",
                "Without the rows, it is known how often each model was right, but not in how many rows only one of"
                " them was. The totals set a smallest and a largest possible number of such rows. If the difference is"
                " clear even with the largest, it is clear. If it can be chance even with the smallest, there is no"
                " clear difference. In between, it cannot be told without the rows. Where a value is rounded, all"
                " numbers of rows that fit it are considered.",
            ),
        ),
        Paragraph(
            translate("Judging", "AUC, with probabilities"),
            translate(
                "Judging",
                "AUC says how often a model ranks a row of the class to predict above a row of the other class. Both "
                "models ranked the same rows, and DeLong’s test takes that into account. It needs at least 20 rows "
                "of each class.",
            ),
        ),
        Paragraph(
            translate("Judging", "Numerical prediction, with the rows of both models"),
            translate(
                "Judging",
                "In each row, the squared error of one model is subtracted from that of the other (for the mean "
                "error: the absolute error). The mean of these differences is clear if it is more than 1.96 of its "
                "standard errors from zero. R² and RMSE are made from squared errors, so they are clear together. "
                "The test needs at least 30 rows.",
            ),
        ),
        Paragraph(
            translate("Judging", "Values only"),
            translate(
                "Judging",
                "If there are neither rows nor their number, the values and their direction are shown. How certain"
                " they are is not known.",
            ),
        ),
        Paragraph(
            translate("Judging", "Time series"),
            translate(
                "Judging",
                "The rows of a time series depend on each other: a model that is wrong today will probably be wrong"
                " tomorrow too. Tests that take each row by itself would find differences that do not exist, so there"
                " is no test.",
            ),
        ),
        Paragraph(
            translate("Judging", "The smallest difference that can be detected"),
            translate(
                "Judging",
                "Few rows show only large differences. A true difference is called clear in 4 of 5 cases if it is at"
                " least 2.8 times the square root of d/n: n is the number of rows, d the share of rows in which only"
                " one model is right.",
            ),
        ),
        Paragraph(
            translate("Judging", "When files contradict each other"),
            translate(
                "Judging",
                "Metrics are calculated again from rows and confusion matrices where these exist. Every mismatch is"
                " shown. If it concerns what decides, there is no verdict. If the two models were evaluated on"
                " different rows, there is none either: send the same evaluation file with each retraining.",
            ),
        ),
        Paragraph(
            translate("Judging", "What the verdict does not say"),
            translate(
                "Judging",
                "A clear difference may not matter in practice: look at the values too. The verdict"
                " holds for data like the evaluation rows. It compares with the model that the results"
                " name as the previous one, which may not be the live one.",
            ),
        ),
    )
