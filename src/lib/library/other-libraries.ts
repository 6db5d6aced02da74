import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { NamedLibrary } from '../search/index-format.ts';
import type { Problem } from '../validation/problem.ts';

/** File of the content folder that names the libraries which are searched along. */
export const LIBRARIES_FILE = 'thu-vien-khac.yaml';

/** Libraries that a file names, and what is wrong with it. */
export interface LibrariesReading {
  libraries: NamedLibrary[];
  problems: Problem[];
}

/** More would be opened by every reader who searches. */
const MOST_LIBRARIES = 8;
const MOST_NAME = 80;
const FIELDS = ['name', 'address'];

/** Where a problem is, and what it is. */
type Complain = (id: string, node: unknown, values?: Record<string, string>) => void;

/**
 * Read the list of libraries that are searched along: `- { name, address }`.
 *
 * @param source Content of {@link LIBRARIES_FILE}.
 * @returns No libraries where there are problems.
 */
export function readLibraries(source: string): LibrariesReading {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, strict: true, version: '1.2' });
  const problems: Problem[] = [];
  const complainAt = (offset: number, id: string, values: Record<string, string>): void => {
    const { line, col } = lines.linePos(offset);
    const place = { line: Math.max(1, line), column: Math.max(1, col) };
    problems.push({ id, severity: 'error', path: LIBRARIES_FILE, ...place, values });
  };
  const complain: Complain = (id, node, values = {}) => {
    complainAt((node as Node | null)?.range?.[0] ?? 0, id, values);
  };
  const [error] = document.errors;
  if (error) {
    complainAt(error.pos[0], 'libraries-syntax', {});
    return { libraries: [], problems };
  }
  const { contents } = document;
  if (contents === null) return { libraries: [], problems };
  if (!isSeq(contents)) complain('libraries-syntax', contents);
  const items = isSeq(contents) ? contents.items : [];
  if (items.length > MOST_LIBRARIES) {
    complain('libraries-many', items[MOST_LIBRARIES], { most: String(MOST_LIBRARIES) });
  }
  const libraries: NamedLibrary[] = [];
  for (const item of items) {
    const library = readLibrary(item, complain);
    if (library === null) continue;
    const twin = libraries.find(
      ({ name, address }) => name === library.name || address === library.address,
    );
    if (twin) complain('libraries-twice', item, { name: twin.name });
    libraries.push(library);
  }
  return { libraries: problems.length > 0 ? [] : libraries, problems };
}

function readLibrary(item: unknown, complain: Complain): NamedLibrary | null {
  if (!isMap(item)) {
    complain('libraries-syntax', item);
    return null;
  }
  const unknown = item.items.find(({ key }) => !FIELDS.includes(String(key)));
  if (unknown) complain('libraries-field', unknown.key, { field: String(unknown.key) });
  const [name = '', address = ''] = FIELDS.map((field) => {
    const node = item.get(field, true);
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'string' ? value.normalize('NFC').trim() : '';
  });
  if (name === '' || name.length > MOST_NAME || CONTROL.test(name)) {
    complain('libraries-name', item.get('name', true) ?? item, { most: String(MOST_NAME) });
  }
  const known = normalizeAddress(address);
  if (known === null) {
    complain('libraries-address', item.get('address', true) ?? item, { address });
    return null;
  }
  return { name, address: known };
}

const CONTROL = /\p{Cc}/u;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/**
 * An address in the form in which pages use it, with `/` at the end.
 *
 * @param address A folder as it is called, relative to the root of the site, or `https:`.
 * @returns null for anything else: another scheme, a name with a password, a query, the site itself.
 * @example normalizeAddress('../Thư viện tỉnh') // '../Th%C6%B0%20vi%E1%BB%87n%20t%E1%BB%89nh/'
 */
export function normalizeAddress(address: string): string | null {
  if (CONTROL.test(address) || address.includes('\\')) return null;
  return SCHEME.test(address) ? normalizeHosted(address) : normalizeFolder(address);
}

function normalizeHosted(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, search, hash, href } = new URL(address);
  const isPlain = username === '' && password === '' && search === '' && hash === '';
  // A question mark or a hash with nothing behind it is in the address, too.
  if (protocol !== 'https:' || !isPlain || /[?#]/.test(href)) return null;
  return href.endsWith('/') ? href : `${href}/`;
}

function normalizeFolder(address: string): string | null {
  if (address.startsWith('/')) return null;
  const parts: string[] = [];
  for (const part of address.split('/').filter((name) => name !== '' && name !== '.')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part === '..' ? part : encodeURIComponent(part));
  }
  return parts.length === 0 ? null : `${parts.join('/')}/`;
}

/** What the policy of the pages must allow to load, so that hosted libraries can be searched. */
export function scriptSources(libraries: readonly NamedLibrary[], folder: string): string[] {
  return libraries
    .filter(({ address }) => SCHEME.test(address))
    .map(({ address }) => `${address}${folder}/`.replace(/[;,]/g, encodeURIComponent));
}
