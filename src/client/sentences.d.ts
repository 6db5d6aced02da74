/** Parts of the table of sentences that a script carries; see `integrations/client-assets`. */

// An ambient module can refer to a file by its type alone.
// eslint-disable-next-line @typescript-eslint/consistent-type-imports
type Table = typeof import('../i18n/vi.json');

declare module 'virtual:sentences/document.bar.*' {
  const sentence: string;
  export default sentence;
}

declare module 'virtual:sentences/document.find.*' {
  const sentence: string;
  export default sentence;
}

declare module 'virtual:sentences/document.terms.*' {
  const sentence: string;
  export default sentence;
}

declare module 'virtual:sentences/offline.*' {
  const sentence: string;
  export default sentence;
}

declare module 'virtual:sentences/site.text-size.*' {
  const sentence: string;
  export default sentence;
}

declare module 'virtual:sentences/citations' {
  const sentences: Table['citations'];
  export default sentences;
}

declare module 'virtual:sentences/document.cite' {
  const sentences: Table['document']['cite'];
  export default sentences;
}

declare module 'virtual:sentences/document.find' {
  const sentences: Table['document']['find'];
  export default sentences;
}

declare module 'virtual:sentences/document.gist' {
  const sentences: Table['document']['gist'];
  export default sentences;
}

declare module 'virtual:sentences/document.in-scope' {
  const sentences: string;
  export default sentences;
}

declare module 'virtual:sentences/document.permalink' {
  const sentences: string;
  export default sentences;
}

declare module 'virtual:sentences/document.terms' {
  const sentences: Table['document']['terms'];
  export default sentences;
}

declare module 'virtual:sentences/search.found-words' {
  const sentences: Table['search']['found-words'];
  export default sentences;
}

declare module 'virtual:sentences/search-ui' {
  const sentences: Table['search-ui'];
  export default sentences;
}

declare module 'virtual:sentences/site.document.replaced-by' {
  const sentences: string;
  export default sentences;
}

declare module 'virtual:sentences/site.force' {
  const sentences: Table['site']['force'];
  export default sentences;
}

declare module 'virtual:sentences/site.list.on-day' {
  const sentences: string;
  export default sentences;
}

declare module 'virtual:sentences/site.status' {
  const sentences: Table['site']['status'];
  export default sentences;
}

declare module 'virtual:sentences/site.search-key' {
  const sentences: string;
  export default sentences;
}

declare module 'virtual:sentences/site.text-size' {
  const sentences: Table['site']['text-size'];
  export default sentences;
}

declare module 'virtual:sentences/site.theme' {
  const sentences: Table['site']['theme'];
  export default sentences;
}
