/**
 * Characters of symbol fonts, by what they look like. Word stores the byte, or U+F000 + the byte.
 */

const SYMBOL: Record<number, string> = {
  0x2d: '−',
  0x61: 'α',
  0x62: 'β',
  0x64: 'δ',
  0x65: 'ε',
  0x67: 'γ',
  0x6c: 'λ',
  0x6d: 'μ',
  0x70: 'π',
  0x72: 'ρ',
  0x73: 'σ',
  0x74: 'τ',
  0x44: 'Δ',
  0x53: 'Σ',
  0x57: 'Ω',
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
  0xc6: '∅',
  0xc7: '∩',
  0xc8: '∪',
  0xce: '∈',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xd6: '√',
  0xde: '⇒',
  0xe5: '∑',
};

const WINGDINGS: Record<number, string> = {
  0x28: '☎',
  0x2a: '✉',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '❐',
  0x71: '❑',
  0x72: '❒',
  0x73: '⬧',
  0x74: '⧫',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xab: '★',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const WINGDINGS_2: Record<number, string> = {
  0x2a: '☐',
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0xa3: '☐',
  0x97: '●',
  0xa2: '■',
};

/**
 * The character that a symbol font shows.
 *
 * @returns null when the font is no symbol font or the character is not known.
 */
export function decodeSymbol(character: string, font: string): string | null {
  const table = tableOf(font);
  if (!table) return null;
  const code = character.charCodeAt(0);
  return table[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? null;
}

export function isSymbolFont(font: string): boolean {
  return tableOf(font) !== null;
}

function tableOf(font: string): Record<number, string> | null {
  const name = font.toLowerCase().replace(/\s+/g, ' ');
  if (name === 'symbol') return SYMBOL;
  if (name === 'wingdings') return WINGDINGS;
  return name === 'wingdings 2' ? WINGDINGS_2 : null;
}
