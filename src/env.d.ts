/// <reference types="astro/client" />

declare module 'virtual:client-assets' {
  /**
   * Address of a script bundled from `src/client/<name>.ts` or `src/client/<name>/index.ts`, from
   * the root of the site; the build makes it relative to each page, also in `data-src`.
   *
   * @throws When there is no such entry.
   * @example <script is:inline defer src={clientUrl('site')}></script>
   */
  export function clientUrl(name: string): string;
}

declare module 'virtual:prose-pages' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /**
   * The body of `content/<folder>/<slug>.mdx` as a component.
   *
   * @throws When there is no such page.
   */
  export function prosePage(
    folder: 'trang' | 'khai-niem' | 'bai-giang',
    slug: string,
  ): Promise<AstroComponentFactory>;
}
