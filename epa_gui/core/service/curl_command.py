"""The command that the service's manual gives for checking a job, for people who want to run it by hand. Pure."""

from urllib.parse import quote

KEY_IN_ITS_PLACE = "YOUR_API_KEY"
"""What stands where the key belongs: a real one never leaves the keychain as text."""

_PLAIN = "/:[]@,;=+%"
"""What an address may hold as it is, within double quotes of a Windows command prompt and of a Unix shell alike."""


def status_check_command(address: str, job_id: str) -> str:
    """The call of the Retrain Status Check API for one job, with a placeholder for the key.

    Args:
        address: The base URL of the job's service.
        job_id: The service's ``retrain_job_id``.
    """
    # Double quotes, which both understand; what either would take for more than a letter within them is encoded.
    url = f"{quote(address, safe=_PLAIN)}/v1/external/retrain_jobs/{quote(job_id, safe='')}"
    return f'curl -X GET "{url}" -H "x-api-key: {KEY_IN_ITS_PLACE}"'
