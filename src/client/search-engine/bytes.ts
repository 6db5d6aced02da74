import { decodeDense, isGzip } from '../../lib/search/dense-text.ts';

/** Undo gzip. */
export async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Bytes of a file of the search folder: compressed, unless they are a chunk of the word index. */
export function unpackFile(content: string): Promise<Uint8Array> {
  const bytes = decodeDense(content);
  return isGzip(bytes) ? decompress(bytes) : Promise.resolve(bytes);
}
