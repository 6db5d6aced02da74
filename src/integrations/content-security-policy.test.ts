import { expect, test } from 'vitest';
import {
  CONTENT_SECURITY_POLICY,
  isPolicyTag,
  parsePolicy,
  policyEdit,
  policyWith,
} from './content-security-policy.ts';
import { scanPage } from './markup/scan-page.ts';
import { applyEdits } from './relative-links/relativize.ts';

const tag = `<meta http-equiv="content-security-policy" content="${CONTENT_SECURITY_POLICY}">`;

/** A page with the policy, as it is and as its tags tell. */
function ensurePolicy(html: string) {
  const page = Buffer.from(html);
  const elements = scanPage(page);
  const edit = policyEdit(page, elements);
  const edited = applyEdits(page, edit === null ? [] : [edit]).toString();
  const tags = (list: typeof elements) =>
    list.map(({ name, attributes }) => [name, attributes.map(({ value }) => value)]);
  expect(tags(elements)).toEqual(tags(scanPage(Buffer.from(edited))));
  expect(elements.filter(isPolicyTag).length).toBe(edited.match(/http-equiv/gi)?.length ?? 0);
  return edited;
}

test('puts the policy directly after the character set', () => {
  expect(ensurePolicy('<head><meta charset="utf-8" /><title>x</title></head>')).toBe(
    `<head><meta charset="utf-8" />${tag}<title>x</title></head>`,
  );
});

test.each([
  ['has a policy', `<meta charset=utf-8>${tag.toUpperCase()}</head>`],
  ['has no character set', '<head><title>x</title></head>'],
])('leaves a page that %s', (_, html) => {
  expect(ensurePolicy(html)).toBe(html);
});

test('ignores what the body of a page quotes', () => {
  const body = `</head><body>${tag}</body>`;
  expect(ensurePolicy(`<p>đ</p><meta charset=utf-8>${body}`)).toBe(
    `<p>đ</p><meta charset=utf-8>${tag}${body}`,
  );
});

test('the first directive of a name counts', () => {
  expect([...parsePolicy(" Img-Src 'self' a.example;; img-src *; base-uri ")]).toEqual([
    ['img-src', ["'self'", 'a.example']],
    ['base-uri', []],
  ]);
});

test('other libraries add their search folders to the scripts, and to nothing else', () => {
  expect(policyWith([])).toBe(CONTENT_SECURITY_POLICY);
  const wider = parsePolicy(policyWith(['https://x.example/tim-kiem/']));
  expect(wider.get('script-src')).toEqual(["'self'", 'https://x.example/tim-kiem/']);
  const before = [...parsePolicy(CONTENT_SECURITY_POLICY)].filter(
    ([name]) => name !== 'script-src',
  );
  expect([...wider].filter(([name]) => name !== 'script-src')).toEqual(before);
});
