"""How the list lies on the disk: its tables, and what brings a file of an earlier version up to date."""

from collections.abc import Iterable

from epa_gui.core.history import log as history

SCHEMA_VERSION = 5

SCHEMA = (
    """CREATE TABLE model (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL, key_hint TEXT NOT NULL,
        key_added_at REAL NOT NULL, added_at REAL NOT NULL, removed_at REAL, service_id INTEGER,
        has_secret INTEGER NOT NULL DEFAULT 0, key_ends_at REAL, key_end_said TEXT NOT NULL DEFAULT '',
        target TEXT NOT NULL DEFAULT '', target_is_guessed INTEGER NOT NULL DEFAULT 0,
        value_measure TEXT NOT NULL DEFAULT '', encoding TEXT NOT NULL DEFAULT '',
        account TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT '', time_column TEXT NOT NULL DEFAULT '',
        prediction_address TEXT NOT NULL DEFAULT '', checks_predictions INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE job (
        model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL,
        note TEXT NOT NULL, added_at REAL NOT NULL, started_at REAL, status TEXT NOT NULL, message TEXT NOT NULL,
        service_model_id INTEGER, has_file INTEGER NOT NULL, results_name TEXT NOT NULL, status_since REAL,
        ended_at REAL, checked_at REAL, asked_at REAL, next_check_at REAL NOT NULL, failures INTEGER NOT NULL,
        problem TEXT, problem_since REAL, saved TEXT, partial TEXT, save_problem TEXT, removed_at REAL,
        upload TEXT, send_problem TEXT, going_at REAL, opened_at REAL, switch_problem TEXT,
        verdict TEXT, kept_at REAL,
        PRIMARY KEY (model, id)
    ) STRICT""",
    """CREATE TABLE status_history (
        number INTEGER PRIMARY KEY, model TEXT NOT NULL, job TEXT NOT NULL, at REAL NOT NULL, status TEXT NOT NULL,
        message TEXT NOT NULL, problem TEXT,
        FOREIGN KEY (model, job) REFERENCES job (model, id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX status_history_of_job ON status_history (model, job, number)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE profile (
        number INTEGER PRIMARY KEY, model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, job TEXT NOT NULL,
        sent_at REAL NOT NULL, file_name TEXT NOT NULL, rows INTEGER NOT NULL, size INTEGER NOT NULL,
        sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL, columns TEXT NOT NULL,
        UNIQUE (model, job)
    ) STRICT""",
    "CREATE INDEX profile_of_model ON profile (model, sent_at, number)",
    *history.SCHEMA,
)
"""A new file. A profile belongs to its model alone: it is what the next file is held against when its job is gone."""

STEPS = {
    1: (
        "ALTER TABLE model ADD COLUMN service_id INTEGER",
        "ALTER TABLE model ADD COLUMN has_secret INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE model ADD COLUMN key_ends_at REAL",
        "ALTER TABLE model ADD COLUMN key_end_said TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN target TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN target_is_guessed INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE job ADD COLUMN upload TEXT",
        "ALTER TABLE job ADD COLUMN send_problem TEXT",
        "ALTER TABLE job ADD COLUMN going_at REAL",
        # Every key of version 1 was pasted, and lives 30 days. One given at no known time ends at no known time.
        "UPDATE model SET key_ends_at = key_added_at + 30 * 86400 WHERE key_added_at > 0",
        """CREATE TABLE profile (
            number INTEGER PRIMARY KEY, model TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE, job TEXT NOT NULL,
            sent_at REAL NOT NULL, file_name TEXT NOT NULL, rows INTEGER NOT NULL, size INTEGER NOT NULL,
            sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL, columns TEXT NOT NULL,
            UNIQUE (model, job)
        ) STRICT""",
        "CREATE INDEX profile_of_model ON profile (model, sent_at, number)",
    ),
    2: (
        "ALTER TABLE job ADD COLUMN opened_at REAL",
        "ALTER TABLE job ADD COLUMN switch_problem TEXT",
        """CREATE TABLE history (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, local TEXT NOT NULL, user TEXT NOT NULL,
            version TEXT NOT NULL, kind TEXT NOT NULL, model TEXT NOT NULL, model_name TEXT NOT NULL, job TEXT NOT NULL,
            job_name TEXT NOT NULL, details TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
        ) STRICT""",
        """CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
        BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
        """CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
        BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
        """CREATE TRIGGER history_is_added_to_at_its_end BEFORE INSERT ON history
        WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM history)
            OR NEW.previous IS NOT (SELECT COALESCE((SELECT sha256 FROM history ORDER BY number DESC LIMIT 1), ''))
        BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
    ),
    3: (
        "ALTER TABLE job ADD COLUMN verdict TEXT",
        "ALTER TABLE model ADD COLUMN value_measure TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN encoding TEXT NOT NULL DEFAULT ''",
    ),
    4: (
        "ALTER TABLE job ADD COLUMN kept_at REAL",
        "ALTER TABLE model ADD COLUMN account TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN kind TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN time_column TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN prediction_address TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE model ADD COLUMN checks_predictions INTEGER NOT NULL DEFAULT 0",
    ),
}
"""What takes a file of that version to the next one. Never edited once released: such files are on people's disks."""


def statements_since(version: int) -> Iterable[str]:
    """What makes the newest schema of a file of this version; 0 is an empty file."""
    if version == 0:
        return SCHEMA
    return (statement for step in range(version, SCHEMA_VERSION) for statement in STEPS[step])
