import type { APIRoute } from 'astro';
import type { PreviewPart } from '../../client/document/preview.ts';
import { previewParts } from '../../components/document/previews.ts';
import { loadLibrary } from '../../content/load-library.ts';

/** Previews of what the pages cite, as classic scripts: file:// knows no other way. */
export async function getStaticPaths() {
  const parts = await previewParts(await loadLibrary());
  return parts.map((part, index) => ({ params: { part: String(index) }, props: { part } }));
}

export const GET: APIRoute<{ part: PreviewPart }> = ({ props }) =>
  new Response(`(self.xemTruoc??=[]).push(${JSON.stringify(props.part)});\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
