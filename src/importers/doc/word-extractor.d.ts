/** What is used of the package, which brings no types. */
declare module 'word-extractor' {
  interface WordDocument {
    getBody(): string;
    getFootnotes(): string;
    getEndnotes(): string;
    getTextboxes(options: { includeHeadersAndFooters: boolean }): string;
  }
  export default class WordExtractor {
    extract(file: Buffer | string): Promise<WordDocument>;
  }
}
