"""QObjects that live in QThreads and do the slow things."""
