import { decodeDense, isGzip } from '../../lib/search/dense-text.ts';

/** Undo gzip. @throws When more comes out than is wanted at most. */
export async function decompress(
  bytes: Uint8Array<ArrayBuffer>,
  most = Infinity,
): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const limited = most === Infinity ? stream : stream.pipeThrough(limit(most));
  return new Uint8Array(await new Response(limited).arrayBuffer());
}

function limit(most: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let size = 0;
  return new TransformStream({
    transform: (part, controller) => {
      size += part.length;
      if (size > most) controller.error(new Error('a file unfolds to more than it may'));
      else controller.enqueue(part);
    },
  });
}

/**
 * Bytes of a file of the search folder: compressed, unless they are a chunk of the word index.
 *
 * @param most Bytes that it may unfold to.
 */
export function unpackFile(content: string, most = Infinity): Promise<Uint8Array> {
  const bytes = decodeDense(content);
  return isGzip(bytes) ? decompress(bytes, most) : Promise.resolve(bytes);
}
