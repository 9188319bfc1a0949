"""Gives urllib3's connections their sockets: straight to a host or to a proxy, or through one that speaks SOCKS."""

import socket
from typing import Any

from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, ProxyError, SSLError

from epa_gui.core.service.interruptible import Interrupt, connected, tls_context


def reached(connection: Any, interrupt: Interrupt) -> socket.socket:
    """A socket for `connection`, one of urllib3's, which makes its own where nothing ends a wait.

    Raises:
        urllib3.exceptions.HTTPError: As urllib3's own way would.
        CutError: It was called off.
    """
    options = getattr(connection, "_socks_options", None)
    if options is not None:
        return _reached_through(connection, options, interrupt)
    # With its last full stop, if it has one: only the name for certificates goes without it.
    address = (connection._dns_host, connection.port)  # noqa: SLF001
    try:
        return connected(interrupt, address, connection.timeout, connection.socket_options or ())
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    except TimeoutError as error:
        raise ConnectTimeoutError(connection, f"{connection.host} did not answer in time") from error
    except OSError as error:
        raise NewConnectionError(connection, str(error)) from error


def _reached_through(connection: Any, options: dict[str, Any], interrupt: Interrupt) -> socket.socket:
    from epa_gui.core.service.socks_proxy import connected_through  # noqa: PLC0415  few have such a proxy

    try:
        return connected_through(options, interrupt, (connection.host, connection.port), connection.timeout)
    except OSError as error:
        raise ProxyError("no connection through the SOCKS proxy", error) from error


def prepare_tls(connection: Any, interrupt: Interrupt) -> None:
    """Have the TLS of `connection`, one of urllib3's, and of its proxy wait in slices.

    Raises:
        urllib3.exceptions.SSLError: The certificates to trust cannot be loaded.
    """
    if connection.ssl_context is None:
        connection.ssl_context = tls_context(interrupt)
    proxy = connection.proxy_config
    if proxy is not None and proxy.ssl_context is None:
        context = tls_context(interrupt)
        if connection.ca_certs or connection.ca_cert_dir:
            try:
                context.load_verify_locations(connection.ca_certs, connection.ca_cert_dir)
            except OSError as error:
                raise SSLError(error) from error
        connection.proxy_config = proxy._replace(ssl_context=context)
