import { describeProblem } from '../../i18n/describe-problem.ts';
import { hasMessage } from '../../i18n/messages.ts';
import type { ContentFile } from '../library/types.ts';
import type { Problem } from './problem.ts';
import { validate, type ValidateOptions } from './validate.ts';

/** Fields of a fictional record as YAML, by name; null leaves a field out. */
export type Fields = Record<string, string | null>;

const GOOD: Fields = {
  symbol: '901-QĐ/TV',
  type: 'quyet-dinh',
  system: 'dang',
  title: 'Quyết định thử về thư viện xã Minh Trí',
  issuer: 'hoi-dong-thu',
  issuedDate: '2031-03-04',
  status: '{ value: unknown }',
  verification: '{ effectiveFrom: unverified, effectiveTo: unverified, signer: unverified }',
  sources:
    '[{ id: s1, url: "https://thu.example.vn/a", title: Trang thử, seen: [symbol, title, issuer, issuedDate] }]',
};

export const ISSUER: ContentFile = {
  path: 'co-quan/hoi-dong-thu.mdx',
  text: '---\nname: Hội đồng Thử\naliases: [Hội đồng thử nghiệm]\ncodes: [TV]\nsystem: dang\n---\n',
};

export const TOPIC: ContentFile = {
  path: 'chu-de/thu-vien.mdx',
  text: '---\nname: Thư viện cộng đồng\n---\n',
};

/**
 * A document of the fictional corpus; without fields it is in good order.
 *
 * @param slug Also says the folder, when it is not `quyet-dinh`: `luat/90-2031-qh20`.
 * @returns Its fields stand in the order: those given, then the good ones.
 */
export function documentFile(slug: string, fields: Fields = {}, body = ''): ContentFile {
  const [name = '', folder = 'quyet-dinh'] = slug.split('/').reverse();
  const lines = Object.entries({ ...fields, ...without(GOOD, Object.keys(fields)) })
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([field, value]) => `${field}: ${value}`);
  return {
    path: `van-ban/${folder}/${name}.mdx`,
    text: `---\n${lines.join('\n')}\n---\n${body === '' ? '' : `\n${body}`}`,
  };
}

/** An entry of another collection. @param path `chu-de/x` */
export function entryFile(path: string, fields: Fields, body = ''): ContentFile {
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value ?? ''}`);
  return { path: `${path}.mdx`, text: `---\n${lines.join('\n')}\n---\n\n${body}` };
}

/**
 * Everything that validation says about a corpus, issuer and topic of the fixtures added.
 *
 * @returns `name:line:column id`, the name of a file without folder and ending; `!` before the id
 *   of an error, nothing before that of a warning.
 * @throws When a problem has no sentence, or a sentence an empty slot.
 */
export function findProblems(
  files: readonly ContentFile[],
  options: ValidateOptions = {},
): string[] {
  return validate([...files, ISSUER, TOPIC], options).problems.map((problem) => {
    requireSentence(problem);
    const { id, path, line, column, severity } = problem;
    const name = path.replace(/^.*\/|\.mdx$/g, '');
    return `${name}:${line}:${column} ${severity === 'error' ? '!' : ''}${id}`;
  });
}

/** @throws When the string table cannot put a problem into words. */
export function requireSentence(problem: Problem): void {
  const { message, hint } = describeProblem(problem);
  if (!hasMessage(`problems.${problem.id}.message`)) throw new Error(`no sentence: ${problem.id}`);
  if (message === problem.id || hint === '') {
    throw new Error(`a slot is empty: ${JSON.stringify(problem)}`);
  }
}

/**
 * The same for the one record `901-qd-tv-2031` with other fields.
 *
 * @returns `line:column id`
 */
export function findRecordProblems(
  fields: Fields,
  body = '',
  options: ValidateOptions = {},
): string[] {
  const problems = findProblems([documentFile('901-qd-tv-2031', fields, body)], options);
  return problems.map((problem) => problem.replace('901-qd-tv-2031:', ''));
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
