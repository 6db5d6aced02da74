import type { APIRoute } from 'astro';
import { packedScript } from '../../components/packed-script.ts';
import { trayEdition } from '../../components/tray/tray-edition.ts';
import { loadLibrary } from '../../content/load-library.ts';
import { packOnce } from '../../content/packed-memory.ts';
import type { EditionPart } from '../../lib/tray/edition.ts';

/** Parts of the edition for the citation tray, as classic scripts: file:// knows no other way. */
export async function getStaticPaths() {
  const parts = trayEdition(await loadLibrary(), siteUrl());
  return parts.map((part, index) => ({ params: { part: String(index) }, props: { part, index } }));
}

export const GET: APIRoute<{ part: EditionPart; index: number }> = ({ props }) =>
  new Response(new Uint8Array(packPart(props.part, props.index)), {
    headers: { 'content-type': 'text/javascript; charset=utf-16' },
  });

function packPart(part: EditionPart, index: number): Buffer {
  return packOnce(`du-lieu/gio-${index}`, part, () =>
    packedScript('(self.gioAnBan??=[]).push(', part, ');'),
  );
}

function siteUrl(): URL | undefined {
  // Astro types it as always there.
  const site = import.meta.env.SITE as string | undefined;
  return site === undefined ? undefined : new URL(site);
}
