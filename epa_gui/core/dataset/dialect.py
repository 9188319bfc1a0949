"""What stands between the fields."""

_OTHERS = (";", "|")


def delimiter_in(header: str) -> tuple[str, str]:
    """The delimiter of a file, told from its first line: a comma, or a tab where there are as many of these.

    Returns:
        The delimiter, and another sign that seems to be meant as one but is neither; empty if there is none.
    """
    outside = _outside_quotes(header)
    commas, tabs = outside.count(","), outside.count("\t")
    other = max(_OTHERS, key=outside.count)
    is_other = not commas and not tabs and outside.count(other) > 0
    return ("\t" if tabs and tabs >= commas else ","), (other if is_other else "")


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
