"""placeholder"""


def run_self_test(report: object) -> int:
    """Fails until it is written."""
    return 1
