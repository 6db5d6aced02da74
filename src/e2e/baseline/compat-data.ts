import { createRequire } from 'node:module';
import { BROWSER_BASELINE } from '../../integrations/baseline.ts';

/** A feature of MDN's browser compatibility data, with those within it. */
interface Feature {
  __compat?: { support: Record<string, Support | Support[] | undefined> };
}

interface Support {
  version_added: string | false | null;
  version_removed?: string | false | null;
  prefix?: string;
  alternative_name?: string;
  partial_implementation?: boolean;
  flags?: unknown[];
}

interface Branch extends Feature {
  [name: string]: Branch | Feature['__compat'];
}

/** Names that a browser of the baseline does not know. */
export interface NewerNames {
  /** Constructors, global objects and functions. */
  globals: ReadonlySet<string>;
  /** Methods and properties that no object of the baseline has. */
  members: ReadonlySet<string>;
  /** Style sheets: `property`, `property: keyword`, `function()`, `@rule`, `:selector`. */
  styles: ReadonlySet<string>;
  /** Pages: `<element>`, `<element attribute>`, `attribute`. */
  markup: ReadonlySet<string>;
}

/** The oldest browsers, by their names in the data. @example [['chrome', 109], ['firefox', 115]] */
const BASELINE = BROWSER_BASELINE.map((browser) => {
  const [, name = '', version = ''] = /^([a-z]+)(\d+)$/.exec(browser) ?? [];
  return [name, Number(version)] as const;
});

// Parsed by Node, not by TypeScript: its types and 20 MB of literals would cost every check seconds.
const DATA = createRequire(import.meta.url)('@mdn/browser-compat-data') as {
  api: Branch;
  javascript: { builtins: Branch };
  css: Record<'properties' | 'at-rules' | 'selectors' | 'types', Branch>;
  html: { elements: Branch; global_attributes: Branch };
};

/** All names that are newer than the baseline. */
export function readNewerNames(): NewerNames {
  return { ...scriptNames(), styles: styleNames(), markup: markupNames() };
}

function scriptNames(): Pick<NewerNames, 'globals' | 'members'> {
  const globals = new Verdicts();
  const members = new Verdicts();
  for (const [name, object] of [...under(DATA.api), ...under(DATA.javascript.builtins)]) {
    globals.add(name, object);
    // What is global is a member of `self` as well.
    members.add(name, object);
    for (const [member, feature] of under(object)) {
      if (member !== name && /^[a-z]\w*$/i.test(member) && !member.endsWith('_event'))
        members.add(member.replace(/_static$/, ''), feature);
    }
  }
  return { globals: globals.unknown(), members: members.unknown() };
}

function styleNames(): Set<string> {
  const names = new Verdicts();
  for (const [property, feature] of under(DATA.css.properties)) {
    names.add(property, feature);
    for (const [keyword, value] of under(feature)) names.add(`${property}: ${keyword}`, value);
  }
  for (const [rule, feature] of under(DATA.css['at-rules'])) names.add(`@${rule}`, feature);
  for (const [selector, feature] of under(DATA.css.selectors)) names.add(`:${selector}`, feature);
  for (const [type, feature] of under(DATA.css.types))
    for (const [name, one] of [[type, feature] as const, ...under(feature)])
      names.add(`${name}()`, one);
  return names.unknown();
}

function markupNames(): Set<string> {
  const names = new Verdicts();
  for (const [element, feature] of under(DATA.html.elements)) {
    names.add(`<${element}>`, feature);
    for (const [attribute, one] of under(feature)) names.add(`<${element} ${attribute}>`, one);
  }
  for (const [attribute, one] of under(DATA.html.global_attributes)) names.add(attribute, one);
  return names.unknown();
}

/** A name counts as newer only when nothing that bears it is in the baseline. */
class Verdicts {
  private readonly known = new Map<string, boolean>();

  add(name: string, feature: Branch): void {
    if (feature.__compat === undefined) return;
    this.known.set(name, (this.known.get(name) ?? false) || isInBaseline(feature));
  }

  unknown(): Set<string> {
    return new Set([...this.known].filter(([, known]) => !known).map(([name]) => name));
  }
}

function under(branch: Branch): [string, Branch][] {
  return Object.entries(branch).filter(([name]) => name !== '__compat') as [string, Branch][];
}

function isInBaseline({ __compat }: Feature): boolean {
  return BASELINE.every(([browser, version]) => {
    const support = __compat?.support[browser];
    return [support].flat().some((one) => one !== undefined && covers(one, version));
  });
}

function covers(support: Support, version: number): boolean {
  const { version_added, version_removed, flags, prefix, alternative_name } = support;
  if (typeof version_added !== 'string' || flags || prefix !== undefined) return false;
  if (alternative_name !== undefined) return false;
  const isRemoved = typeof version_removed === 'string' && number(version_removed) <= version;
  return number(version_added) <= version && !isRemoved;
}

/** @example number('≤37') // 37 */
function number(version: string): number {
  const found = /[\d.]+/.exec(version)?.[0];
  return found === undefined ? Infinity : Number.parseFloat(found);
}
