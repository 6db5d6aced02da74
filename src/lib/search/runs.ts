/**
 * Weights of runs: units that follow each other in a text as their terms do in the query. A unit at
 * a place carries on the run of the unit one term before at the place before.
 */
export class Runs {
  /** By term: the last two places where it was met, with the weight of the run that ends there. */
  readonly #last: Ending[] = [];
  readonly #before: Ending[] = [];

  /**
   * Meet a unit. Places must not fall from call to call.
   *
   * @param at Number of its first term in the query.
   * @param place Syllable of the text; across a gap, runs are carried on only if places are.
   * @returns Weight of the run that ends here.
   */
  add(at: number, place: number, weight: number): number {
    const run = this.#endingAt(at - 1, place - 1) + weight;
    const last = this.#last[at];
    if (last && last.place !== place) this.#before[at] = last;
    this.#last[at] = { place, weight: run };
    return run;
  }

  #endingAt(at: number, place: number): number {
    const last = this.#last[at];
    if (last?.place === place) return last.weight;
    const before = this.#before[at];
    return before?.place === place ? before.weight : 0;
  }
}

interface Ending {
  place: number;
  weight: number;
}
