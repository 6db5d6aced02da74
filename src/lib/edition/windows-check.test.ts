import { expect, test } from 'vitest';
import { message } from '../../i18n/messages.ts';
import { toAscii, windowsCheck } from './windows-check.ts';
import { WINDOWS_CHECK_WORDS } from './words.ts';

const lines = windowsCheck(WINDOWS_CHECK_WORDS).split('\r\n');

test('is ASCII, and every line ends as Windows wants', () => {
  const text = lines.join('\r\n');
  expect(text).toMatch(/^\p{ASCII}+$/u);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('\r\n')).toBe(true);
});

test('no sentence holds a sign that cmd would act on', () => {
  const sentences = Object.values({ ...WINDOWS_CHECK_WORDS } as Record<string, string>);
  const wrong = sentences.filter((one) => /[&|<>^%!()"]/.test(one));
  expect(wrong).toEqual([]);
});

test('every jump and call has its label, and every label is used', () => {
  const labels = lines.filter((line) => line.startsWith(':')).map((line) => line.slice(1));
  const used = lines.flatMap((line) =>
    [...line.matchAll(/\b(?:goto |call :)(\w+)/g)].map(([, label = '']) => label),
  );
  expect([...new Set(used)].sort()).toEqual(labels.sort());
});

test('no command runs from the folder itself, and nothing is written', () => {
  const text = lines.join('\n');
  expect(text).not.toMatch(/(?<!2\^)>(?!nul)/);
  expect(text.match(/certutil\.exe/g)).toHaveLength(1);
  expect(text).toContain('%SystemRoot%\\System32\\certutil.exe');
});

test('a name that the list does not hold is put into a variable before its signs could be acted on', () => {
  const begin = lines.indexOf('setlocal EnableDelayedExpansion');
  const end = lines.indexOf('endlocal');
  const delayed = lines.flatMap((line, number) => (line.includes('!') ? [number] : []));
  expect(delayed.length).toBeGreaterThan(0);
  expect(delayed.every((number) => begin < number && number < end)).toBe(true);
  expect(lines.indexOf('set "full=%%F"')).toBeGreaterThan(0);
  expect(lines.slice(begin, end).join()).not.toContain('%%F');
  expect(lines).toContain('echo THUA: !file!');
  const cut = lines
    .slice(lines.indexOf(':lookup'), begin)
    .filter((line) => /%+(full|file)/.test(line));
  expect(cut).toHaveLength(3);
  expect(cut.every((line) => /^(call )?set "\w+=[^"]*"$/.test(line))).toBe(true);
});

test('what is found stands on a line of its own, not behind the dots', () => {
  for (const sentence of ['DA THAY DOI:', 'THIEU:', 'THUA:']) {
    const at = lines.findIndex((line) => line.startsWith(`echo ${sentence}`));
    expect(lines.slice(at - 2, at)).toContain('if defined dots echo.');
  }
});

test('toAscii keeps the case', () => {
  expect(toAscii(message('kit.check.changed'))).toBe('DA THAY DOI:');
});
