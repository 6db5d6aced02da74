import type { APIRoute } from 'astro';
import { trayEdition } from '../../components/tray/tray-edition.ts';
import { loadLibrary } from '../../content/load-library.ts';
import type { EditionPart } from '../../lib/tray/edition.ts';

/** Parts of the edition for the citation tray, as classic scripts: file:// knows no other way. */
export async function getStaticPaths() {
  const parts = trayEdition(await loadLibrary(), siteUrl());
  return parts.map((part, index) => ({ params: { part: String(index) }, props: { part } }));
}

export const GET: APIRoute<{ part: EditionPart }> = ({ props }) =>
  new Response(`(self.gioAnBan??=[]).push(${JSON.stringify(props.part)});\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });

function siteUrl(): URL | undefined {
  // Astro types it as always there.
  const site = import.meta.env.SITE as string | undefined;
  return site === undefined ? undefined : new URL(site);
}
