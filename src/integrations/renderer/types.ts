import type { AstroPrerenderer, RouteData } from 'astro';

/** Style sheets of one route, as Astro's bundler found them. */
export interface RouteStyles {
  /** Astro's key of the route and its component. */
  key: string;
  styles: unknown[];
}

/** Name of what is kept of a renderer. */
export const RECORD = 'renderer';

/** What of a renderer stands beside its files. */
export interface RendererRecord {
  /** Entry of the bundle, below the folder of the bundle. */
  entry: string;
  styles: RouteStyles[];
  /** SHA-256 of every file of the renderer, by its path below the folder, sorted. */
  files: [path: string, digest: string][];
}

/** The bundle's own view of itself, as far as it is used here; see `astro/dist/core/build/app.js`. */
export interface BundledApp {
  manifest: { routes: { routeData: RouteData }[] };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  getOptions(): { allPages: Record<string, RouteStyles> };
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** Astro's own prerenderer once it is set up. */
export type DefaultPrerenderer = AstroPrerenderer & { app?: BundledApp };
