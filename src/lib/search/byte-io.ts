/** Bytes that grow, and numbers of any length in them: seven bits a byte, low ones first. */
export class ByteWriter {
  #bytes: Uint8Array;
  length = 0;

  /** @param room Bytes that are made room for at first. */
  constructor(room = 1024) {
    this.#bytes = new Uint8Array(room);
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** @param value Whole, from 0 to 2^31. */
  number(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
    this.byte(rest);
  }

  /** A whole number that may be negative. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(values: ArrayLike<number>): void {
    this.#reserve(values.length);
    this.#bytes.set(values, this.length);
    this.length += values.length;
  }

  /** Length in bytes, then the text in UTF-8. */
  text(text: string): void {
    const encoded = new TextEncoder().encode(text);
    this.number(encoded.length);
    this.bytes(encoded);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what a {@link ByteWriter} wrote; every method throws when the bytes end too early. */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset: number;
  readonly #decoder = new TextDecoder();

  constructor(bytes: Uint8Array, offset = 0) {
    this.bytes = bytes;
    this.offset = offset;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.offset++];
      if (byte === undefined) throw new Error('damaged index: a file ends too early');
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    const length = this.number();
    const from = this.offset;
    this.offset += length;
    return this.#decoder.decode(this.bytes.subarray(from, this.offset));
  }
}
