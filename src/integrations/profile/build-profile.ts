/** The parts of a build whose cost is told apart, in the order of a build. */
export const PHASES = {
  start: 'start: Node, modules, digests of code and content',
  read: 'content: read',
  parse: 'content: parsed (Markdown engine)',
  check: 'content: checked',
  scripts: 'client scripts (Vite)',
  templates: 'page templates (MDX, Astro, Vite)',
  memories: 'what earlier builds left, opened',
  index: 'search index',
  data: 'data files',
  citations: 'citations',
  documents: 'document pages, rendered (Astro)',
  others: 'other pages, data of tray and checker, rendered (Astro)',
  finish: 'pages finished (addresses, policy, inspection, digest) or taken over',
  verify: 'verifying',
  publish: 'publishing, memories saved, stamp',
} as const;
export type Phase = keyof typeof PHASES;

/** Is told which part of a build begins. */
export interface Profile {
  /** What the process uses from now on belongs to this phase; one may be entered many times. */
  enter: (phase: Phase) => void;
}

/** For builds that nobody measures. */
export const NO_PROFILE: Profile = { enter: () => undefined };

/** What one phase cost. */
export interface PhaseCost {
  phase: Phase;
  /** CPU seconds of the process: user and system, all threads. */
  seconds: number;
}

/** Sums up the CPU time of each phase, from the start of the process on. */
export class CpuProfile implements Profile {
  readonly #used: () => number;
  readonly #sums = new Map<Phase, number>();
  #phase: Phase = 'start';
  #since = 0;

  /** @param used CPU seconds that the process has used since it began. */
  constructor(used: () => number = usedByProcess) {
    this.#used = used;
  }

  enter(phase: Phase): void {
    const now = this.#used();
    this.#sums.set(this.#phase, (this.#sums.get(this.#phase) ?? 0) + now - this.#since);
    this.#phase = phase;
    this.#since = now;
  }

  /** What each phase has cost so far, in the order of a build; 0 for one that was not entered. */
  costs(): PhaseCost[] {
    this.enter(this.#phase);
    return phases().map((phase) => ({ phase, seconds: this.#sums.get(phase) ?? 0 }));
  }
}

function usedByProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** One line for each phase. @example 'CPU s   4.20  search index' */
export function profileLines(costs: readonly PhaseCost[]): string[] {
  return costs.map(
    ({ phase, seconds }) => `CPU s ${seconds.toFixed(2).padStart(6)}  ${PHASES[phase]}`,
  );
}

/**
 * Read the lines of {@link profileLines} among whatever else a build said.
 *
 * @returns By phase, to a hundredth of a second; phases without a line are left out.
 */
export function parseProfile(output: string): PhaseCost[] {
  const costs = new Map(
    [...output.matchAll(/^CPU s +(\d+\.\d\d) {2}(.+)$/gm)].map(([, seconds, name]) => [
      name,
      Number(seconds),
    ]),
  );
  return phases().flatMap((phase) => {
    const seconds = costs.get(PHASES[phase]);
    return seconds === undefined ? [] : [{ phase, seconds }];
  });
}

function phases(): Phase[] {
  return Object.keys(PHASES) as Phase[];
}
