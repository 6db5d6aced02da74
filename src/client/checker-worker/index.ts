/** What runs in the worker of the citation checker; the bundler makes it a function of its scope. */
import type { CheckerScope } from './messages.ts';
import { serveChecker } from './serve-checker.ts';

declare const workerScope: CheckerScope;

serveChecker(workerScope);
