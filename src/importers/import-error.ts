/**
 * A file that cannot be imported for a reason the clerk can understand: never our own bug.
 *
 * `id` names the sentence `import.refusal.<id>`; `values` fill its slots.
 */
export class Refusal extends Error {
  readonly id: string;
  readonly values: Record<string, string>;

  constructor(id: string, values: Record<string, string> = {}) {
    super(`${id} ${JSON.stringify(values)}`);
    this.name = 'Refusal';
    this.id = id;
    this.values = values;
  }
}
