/**
 * `npm run faults`: runs the built product on data of its own, lets many devices write into it while
 * everything between them and the disk fails, and compares at the end, cell by cell, what each
 * device believes with what the database, the roll-ups and the coverage API hold.
 *
 *     npm run faults -- --count 10000 --seed 1
 *
 *     --count               faults in all (200)
 *     --seed                of the list of faults (1)
 *     --no-pages            without real Chromium pages
 *     --break-idempotency   gives every delivery an id and a content of its own: the run has to
 *                           find doubles
 *
 * Last line: `faults N, confirmed M, lost 0, doubled 0, wrong 0`. Ends with 1 when it is another.
 */
import { parseArgs } from "node:util";

import { ensureBuild, ensureClient } from "../../scripts/build";
import { startMortalProduct } from "./faults/product";
import { Lifetime } from "../../scripts/lifetime";
import { seconds } from "../../scripts/progress";
import { CommandError, runCommand } from "../../scripts/command-error";

const shownFindings = 20;

type Options = {
  readonly count: number;
  readonly seed: number;
  readonly pages: boolean;
  readonly breakIdempotency: boolean;
};

const lifetime = new Lifetime();
lifetime.listenToSignals();

await runCommand(async () => {
  try {
    await faults(readOptions());
  } finally {
    await lifetime.end();
  }
});

async function faults(options: Options): Promise<void> {
  const began = performance.now();
  await ensureClient(lifetime);
  await ensureBuild(lifetime);
  const made = await startMortalProduct(lifetime);
  Object.assign(process.env, {
    DATABASE_URL: made.applicationUrl,
    NEXTAUTH_SECRET: made.secret,
    NEXTAUTH_URL: "http://127.0.0.1",
  });
  // What reads the environment is loaded after it is set.
  const { runFaults } = await import("./faults/run");
  const { happened, verdict } = await runFaults({ ...options, made, lifetime });

  const total = [...happened.values()].reduce((sum, count) => sum + count, 0);
  for (const [kind, count] of [...happened].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(`  ${kind.padEnd(20)} ${String(count)}`);
  }
  for (const finding of verdict.findings.slice(0, shownFindings)) console.log(`  ! ${finding}`);
  console.log(`Selesai dalam ${seconds(began)}, benih ${String(options.seed)}.`);
  const { confirmed, lost, doubled, wrong } = verdict;
  console.log(
    `faults ${String(total)}, confirmed ${String(confirmed)}, lost ${String(lost)}, ` +
      `doubled ${String(doubled)}, wrong ${String(wrong)}`,
  );
  if (lost + doubled + wrong > 0) process.exitCode = 1;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        count: { type: "string", default: "200" },
        seed: { type: "string", default: "1" },
        "no-pages": { type: "boolean", default: false },
        "break-idempotency": { type: "boolean", default: false },
      },
    });
    const [count, seed] = [Number(values.count), Number(values.seed)];
    if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) throw new RangeError();
    return {
      count,
      seed,
      pages: !values["no-pages"],
      breakIdempotency: values["break-idempotency"],
    };
  } catch {
    throw new CommandError(
      "Pilihan yang dikenal: --count N, --seed S, --no-pages dan --break-idempotency; N dan S bilangan bulat.",
    );
  }
}
