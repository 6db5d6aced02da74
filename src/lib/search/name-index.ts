import type { SearchDocument, SearchTable } from './index-format.ts';
import { meetingNames } from './meeting-names.ts';
import { splitSyllables } from './syllables.ts';

/**
 * Everything a document is called, held in memory: answers to names come from here at once, without
 * loading a part of the index.
 */
export interface NameIndex {
  names: Name[];
  /** Where each folded syllable stands. */
  places: Map<string, NamePlace[]>;
  /** By syllable, how often others stand directly after it; see {@link followersOf}. */
  followers: Map<string, Map<string, number>>;
  /** The syllables, sorted, for what is still being typed. */
  keys: string[];
  /** Number of documents with a syllable among their names. */
  frequency: Map<string, number>;
  /** Number of documents. */
  count: number;
}

/** What a name is. A `context` name says whose document it is or what about: issuer, topic, year. */
export type NameKind = 'title' | 'alias' | 'number' | 'context';

export interface Name {
  /** Index of the document that bears it; of all of them for a context name. */
  documents: number[];
  kind: NameKind;
  text: string;
  keys: string[];
  /** Diacritics of each syllable. */
  marks: string[];
  /** How much each of its syllables tells, and all together. */
  weights: Float64Array;
  total: number;
}

export interface NamePlace {
  /** Index of the name. */
  name: number;
  /** Number of the syllable in the name. */
  position: number;
}

/** Build the index of names from the table. */
export function buildNameIndex(table: SearchTable): NameIndex {
  const index: NameIndex = {
    names: [],
    places: new Map(),
    followers: new Map(),
    keys: [],
    frequency: new Map(),
    count: table.documents.length,
  };
  const contexts = new Map<string, Name>();
  table.documents.forEach((document, position) => {
    const keys = new Set<string>();
    for (const [kind, text] of namesOf(document, table)) {
      const shared = kind === 'context' ? contexts.get(text) : undefined;
      if (shared) shared.documents.push(position);
      const name = shared ?? addName(index, position, kind, text);
      if (kind === 'context') contexts.set(text, name);
      for (const key of name.keys) keys.add(key);
    }
    for (const key of keys) index.frequency.set(key, (index.frequency.get(key) ?? 0) + 1);
  });
  index.keys = [...index.places.keys()].sort();
  for (const name of index.names) {
    name.weights = Float64Array.from(name.keys, (key) => nameWeight(index, key));
    name.total = name.weights.reduce((sum, weight) => sum + weight, 0);
  }
  return index;
}

/**
 * How much a syllable tells: more, the fewer documents bear it.
 *
 * @returns Positive; largest for a syllable that no name has.
 */
export function nameWeight({ frequency, count }: NameIndex, key: string): number {
  return Math.log(1 + (count + 0.5) / ((frequency.get(key) ?? 0) + 0.5));
}

/** How often each syllable stands directly after one, in all names; counted when first asked for. */
export function followersOf(
  { followers, places, names }: NameIndex,
  key: string,
): ReadonlyMap<string, number> {
  const known = followers.get(key);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { name, position } of places.get(key) ?? []) {
    const { keys = [], documents = [] } = names[name] ?? {};
    const next = keys[position + 1];
    if (next !== undefined) counts.set(next, (counts.get(next) ?? 0) + documents.length);
  }
  followers.set(key, counts);
  return counts;
}

function addName(index: NameIndex, document: number, kind: NameKind, text: string): Name {
  const number = index.names.length;
  const syllables = splitSyllables(text);
  const keys = syllables.map(({ key }) => key);
  const marks = syllables.map((syllable) => syllable.marks);
  const weights = new Float64Array();
  const name: Name = { documents: [document], kind, text, keys, marks, weights, total: 0 };
  index.names.push(name);
  keys.forEach((key, position) => {
    const places = index.places.get(key);
    if (places) places.push({ name: number, position });
    else index.places.set(key, [{ name: number, position }]);
  });
  return name;
}

function namesOf(document: SearchDocument, table: SearchTable): [NameKind, string][] {
  const { symbol, typeName, title, shortTitle, aliases, issuedWith } = document;
  const others = [...aliases, ...meetingNames(document)];
  return [
    ['title', title],
    ...(shortTitle === null ? [] : [['title', shortTitle] as const]),
    ...(issuedWith === null ? [] : [['title', issuedWith] as const]),
    ...others.map((alias) => ['alias', alias] as const),
    ...(symbol === null ? [] : [['number', `${typeName} ${symbol}`] as const]),
    ...contextOf(document, table).map((text) => ['context', text] as const),
  ].map(([kind, text]) => [kind, text] as [NameKind, string]);
}

function contextOf(document: SearchDocument, { issuers, topics }: SearchTable): string[] {
  const entries = [
    ...document.issuers.map((index) => issuers[index]),
    ...document.topics.map((index) => topics[index]),
  ];
  return [
    document.typeName,
    document.date?.slice(0, 4) ?? '',
    document.term ?? '',
    document.signer ?? '',
    ...entries.flatMap((entry) => (entry ? [entry.name, ...entry.aliases] : [])),
  ].filter((text) => text !== '');
}
