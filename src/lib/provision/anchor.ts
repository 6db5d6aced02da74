import { numberToken } from './labels.ts';
import type { Provision, ProvisionKind, ProvisionTree } from './types.ts';

/** An id that two units would have. */
export interface DuplicateAnchor {
  id: string;
  /** Lines of the unit that keeps the id and of the one that loses it. */
  first: number;
  line: number;
}

/**
 * Give every unit its permanent id, from printed labels alone, and fill `tree.byId`.
 *
 * A unit whose id is taken gets a stand-in, `<id>--2`, which no citation can name, so that pages
 * stay well formed while the problem is reported.
 *
 * @param overrides Ids that an `<Anchor>` gives.
 * The form is `[scope-]unit[-number…][_counted]`: `-` joins what the drafter numbered, `_` what is
 * counted here.
 */
export function assignAnchors(
  tree: ProvisionTree,
  overrides: ReadonlyMap<Provision, string> = new Map(),
): DuplicateAnchor[] {
  const assigner = new Assigner(tree.byId, overrides);
  assigner.scope(tree.children, null);
  return assigner.duplicates;
}

class Assigner {
  readonly duplicates: DuplicateAnchor[] = [];
  /** How many units have asked for an id that was taken. */
  private readonly copies = new Map<string, number>();
  private readonly byId: Map<string, Provision>;
  private readonly overrides: ReadonlyMap<Provision, string>;

  constructor(byId: Map<string, Provision>, overrides: ReadonlyMap<Provision, string>) {
    this.byId = byId;
    this.overrides = overrides;
  }

  /** Units of one numbering; `owner` is the unit that holds it, null for the document. */
  scope(units: readonly Provision[], owner: Provision | null): void {
    const prefix = owner ? `${owner.id}-` : '';
    const place: Place = { prefix, owner, restarts: chaptersRestart(units) };
    const counters = { attached: 0, annex: 0, dash: 0 };
    for (const unit of units) this.unit(unit, null, place, counters);
  }

  private unit(unit: Provision, parent: Provision | null, place: Place, counters: Counters): void {
    unit.id = this.claim(unit, this.overrides.get(unit) ?? anchorOf(unit, parent, place, counters));
    if (isScope(unit)) {
      this.scope(unit.children, unit);
      return;
    }
    const inner = { attached: 0, annex: 0, dash: 0 };
    for (const child of unit.children) this.unit(child, unit, place, inner);
  }

  private claim(unit: Provision, id: string): string {
    const holder = this.byId.get(id);
    if (!holder) {
      this.byId.set(id, unit);
      return id;
    }
    this.duplicates.push({ id, first: holder.line, line: unit.line });
    const count = (this.copies.get(id) ?? 1) + 1;
    this.copies.set(id, count);
    // Two hyphens occur in no id that is read from labels or given by an <Anchor>.
    const standIn = `${id}--${count}`;
    this.byId.set(standIn, unit);
    return standIn;
  }
}

interface Place {
  /** `kt-` inside an attached instrument. */
  prefix: string;
  owner: Provision | null;
  /** True when chapters are numbered anew in each part, so that a chapter needs its part. */
  restarts: boolean;
}

/** What is numbered by counting, not by a label. */
interface Counters {
  attached: number;
  annex: number;
  dash: number;
}

function isScope(unit: Provision): boolean {
  return ['opening', 'closing', 'attached', 'annex'].includes(unit.kind);
}

function anchorOf(
  unit: Provision,
  parent: Provision | null,
  place: Place,
  counters: Counters,
): string {
  const token = tokenOf(unit);
  switch (unit.kind) {
    case 'opening':
      return `${place.prefix}mo`;
    case 'closing':
      return `${place.prefix}ket`;
    case 'attached':
      return `${place.prefix}kt${counted(++counters.attached)}`;
    case 'annex':
      return `${place.prefix}${annexToken(unit, token, counters)}`;
    case 'part':
      return `${place.prefix}p${token}`;
    case 'chapter':
      return parent?.kind === 'part' && place.restarts
        ? `${parent.id}-c${token}`
        : `${place.prefix}c${token}`;
    case 'section':
    case 'roman':
      return `${parent ? `${parent.id}-` : place.prefix}m${token}`;
    case 'subsection':
      return `${parent ? `${parent.id}-` : place.prefix}t${token}`;
    case 'article':
      return `${place.prefix}d${token}`;
    case 'dash':
      return `${parent?.id ?? place.owner?.id ?? 'n0'}_g${++counters.dash}`;
    default:
      return numberAnchor(unit, parent, place);
  }
}

/** The `I` of a part lettered A, B … H, I is a letter, not a Roman number. */
function tokenOf({ printed }: Provision): string {
  const number = printed?.number ?? '';
  return numberToken(printed?.form === 'capital' ? number.toLowerCase() : number);
}

function counted(count: number): string {
  return count === 1 ? '' : String(count);
}

/** `pl1`; `ms1` for Mẫu số 1; `pl`, `pl2` … where the annexes have no number. */
function annexToken(unit: Provision, token: string, counters: Counters): string {
  if (token === '') return `pl${counted(++counters.annex)}`;
  const lead = /^(?:M|B)/.test(unit.printed?.printed ?? '') ? 'ms' : 'pl';
  return lead + token.replace(/[^a-z0-9]+/g, '-');
}

/** Ids of `1.`, `1.1.`, `a)`, `i)`: the parent's id and the number. */
function numberAnchor(unit: Provision, parent: Provision | null, place: Place): string {
  const tokens = numberTokens(unit, parent);
  if (parent) return [parent.id, ...zero(unit, parent), ...tokens].join('-');
  const isLetter = unit.kind === 'point' || unit.kind === 'subpoint';
  return `${place.prefix}n${[...(isLetter ? ['0'] : []), ...tokens].join('-')}`;
}

/** `d5-0-a`: điểm a directly under Điều 5 is not Điều 5a. */
function zero(unit: Provision, parent: Provision): string[] {
  return parent.kind === 'article' && unit.kind === 'point' ? ['0'] : [];
}

/**
 * `1.2.` is `2` under `1.`, and `1-2` where `1.` is not there, be it under Điều 1 itself: the khoản 1
 * may yet come. `a.1)` is `1` under `a)`.
 */
function numberTokens(unit: Provision, parent: Provision | null): string[] {
  const parts = (unit.printed?.number ?? '').split('.');
  const outer =
    parent && LISTED.includes(parent.kind) ? (parent.printed?.number.split('.') ?? []) : [];
  const isBelow = outer.length < parts.length && outer.every((part, i) => part === parts[i]);
  const own = isBelow ? parts.slice(outer.length) : parts;
  return own.map((part) => numberToken(part));
}

const LISTED: readonly ProvisionKind[] = ['clause', 'number', 'point', 'subpoint'];

function chaptersRestart(units: readonly Provision[]): boolean {
  const seen = new Set<string>();
  for (const part of units) {
    if (part.kind !== 'part') continue;
    for (const chapter of part.children) {
      if (chapter.kind !== 'chapter') continue;
      const token = numberToken(chapter.printed?.number ?? '');
      if (seen.has(token)) return true;
      seen.add(token);
    }
  }
  return false;
}
