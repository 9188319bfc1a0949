; The installer and the uninstaller of EPA Desktop, for NSIS 3.
;
; builder/windows.py puts the names, the version and the lists of files before this text, and texts.nsh where it says so.
; Switches: /S (silent), /ALLUSERS (for everybody at this computer, in Program Files; started as administrator), /D=FOLDER
; (last, without quotes). Uninstall.exe: /S, /DELETEDATA.
; Exit codes: 0 done; 1 cancelled; 2 broken off, also for want of an administrator's rights; 1150 this Windows is too old;
; 1618 try again later, the program is busy or another installation is running (the code by which software distribution
; knows to come back).
;
; Who installs into a folder of their choice may be an administrator, and whoever else may write there must not make them
; run a program. So nothing in the folder is ever run but what an earlier installation of ours put there and wrote down in
; the registry: the folder, and the SHA-256 of the two programs.

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "nsDialogs.nsh"

!define ERROR_TOO_OLD 1150
!define ERROR_BUSY 1618
!define ERROR_ALREADY_EXISTS 183
!define DATA_FOLDER "$LOCALAPPDATA\${NAME}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define NEW "$INSTDIR\~new"
; How often, and how far apart, to look again at a file that an antivirus program, or one that is ending, may hold.
!define TRIES 10
!define PAUSE_MS 500

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
ShowInstDetails nevershow
ShowUninstDetails nevershow
AutoCloseWindow true
; With the default, a silent installation ignores a file it cannot write, and ends with 0.
AllowSkipFiles off

Var IsForAll
Var IsRoomMade
Var WelcomeText

!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$WelcomeText"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW NameInstallButton
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FINISH_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(FINISH_TEXT)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(FINISH_START)"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW OfferNoStartAsAdministrator
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskAboutData un.NoteAboutData
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"
;@TEXTS@

VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
!macro ABOUT language
  VIAddVersionKey /LANG=${language} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${NAME} Setup"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "${COPYRIGHT}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
!macroend
!insertmacro ABOUT ${LANG_ENGLISH}
!insertmacro ABOUT ${LANG_JAPANESE}

Var DeletesData
Var DataBox
Var WasEnded

!macro RIGHTS prefix
; What is for everybody is an administrator's to put in place and to take away: Windows is asked to ask for one.
Function ${prefix}RefuseWithoutRights
  UserInfo::GetAccountType
  Pop $R1
  ${If} $R1 == "Admin"
    Return
  ${EndIf}
  ${IfNot} ${Silent}
    ${GetParameters} $R0
    ClearErrors
    !if "${prefix}" == ""
      ExecShell "runas" "$EXEPATH" "$R0"
    !else
      ExecShell "runas" "$INSTDIR\Uninstall.exe" "$R0"
    !endif
    ${IfNot} ${Errors}
      Quit
    ${EndIf}
  ${EndIf}
  MessageBox MB_OK|MB_ICONSTOP "$(NO_RIGHTS)" /SD IDOK
  SetErrorLevel 2
  Quit
FunctionEnd

; The SHA-256 of the file $R6, in hexadecimal digits, into $R7; empty if it cannot be read.
Function ${prefix}Fingerprint
  StrCpy $R7 ""
  System::Call 'kernel32::CreateFileW(w R6, i 0x80000000, i 1, p 0, i 3, i 0, p 0) p .r1'
  ${If} $1 <> -1
    System::Call 'kernel32::GetFileSize(p r1, p 0) i .r2'
    System::Call 'kernel32::CreateFileMappingW(p r1, p 0, i 2, i 0, i 0, p 0) p .r3'
    System::Call 'kernel32::MapViewOfFile(p r3, i 4, i 0, i 0, p 0) p .r4'
    ${If} $4 <> 0
      System::Call 'bcrypt::BCryptOpenAlgorithmProvider(*p .r5, w "SHA256", p 0, i 0) i .r0'
      System::Alloc 32
      Pop $6
      System::Call 'bcrypt::BCryptHash(p r5, p 0, i 0, p r4, i r2, p r6, i 32) i .r0'
      ${If} $0 = 0
        ; CRYPT_STRING_HEXRAW | CRYPT_STRING_NOCRLF
        System::Call 'crypt32::CryptBinaryToStringW(p r6, i 32, i 0x4000000C, w .R7, *i ${NSIS_MAX_STRLEN})'
      ${EndIf}
      System::Free $6
      System::Call 'bcrypt::BCryptCloseAlgorithmProvider(p r5, i 0)'
      System::Call 'kernel32::UnmapViewOfFile(p r4)'
    ${EndIf}
    System::Call 'kernel32::CloseHandle(p r3)'
    System::Call 'kernel32::CloseHandle(p r1)'
  ${EndIf}
FunctionEnd

; Whether the file $R6 is what our own installation put into this folder and wrote down as $R8, into $R5.
Function ${prefix}SeeWhetherItIsOurs
  StrCpy $R5 0
  ReadRegStr $R7 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R7 != $INSTDIR
    Return
  ${EndIf}
  ReadRegStr $R7 SHCTX "${UNINSTALL_KEY}" "UninstallString"
  ${If} $R7 != '"$INSTDIR\Uninstall.exe"'
    Return
  ${EndIf}
  ReadRegStr $R8 SHCTX "${UNINSTALL_KEY}" "$R8"
  Call ${prefix}Fingerprint
  ${If} $R7 != ""
  ${AndIf} $R7 == $R8
    StrCpy $R5 1
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RIGHTS ""
!insertmacro RIGHTS "un."

!macro RUNNING prefix
; Whether the program still runs after $R3 looks, into $R1: it then cannot be opened for writing, whatever its windows are
; called and in whichever language they are. An antivirus program that looks at it is soon done.
Function ${prefix}SeeWhetherItRuns
  StrCpy $R1 0
  ${For} $R0 1 $R3
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      Return
    ${EndIf}
    ClearErrors
    FileOpen $R2 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $R2
      Return
    ${EndIf}
    Sleep ${PAUSE_MS}
  ${Next}
  StrCpy $R1 1
FunctionEnd

; A running program is asked to end, which it does unless it is in the middle of something.
Function ${prefix}EndTheProgram
  StrCpy $R3 2
  Call ${prefix}SeeWhetherItRuns
  ${If} $R1 = 0
    Return
  ${EndIf}
  MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK IDCANCEL give_up
  again:
  ; For everybody: the program of whoever uses it would not hear that of an administrator, who has data of their own.
  ${If} $IsForAll <> 1
    StrCpy $R6 "$INSTDIR\${PROGRAM}"
    StrCpy $R8 "ProgramFingerprint"
    Call ${prefix}SeeWhetherItIsOurs
    ${If} $R5 = 1
      ExecWait '"$INSTDIR\${PROGRAM}" --quit'
    ${EndIf}
  ${EndIf}
  StrCpy $R3 ${TRIES}
  Call ${prefix}SeeWhetherItRuns
  ${If} $R1 = 0
    StrCpy $WasEnded 1
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(BUSY)" /SD IDCANCEL IDRETRY again
  give_up:
  !if "${prefix}" == ""
    SetOutPath "$TEMP"
    ${If} $IsRoomMade = 1
      RMDir /r "${NEW}"
    ${EndIf}
  !endif
  SetErrorLevel ${ERROR_BUSY}
  Quit
FunctionEnd

Function ${prefix}RefuseASecondSetup
  System::Call 'kernel32::CreateMutex(p 0, i 1, t "Local\${ID}-setup") p .r1 ?e'
  Pop $0
  ${If} $0 = ${ERROR_ALREADY_EXISTS}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(SETUP_RUNNING)" /SD IDOK
    SetErrorLevel ${ERROR_BUSY}
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RUNNING ""
!insertmacro RUNNING "un."

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel ${ERROR_TOO_OLD}
    Quit
  ${EndIf}
  Call ChooseForWhom
  Call RefuseASecondSetup
FunctionEnd

Function ChooseForWhom
  SetRegView 64
  StrCpy $IsForAll 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $IsForAll 1
    SetShellVarContext all
    Call RefuseWithoutRights
  ${EndIf}
  ; Empty unless /D says where.
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${EndIf}
  ${If} $IsForAll = 1
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
    ${EndIf}
    StrCpy $WelcomeText "$(WELCOME_ALL_TEXT)"
  ${Else}
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
    ${EndIf}
    StrCpy $WelcomeText "$(WELCOME_TEXT)"
  ${EndIf}
FunctionEnd

Function NameInstallButton
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
FunctionEnd

; Started from here, it would run with an administrator's rights and data.
Function OfferNoStartAsAdministrator
  ${If} $IsForAll = 1
    SendMessage $mui.FinishPage.Run ${BM_SETCHECK} ${BST_UNCHECKED} 0
    ShowWindow $mui.FinishPage.Run ${SW_HIDE}
  ${EndIf}
FunctionEnd

; One thing of the payload from "~new" to its place. A file that is being looked at can be copied where it cannot be moved.
Function MoveIn
  Exch $R0
  ${For} $R1 1 ${TRIES}
    ${If} ${FileExists} "$INSTDIR\$R0"
      ${ExitFor}
    ${EndIf}
    ClearErrors
    Rename "${NEW}\$R0" "$INSTDIR\$R0"
    ${IfNot} ${Errors}
      Pop $R0
      Return
    ${EndIf}
    Sleep ${PAUSE_MS}
  ${Next}
  ClearErrors
  CopyFiles /SILENT "${NEW}\$R0" "$INSTDIR"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(INCOMPLETE)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  Pop $R0
FunctionEnd

; What an installation of ours that was broken off left goes. Where none is registered it may be anybody's, and lead
; anywhere: it is put aside as it is.
Function MakeRoom
  ${If} ${FileExists} "${NEW}"
    ReadRegStr $R7 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $R7 == $INSTDIR
      RMDir /r "${NEW}"
    ${Else}
      GetTempFileName $R6 "$INSTDIR"
      Delete $R6
      Rename "${NEW}" $R6
    ${EndIf}
  ${EndIf}
  StrCpy $IsRoomMade 1
FunctionEnd

Section "${NAME}"
  Call EndTheProgram
  ; First beside, then in place: a full disk leaves the version that was there.
  Call MakeRoom
  !insertmacro UNPACK
  SetOutPath "$INSTDIR"
  WriteUninstaller "${NEW}\Uninstall.exe"
  Call EndTheProgram
  ; The version that was there knows best which files were its own. What is looked at and run is a copy where nobody else
  ; writes.
  ${If} ${FileExists} "$INSTDIR\Uninstall.exe"
    CopyFiles /SILENT "$INSTDIR\Uninstall.exe" "$PLUGINSDIR\Earlier.exe"
    StrCpy $R6 "$PLUGINSDIR\Earlier.exe"
    StrCpy $R8 "UninstallerFingerprint"
    Call SeeWhetherItIsOurs
    ${If} $R5 = 1
      ${Do}
        ExecWait '"$PLUGINSDIR\Earlier.exe" /S /UPGRADE _?=$INSTDIR' $R4
        ; Started again in this very moment: asks, and ends here unless it is closed.
        Call EndTheProgram
      ${LoopWhile} $R4 = ${ERROR_BUSY}
    ${EndIf}
  ${EndIf}
  !insertmacro MOVE_IN
  Push "Uninstall.exe"
  Call MoveIn
  RMDir /r "${NEW}"

  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "$(SHORTCUT)"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  StrCpy $R6 "$INSTDIR\${PROGRAM}"
  Call Fingerprint
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "ProgramFingerprint" "$R7"
  StrCpy $R6 "$INSTDIR\Uninstall.exe"
  Call Fingerprint
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallerFingerprint" "$R7"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1

  ; Who saw no installer must not find the program gone. Others are asked on the last page. One for everybody was not ended.
  ${If} ${Silent}
  ${AndIf} $WasEnded = 1
    Exec '"$INSTDIR\${PROGRAM}"'
  ${EndIf}
SectionEnd

Function un.onInit
  StrCpy $DeletesData 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DELETEDATA" $R1
  ${IfNot} ${Errors}
    StrCpy $DeletesData ${BST_CHECKED}
  ${EndIf}
  SetRegView 64
  StrCpy $IsForAll 0
  SetShellVarContext all
  ReadRegStr $R1 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R1 == $INSTDIR
    StrCpy $IsForAll 1
    Call un.RefuseWithoutRights
  ${Else}
    SetShellVarContext current
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPGRADE" $R1
  ${If} ${Errors}
    Call un.RefuseASecondSetup
  ${EndIf}
FunctionEnd

Function un.AskAboutData
  !insertmacro MUI_HEADER_TEXT "$(REMOVE_TITLE)" "$(REMOVE_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 30u "$(REMOVE_TEXT)"
  Pop $0
  ${NSD_CreateCheckBox} 0 36u 100% 12u "$(REMOVE_DATA)"
  Pop $DataBox
  ${NSD_SetState} $DataBox $DeletesData
  ${NSD_CreateLabel} 12u 52u -12u 50u "$(REMOVE_DATA_TEXT)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.NoteAboutData
  ${NSD_GetState} $DataBox $DeletesData
FunctionEnd

; Every entry of Credential Manager that begins so. keys/keychain.py names them "EPA Desktop/…" and "EPA Desktop practice/…".
!macro FORGET_KEYS beginning
  System::Call 'advapi32::CredEnumerateW(w "${beginning}*", i 0, *i .r1, *p .r2) i .r0'
  ${If} $0 <> 0
    StrCpy $3 0
    ${While} $3 < $1
      IntOp $4 $3 * ${NSIS_PTR_SIZE}
      IntPtrOp $4 $2 + $4
      System::Call '*$4(p .r5)'
      ; CREDENTIALW begins with Flags, Type, TargetName.
      System::Call '*$5(i, i .r6, w .r7)'
      System::Call 'advapi32::CredDeleteW(w r7, i r6, i 0)'
      IntOp $3 $3 + 1
    ${EndWhile}
    System::Call 'advapi32::CredFree(p r2)'
  ${EndIf}
!macroend

; A program that uses the data holds its lock file open, so that it cannot be deleted; one left by a crash can.
Function un.DeleteData
  ClearErrors
  Delete "${DATA_FOLDER}\${ID}.lock"
  Delete "${DATA_FOLDER}\practice\${ID}.lock"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(DATA_IN_USE)" /SD IDOK
    SetErrorLevel ${ERROR_BUSY}
    Return
  ${EndIf}
  RMDir /r "${DATA_FOLDER}"
  !insertmacro FORGET_KEYS "${NAME}/"
  !insertmacro FORGET_KEYS "${NAME} practice/"
FunctionEnd

Section "un.${NAME}"
  Call un.EndTheProgram
  SetOutPath "$TEMP"
  !insertmacro TAKE_AWAY
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPGRADE" $R1
  ${If} ${Errors}
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
    ${If} $DeletesData = ${BST_CHECKED}
      SetShellVarContext current
      Call un.DeleteData
    ${EndIf}
  ${EndIf}
SectionEnd
