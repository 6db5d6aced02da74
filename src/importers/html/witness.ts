import type { Witness } from '../../lib/structure/source.ts';
import type { HtmlElement } from './read-html.ts';

/**
 * The same part of the page read by tags alone: all text between tags, in the order of the source.
 *
 * @param dropped Elements that a browser does not show.
 * @returns null when the page does not say where the part begins and ends.
 */
export function readHtmlWitness(
  html: string,
  container: HtmlElement,
  dropped: readonly HtmlElement[],
): Witness | null {
  const place = container.sourceCodeLocation;
  const start = place?.startTag?.endOffset ?? place?.startOffset;
  const end = place?.endTag?.startOffset ?? place?.endOffset;
  if (start === undefined || end === undefined) return null;
  const holes = dropped
    .flatMap((element) => holeOf(element, html.length))
    .sort((a, b) => a.startOffset - b.startOffset);
  let text = '';
  let at = start;
  let hidden = 0;
  for (const hole of holes) {
    if (hole.startOffset < at) continue;
    text += textOf(html.slice(at, hole.startOffset));
    hidden += textOf(html.slice(hole.startOffset, hole.endOffset)).replace(/\s/g, '').length;
    at = hole.endOffset;
  }
  // A page that is cut off inside a tag: what is left of the tag is no text.
  text += textOf(html.slice(at, end).replace(OPEN_TAG, ''));
  const extra = hidden > 0 ? [{ reason: 'site-furniture', chars: hidden }] : [];
  return { name: 'HTML', text, withoutGenerated: true, extra };
}

/** A tag that the page ends in, maybe inside of a quoted value. */
const OPEN_TAG = /<(?:\/?[a-zA-Z]|!)(?:[^>"']|"[^"]*"|'[^']*')*(?:"[^"]*|'[^']*)?$/;

/** A script that is never closed goes on to the end of the page. */
function holeOf(
  { tagName, sourceCodeLocation: place }: HtmlElement,
  length: number,
): { startOffset: number; endOffset: number }[] {
  if (!place) return [];
  const isOpen = (tagName === 'script' || tagName === 'style') && !place.endTag;
  return [{ startOffset: place.startOffset, endOffset: isOpen ? length : place.endOffset }];
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  sect: '§',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  igrave: 'ì',
  iacute: 'í',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ugrave: 'ù',
  uacute: 'ú',
  yacute: 'ý',
  Agrave: 'À',
  Aacute: 'Á',
  Acirc: 'Â',
  Atilde: 'Ã',
  Egrave: 'È',
  Eacute: 'É',
  Ecirc: 'Ê',
  Igrave: 'Ì',
  Iacute: 'Í',
  Ograve: 'Ò',
  Oacute: 'Ó',
  Ocirc: 'Ô',
  Otilde: 'Õ',
  Ugrave: 'Ù',
  Uacute: 'Ú',
  Yacute: 'Ý',
  ETH: 'Ð',
  eth: 'ð',
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  copy: '©',
  reg: '®',
  le: '≤',
  ge: '≥',
  frac12: '½',
  sup2: '²',
  sup3: '³',
  laquo: '«',
  raquo: '»',
  plusmn: '±',
  divide: '÷',
  micro: 'µ',
  ordm: 'º',
  ordf: 'ª',
  euro: '€',
  minus: '−',
  ne: '≠',
  infin: '∞',
  alpha: 'α',
  beta: 'β',
  Delta: 'Δ',
  Omega: 'Ω',
  pi: 'π',
  rarr: '→',
  larr: '←',
  rArr: '⇒',
  prime: '′',
  Prime: '″',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  acute: '´',
  uml: '¨',
  ordf_: 'ª',
  sbquo: '‚',
  bdquo: '„',
  dagger: '†',
  Dagger: '‡',
  permil: '‰',
  iexcl: '¡',
  cent: '¢',
  pound: '£',
  yen: '¥',
  para: '¶',
  not: '¬',
  frac14: '¼',
  frac34: '¾',
  sup1: '¹',
  cedil: '¸',
  brvbar: '¦',
};

function textOf(html: string): string {
  return html
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<\/?[a-zA-Z!?/](?:[^>"']|"[^"]*"|'[^']*')*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+\d{0,2}));?/gi, (all, hex, decimal, name) => {
      if (typeof name === 'string') return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all;
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return WINDOWS[code] ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all);
    });
}

/** Numbers of the Windows code page that browsers read as its characters. */
const WINDOWS: Record<number, string> = {
  0x85: '…',
  0x91: '‘',
  0x92: '’',
  0x93: '“',
  0x94: '”',
  0x95: '•',
  0x96: '–',
  0x97: '—',
};
