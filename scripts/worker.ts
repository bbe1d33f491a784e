/**
 * Bundles into the build what Next does not: the service worker and the script that reads files.
 * `node … scripts/worker.ts`, after `next build`. The build (scripts/build.ts) does the same.
 */
import { bundleReader } from "./reader-bundle";
import { runCommand } from "./command-error";
import { bundleWorker } from "./worker-bundle";

await runCommand(async () => {
  await bundleWorker();
  await bundleReader();
});
