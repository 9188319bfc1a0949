; The installer and the uninstaller of EPA Desktop, for NSIS 3.
;
; builder/windows.py puts the names, the version and the lists of files before this text, and texts.nsh where it says so.
; Switches: /S (silent), /D=FOLDER (last, without quotes). Uninstall.exe: /S, /DELETEDATA.
; Exit codes: 0 done; 1 cancelled; 2 broken off; 1150 this Windows is too old; 1618 try again later, the program is busy
; or another installation is running (the code by which software distribution knows to come back).

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
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
ShowInstDetails nevershow
ShowUninstDetails nevershow
AutoCloseWindow true
; With the default, a silent installation ignores a file it cannot write, and ends with 0.
AllowSkipFiles off

!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW NameInstallButton
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FINISH_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(FINISH_TEXT)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(FINISH_START)"
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
  ExecWait '"$INSTDIR\${PROGRAM}" --quit'
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
    RMDir /r "${NEW}"
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
  Call RefuseASecondSetup
FunctionEnd

Function NameInstallButton
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
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

Section "${NAME}"
  Call EndTheProgram
  ; First beside, then in place: a full disk leaves the version that was there.
  RMDir /r "${NEW}"
  !insertmacro UNPACK
  SetOutPath "$INSTDIR"
  WriteUninstaller "${NEW}\Uninstall.exe"
  Call EndTheProgram
  ; The version that was there knows best which files were its own.
  ${If} ${FileExists} "$INSTDIR\Uninstall.exe"
    CopyFiles /SILENT "$INSTDIR\Uninstall.exe" "$PLUGINSDIR\Earlier.exe"
    ${Do}
      ExecWait '"$PLUGINSDIR\Earlier.exe" /S /UPGRADE _?=$INSTDIR' $R4
      ; Started again in this very moment: asks, and ends here unless it is closed.
      Call EndTheProgram
    ${LoopWhile} $R4 = ${ERROR_BUSY}
  ${EndIf}
  !insertmacro MOVE_IN
  Push "Uninstall.exe"
  Call MoveIn
  RMDir /r "${NEW}"

  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "$(SHORTCUT)"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  ; Who saw no installer must not find the program gone. Others are asked on the last page.
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
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    ${If} $DeletesData = ${BST_CHECKED}
      Call un.DeleteData
    ${EndIf}
  ${EndIf}
SectionEnd
