"""How the practice service says no: the documented JSON errors, and S3's XML ones."""

import json
from xml.sax.saxutils import escape  # it writes XML, and reads none  # nosec B406

from epa_gui.practice.exchange import Reply

# The one documented message that comes with a code of its own.
NO_CONFIGURATION = "Not found configuration_file."


class ServiceError(Exception):
    """An error of the API, known by its message alone, as in the service's manual."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def reply(self) -> Reply:
        """The error as the API answers it."""
        inside = self.message == NO_CONFIGURATION
        said = {
            "code": 5001000201 if inside else 4001000204,
            "error": "PREDA_EXTERNAL_INTERNAL_SERVER_ERROR" if inside else "PREDA_EXTERNAL_BAD_REQUEST",
            "message": self.message,
        }
        return json_reply(said, 500 if inside else 400)


class PredictionError(Exception):
    """An error of a prediction API. Its code begins with the HTTP status."""

    def __init__(self, code: int, error: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.error = error
        self.message = message

    def reply(self) -> Reply:
        """The error as a prediction API answers it."""
        said = {"code": self.code, "error": self.error, "message": self.message}
        return json_reply(said, int(str(self.code)[:3]))


class StorageError(Exception):
    """An error of the storage, as S3 would answer it."""

    def __init__(self, status: int, code: str, message: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(f"{code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers

    def reply(self) -> Reply:
        """The error in S3's XML."""
        xml = s3_error(self.status, self.code, self.message)
        return Reply(xml.status, xml.headers + self.headers, xml.body)


def json_reply(value: object, status: int = 200) -> Reply:
    """`value` as a JSON answer."""
    return Reply(status, (("Content-Type", "application/json"),), json.dumps(value, ensure_ascii=False).encode())


def s3_error(status: int, code: str, message: str) -> Reply:
    """An error body in S3's form."""
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{escape(code)}</Code><Message>{escape(message)}</Message>"
        "<RequestId>PRACTICE</RequestId></Error>"
    )
    return Reply(status, (("Content-Type", "application/xml"),), body.encode())
