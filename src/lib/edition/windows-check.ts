import { CHECKSUMS_FILE, SIGNATURE_FILE } from './checksums.ts';
import { KIT, RETIRED, UNFINISHED } from './kit.ts';

/** Sentences of the check; written with marks, shown without. No `& | < > ^ % ! ( ) "`. */
export interface WindowsCheckWords {
  intro: string;
  noTool: string;
  noList: string;
  unfinished: string;
  missing: string;
  changed: string;
  unreadable: string;
  whole: string;
  faulty: string;
  added: string;
  extra: string;
  limits: string;
}

const SHA256_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** A sign of life for every so many files. */
const DOT_EVERY = 20;
/** All files there are, but those of an interrupted run. */
const LISTING = `dir /s /b /a-d-h-s 2^>nul ^| %finder% /v /i "\\${UNFINISHED}" ^| %finder% /v /i "\\${RETIRED}"`;

/**
 * A command file that holds the files beside it against their list, by what Windows 7 and later
 * bring: `cmd` and `certutil`. It writes nothing, so that it runs from a medium that is read-only.
 *
 * Plain ASCII, since a command file has no encoding: with code page 65001 the `cmd` of Windows 7
 * loses its place in the file. It goes to its own folder and uses relative names only, which are
 * ASCII, so that letters and signs in the folder's name do no harm. Programs are named in full: one
 * of that name on the stick must not run. Windows 7 sets the digits of a digest in pairs,
 * and `certutil` refuses an empty file.
 *
 * Names of files that the list does not hold may have any sign. They are looked up one by one, which
 * takes a while, only when the number of files says that there are some. Delayed expansion, which
 * keeps their signs from being acted on, is switched on after a name has come into a variable:
 * before, it would lose each `!`. The folder is cut off before that, within quotes, since Wine cuts
 * nothing under delayed expansion and could not try this; `call` doubles each `^` of what it expands.
 *
 * Exit code 0: all as listed; 1: not; 2: cannot be checked. `/q` does not wait for a key.
 */
export function windowsCheck(words: WindowsCheckWords): string {
  const say = (sentence: string): string => `echo ${toAscii(sentence)}`;
  const lines = [
    '@echo off',
    'setlocal EnableExtensions DisableDelayedExpansion',
    'pushd "%~dp0"',
    'set "quiet=%~1"',
    'set "hasher=%SystemRoot%\\System32\\certutil.exe"',
    'set "finder=%SystemRoot%\\System32\\find.exe"',
    say(words.intro),
    'echo.',
    'if not exist "%hasher%" goto notool',
    `if exist "${UNFINISHED}\\" ${say(words.unfinished)}`,
    `if not exist "${CHECKSUMS_FILE}" goto nolist`,
    'set /a files=0',
    'set /a faults=0',
    'set /a absent=0',
    'set "dots="',
    `for /f "usebackq tokens=1,*" %%A in ("${CHECKSUMS_FILE}") do call :check "%%A" "%%B"`,
    ...NEW_LINE,
    'call :count',
    ...NEW_LINE,
    'echo.',
    'if %files% equ 0 goto nolist',
    'if %faults% gtr 0 goto faulty',
    say(`${words.whole} %files%`),
    say(words.limits),
    'set "code=0"',
    'goto end',
    '',
    ':faulty',
    say(`${words.faulty} %faults%`),
    'set "code=1"',
    'goto end',
    '',
    ':notool',
    say(words.noTool),
    'set "code=2"',
    'goto end',
    '',
    ':nolist',
    say(words.noList),
    'set "code=2"',
    '',
    ':end',
    'popd',
    'if /i not "%quiet%"=="/q" pause',
    'exit /b %code%',
    '',
    ':check',
    'set /a files+=1',
    ...dotFor('files'),
    'set "file=%~2"',
    'set "file=%file:/=\\%"',
    'set "hash="',
    'if not exist "%file%" goto missing',
    `for %%Z in ("%file%") do if %%~zZ equ 0 set "hash=${SHA256_OF_NOTHING}"`,
    'if not defined hash for /f "skip=1 delims=" %%H in (\'%hasher% -hashfile "%file%" SHA256 2^>nul\') do if not defined hash set "hash=%%H"',
    'if not defined hash goto unreadable',
    'set "hash=%hash: =%"',
    'if /i "%hash%"=="%~1" exit /b 0',
    ...NEW_LINE,
    say(`${words.changed} %file%`),
    'set /a faults+=1',
    'exit /b 0',
    '',
    ':missing',
    ...NEW_LINE,
    say(`${words.missing} %file%`),
    'set /a faults+=1',
    'set /a absent+=1',
    'exit /b 0',
    '',
    ':unreadable',
    ...NEW_LINE,
    say(`${words.unreadable} %file%`),
    'set /a faults+=1',
    'exit /b 0',
    '',
    ':count',
    'set /a expected=files+1-absent',
    `if exist "${SIGNATURE_FILE}" set /a expected+=1`,
    'set /a present=0',
    `for /f "delims=" %%F in ('${LISTING} ^| %finder% /c /v ""') do set /a present=%%F`,
    'set /a extra=present-expected',
    'if %extra% leq 0 exit /b 0',
    say(`${words.added} %extra%`),
    'set "base=%CD%"',
    'if not "%base:~-1%"=="\\" set "base=%base%\\"',
    'set /a skip=0',
    ':measure',
    'if not defined base goto name',
    'set "base=%base:~1%"',
    'set /a skip+=1',
    'goto measure',
    ':name',
    'set /a seen=0',
    'set /a named=0',
    `for /f "delims=" %%F in ('${LISTING}') do (`,
    'set "full=%%F"',
    'call :lookup',
    ')',
    'exit /b 0',
    '',
    ':lookup',
    'if %named% geq %extra% exit /b 0',
    'set /a seen+=1',
    ...dotFor('seen'),
    'call set "file=%%full:~%skip%%%"',
    'set "file=%file:^^=^%"',
    'set "listed=%file:\\=/%"',
    'set "known="',
    'setlocal EnableDelayedExpansion',
    ...[CHECKSUMS_FILE, SIGNATURE_FILE].map((name) => `if /i "!file!"=="${name}" set "known=1"`),
    `for /f "tokens=1,*" %%A in ('%finder% /i "  !listed!" ${CHECKSUMS_FILE}') do if /i "%%B"=="!listed!" set "known=1"`,
    'if defined known exit /b 0',
    'if defined dots echo.',
    say(`${words.extra} !file!`),
    'endlocal',
    'set "dots="',
    'set /a named+=1',
    'exit /b 0',
    '',
  ];
  return lines.join('\r\n');
}

/** A dot for every so many files counted by a variable; `dots` says that the line has begun. */
function dotFor(counter: string): string[] {
  return [
    `set /a rest=${counter} %% ${DOT_EVERY}`,
    'if %rest% equ 0 <nul set /p "=."',
    'if %rest% equ 0 set "dots=1"',
  ];
}

/** Ends a line of dots, so that what is said next has its own. */
const NEW_LINE = ['if defined dots echo.', 'set "dots="'];

/** Name of the command file, beside the list. */
export const WINDOWS_CHECK_FILE = KIT.windowsCheck;

/** Vietnamese without marks, in its own case. @example toAscii('Đã đủ') // 'Da du' */
export function toAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}
