import { child, childrenOf, isOn, readXmlTree, valueOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** What a run looks like, as far as one place says; undefined: not said there. */
export interface RunLook {
  font?: string;
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  struck?: boolean;
}

export interface ParagraphLook {
  align?: string;
  indent?: number;
  numId?: string;
  level?: number;
}

interface Style {
  based: string | undefined;
  run: RunLook;
  paragraph: ParagraphLook;
}

/** Styles of a document, resolved along what they are based on. */
export interface Styles {
  defaultParagraph: string;
  run: (style: string | undefined) => RunLook;
  /** Also tells which style in the chain carries the numbering. */
  paragraph: (style: string | undefined) => ParagraphLook & { numberedBy?: string };
  defaults: RunLook;
}

/**
 * Read `styles.xml`.
 *
 * @param theme Source of the theme part, for fonts that are named by their role.
 */
export function readStyles(source: string | null, theme: string | null): Styles {
  const root = source === null ? undefined : readXmlTree(source);
  const fonts = themeFonts(theme);
  const styles = new Map<string, Style>();
  let defaultParagraph = '';
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes['w:styleId'] ?? '';
    styles.set(id, {
      based: valueOf(element, 'w:basedOn'),
      run: runLook(child(element, 'w:rPr'), fonts),
      paragraph: paragraphLook(child(element, 'w:pPr')),
    });
    const { 'w:type': type, 'w:default': isDefault } = element.attributes;
    if (type === 'paragraph' && (isDefault === '1' || isDefault === 'true')) defaultParagraph = id;
  }
  const docDefaults = child(child(root, 'w:docDefaults'), 'w:rPrDefault');
  const chain = (id: string | undefined): [string, Style][] => chainOf(id, styles);
  const runs = new Map<string, RunLook>();
  return {
    defaultParagraph,
    defaults: runLook(child(docDefaults, 'w:rPr'), fonts),
    run(id = '') {
      const known = runs.get(id) ?? mergeLooks(chain(id).map(([, style]) => style.run));
      runs.set(id, known);
      return known;
    },
    paragraph(id) {
      const all = chain(id);
      const numbered = all.find(([, style]) => style.paragraph.numId !== undefined);
      return {
        ...mergeLooks(all.map(([, style]) => style.paragraph)),
        ...(numbered ? { numberedBy: numbered[0] } : {}),
      };
    },
  };
}

/** What `w:rPr` says. */
export function runLook(
  element: XmlElement | undefined,
  fonts: ReadonlyMap<string, string>,
): RunLook {
  const look: RunLook = {};
  if (!element) return look;
  const named = child(element, 'w:rFonts')?.attributes ?? {};
  const theme = named['w:hAnsiTheme'] ?? named['w:asciiTheme'] ?? '';
  const font = fonts.get(theme) ?? named['w:hAnsi'] ?? named['w:ascii'];
  if (font !== undefined && font !== '') look.font = font.split(';')[0] ?? font;
  const bold = isOn(element, 'w:b');
  const italic = isOn(element, 'w:i');
  const caps = isOn(element, 'w:caps');
  const hidden = isOn(element, 'w:vanish');
  const struck = isOn(element, 'w:strike') ?? isOn(element, 'w:dstrike');
  if (bold !== undefined) look.bold = bold;
  if (italic !== undefined) look.italic = italic;
  if (caps !== undefined) look.caps = caps;
  if (hidden !== undefined) look.hidden = hidden;
  if (struck !== undefined) look.struck = struck;
  return look;
}

/** What `w:pPr` says. */
export function paragraphLook(element: XmlElement | undefined): ParagraphLook {
  const look: ParagraphLook = {};
  if (!element) return look;
  const align = valueOf(element, 'w:jc');
  if (align !== undefined) look.align = align;
  const indent = child(element, 'w:ind')?.attributes;
  if (indent) {
    const left = Number(indent['w:left'] ?? indent['w:start'] ?? '0') || 0;
    const first = Number(indent['w:firstLine'] ?? '0') - Number(indent['w:hanging'] ?? '0');
    look.indent = left + (first || 0);
  }
  const numbering = child(element, 'w:numPr');
  const numId = valueOf(numbering, 'w:numId');
  const level = valueOf(numbering, 'w:ilvl');
  if (numId !== undefined) look.numId = numId;
  if (level !== undefined) look.level = Number(level) || 0;
  return look;
}

/** Later looks yield to earlier ones. */
export function mergeLooks<T extends object>(looks: readonly T[]): T {
  return Object.assign({}, ...[...looks].reverse()) as T;
}

/** Latin fonts of the theme by the names that `w:rFonts` uses for them. */
export function themeFonts(theme: string | null): Map<string, string> {
  const fonts = new Map<string, string>();
  if (theme === null) return fonts;
  for (const [role, tag] of [
    ['major', 'majorFont'],
    ['minor', 'minorFont'],
  ] as const) {
    const block = new RegExp(`<a:${tag}>[^]*?<a:latin typeface="([^"]*)"`).exec(theme);
    for (const kind of ['HAnsi', 'Ascii', 'Bidi', 'EastAsia'])
      if (block?.[1]) fonts.set(`${role}${kind}`, block[1]);
  }
  return fonts;
}

function chainOf(id: string | undefined, styles: ReadonlyMap<string, Style>): [string, Style][] {
  const chain: [string, Style][] = [];
  for (let at = id; at !== undefined && chain.length < 32; at = styles.get(at)?.based) {
    const style = styles.get(at);
    if (!style) break;
    chain.push([at, style]);
  }
  return chain;
}
