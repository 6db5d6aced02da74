/** What runs in the worker; bundled into the search folder, not into the pages' scripts. */
import type { EngineScope } from './messages.ts';
import { serveEngine } from './serve-engine.ts';

declare const engineScope: EngineScope;

serveEngine(engineScope);
