/**
 * A piece of a longer text as a text of its own. Engines keep the whole of a text for as long as any
 * piece that was cut out of it; what outlives the text it comes from is to be passed through here.
 */
export function detachText(piece: string): string {
  // Put together anew it is written to a place of its own before it is cut.
  return ` ${piece}`.slice(1);
}

/** Texts that many others hold too, such as addresses and anchors: each is kept once, as its own. */
export class TextPool {
  readonly #texts = new Map<string, string>();

  /** The one copy of a text. */
  one(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = detachText(text);
    this.#texts.set(own, own);
    return own;
  }
}
