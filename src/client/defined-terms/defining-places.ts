import { findAliases, readDefinition } from '../../lib/definitions/read-definition.ts';
import type { Definition } from '../../lib/definitions/find-definitions.ts';
import { officialText } from '../document/official-text.ts';
import { pageData } from '../document/page-data.ts';
import { readBlocks, textOf } from '../found-words/text-nodes.ts';

/** A definition of the document, where the page has it. */
export interface DefiningPlace {
  term: string;
  in: Definition['in'];
  /** What holds the words that define it: a use in it needs no explanation. */
  element: Element;
  /** The unit, or the whole text where there is none. */
  unit: HTMLElement;
  /** The attached instrument or annex for which it holds; null: for all. */
  scope: Element | null;
  /** Its exact words. */
  words: string;
}

/** Parts of a document with words of their own. */
export const SCOPES = '[data-kind="attached"], [data-kind="annex"]';
const TEXT = '.doc-text';

/** The definitions that the page says it has; those whose words are not found are left out. */
export function readPlaces(): DefiningPlace[] {
  return (pageData()?.terms ?? []).flatMap(([term, id, where]): DefiningPlace[] => {
    const kind = where ?? 'unit';
    const unit = id === '' ? document.querySelector(TEXT) : document.getElementById(id);
    if (!(unit instanceof HTMLElement)) return [];
    const words = kind === 'unit' ? wholeUnit(unit) : wordsIn(unit, term, kind);
    return words === null ? [] : [{ term, in: kind, unit, scope: unit.closest(SCOPES), ...words }];
  });
}

type Words = Pick<DefiningPlace, 'element' | 'words'>;

function wholeUnit(unit: HTMLElement): Words | null {
  const words = officialText(unit);
  return words === null ? null : { element: unit, words };
}

/** The paragraph or the sentence of a unit's own text that defines a term. */
function wordsIn(unit: HTMLElement, term: string, kind: Definition['in']): Words | null {
  for (const [element, nodes] of readBlocks(unit, (parent) => !parent.closest('[data-chrome]'))) {
    if ((element.closest('[data-label]') ?? document.querySelector(TEXT)) !== unit) continue;
    const text = textOf(nodes);
    if (kind === 'paragraph' && readDefinition(text) === term)
      return { element, words: text.trim() };
    const alias = findAliases(text).find((one) => one.term === term);
    if (kind === 'sentence' && alias)
      return { element, words: text.slice(alias.start, alias.end).trim() };
  }
  return null;
}

/**
 * The definition that holds at a place: of the same part of the document before those of all, and of
 * several the last before it. A name given in passing holds from there on.
 *
 * @returns null where none does, or where the term is being defined.
 */
export function definitionAt(
  places: readonly DefiningPlace[],
  term: string,
  at: Element,
): DefiningPlace | null {
  const scope = at.closest(SCOPES);
  const possible = places.filter(
    (place) =>
      place.term === term &&
      (place.scope === null || place.scope.contains(at)) &&
      (place.in !== 'sentence' || isBefore(place.element, at)),
  );
  const own = possible.filter((place) => place.scope === scope);
  const near = own.length > 0 ? own : possible;
  const place = near.findLast(({ element }) => isBefore(element, at)) ?? near[0];
  return place === undefined || place.element.contains(at) ? null : place;
}

function isBefore(element: Element, other: Element): boolean {
  const order = element.compareDocumentPosition(other);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
