"""How fast, how small, how smooth: measured by hand with ``python tests/benchmarks/run.py``, never a timed test."""
