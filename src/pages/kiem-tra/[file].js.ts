import type { APIRoute } from 'astro';
import { checkerFiles, checkerScript, type CheckerFile } from '../../components/checker-files.ts';
import { loadLibrary } from '../../content/load-library.ts';
import { packOnce } from '../../content/packed-memory.ts';

/** What the citation checker knows of the library, as classic scripts. */
export async function getStaticPaths() {
  const files = checkerFiles(await loadLibrary());
  return files.map((file) => ({ params: { file: file.name }, props: { file } }));
}

export const GET: APIRoute<{ file: CheckerFile }> = ({ props }) =>
  new Response(new Uint8Array(packFile(props.file)), {
    headers: { 'content-type': 'text/javascript; charset=utf-16' },
  });

function packFile(file: CheckerFile): Buffer {
  return packOnce(`kiem-tra/${file.name}`, file.content, () => checkerScript(file));
}
