/** Whole numbers from 0 to 2^32, of which more and more come. */
export class NumberList {
  #numbers = new Uint32Array(1 << 10);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) this.#reserve(1);
    this.#numbers[this.length++] = number;
  }

  /** Add several. */
  append(numbers: Uint32Array): void {
    this.#reserve(numbers.length);
    this.#numbers.set(numbers, this.length);
    this.length += numbers.length;
  }

  clear(): void {
    this.length = 0;
  }

  /** Those that are there, from one index to another; they hold until the next one comes. */
  view(from = 0, to = this.length): Uint32Array<ArrayBuffer> {
    return this.#numbers.subarray(from, to);
  }

  #reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.#numbers.length) return;
    const wider = new Uint32Array(Math.max(this.#numbers.length * 2, needed));
    wider.set(this.#numbers);
    this.#numbers = wider;
  }
}
