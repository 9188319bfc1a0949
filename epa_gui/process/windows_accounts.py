"""Asks Windows whose a pipe is."""

import ctypes
import sys
from ctypes import wintypes

if sys.platform == "win32":
    _KERNEL_OBJECT = 6
    _OWNER_INFORMATION = 1
    _TOKEN_QUERY = 8
    _TOKEN_USER, _TOKEN_OWNER = 1, 4
    _pointer = ctypes.POINTER(ctypes.c_void_p)
    _advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    _kernel32.CloseHandle.argtypes = [wintypes.HANDLE]
    _kernel32.LocalFree.argtypes = [ctypes.c_void_p]
    _advapi32.GetSecurityInfo.argtypes = [wintypes.HANDLE, ctypes.c_int, wintypes.DWORD, *[_pointer] * 5]
    _advapi32.OpenProcessToken.argtypes = [wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE)]
    _advapi32.GetTokenInformation.argtypes = [
        wintypes.HANDLE,
        ctypes.c_int,
        ctypes.c_void_p,
        wintypes.DWORD,
        ctypes.POINTER(wintypes.DWORD),
    ]
    _advapi32.EqualSid.argtypes = [ctypes.c_void_p, ctypes.c_void_p]

    def owns_pipe(handle: int) -> bool:
        """Whether the pipe behind a handle is the property of this process's account.

        Another account cannot say so of its own. For an administrator's elevated process Windows may name the group of
        administrators instead, which is compared too: whoever is in it can do anything anyway.
        """
        owner, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
        failed = _advapi32.GetSecurityInfo(
            handle, _KERNEL_OBJECT, _OWNER_INFORMATION, ctypes.byref(owner), None, None, None, ctypes.byref(descriptor)
        )
        if failed:
            return False
        try:
            return any(_is_token_s(owner, kind) for kind in (_TOKEN_USER, _TOKEN_OWNER))
        finally:
            _kernel32.LocalFree(descriptor)

    def _is_token_s(owner: ctypes.c_void_p, kind: int) -> bool:
        """Whether it is the account (or the owner of what is made) in this process's token."""
        token, size = wintypes.HANDLE(), wintypes.DWORD()
        if not _advapi32.OpenProcessToken(_kernel32.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)):
            return False
        try:
            told = ctypes.create_string_buffer(512)  # a pointer to the SID, which lies behind it
            if not _advapi32.GetTokenInformation(token, kind, told, len(told), ctypes.byref(size)):
                return False
            sid = ctypes.c_void_p.from_buffer(told)
            return bool(_advapi32.EqualSid(owner, sid))
        finally:
            _kernel32.CloseHandle(token)
