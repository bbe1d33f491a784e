/**
 * Bundles the service worker into the build: `node … scripts/worker.ts`, after `next build`. The
 * build (scripts/build.ts) does the same.
 */
import { bundleWorker } from "./worker-bundle";
import { runCommand } from "./refusal";

await runCommand(bundleWorker);
