/**
 * `npm run fuzz`: runs the built product on data of its own and sends it malformed requests: every
 * route of the interface, every page and every server action, in the name of every role and of
 * nobody; and hostile files to the actions that read files.
 *
 *     npm run fuzz -- --count 20000 --seed 1
 *
 *     --count     requests in all (400)
 *     --seed      of the list of requests (1)
 *     --only      the number of one request: sends it alone and shows its answer
 *     --statuses  says how often each target answered with each status
 *
 * Last line: `fuzz N, rejected R, accepted A, server errors 0, hangs 0, stored from rejected 0, memory
 * steady`. Ends with 1 when it is another, or when an answer told what is nobody's business.
 */
import { parseArgs } from "node:util";

import { ensureBuild, ensureClient } from "../../scripts/build";
import { startMortalProduct } from "./faults/product";
import { pickLocalPort } from "../../scripts/free-port";
import { Lifetime } from "../../scripts/lifetime";
import { seconds } from "../../scripts/progress";
import { CommandError, runCommand } from "../../scripts/command-error";
import { withConnection } from "../../scripts/sql";
import { startWeb } from "../../scripts/web-server";

const shownFindings = 40;

type Options = {
  readonly count: number;
  readonly seed: number;
  readonly only: number | null;
  readonly statuses: boolean;
};

const lifetime = new Lifetime();
lifetime.listenToSignals();

await runCommand(async () => {
  try {
    await fuzz(readOptions());
  } finally {
    await lifetime.end();
  }
});

async function fuzz({ count, seed, only, statuses }: Options): Promise<void> {
  await ensureClient(lifetime);
  await ensureBuild(lifetime);
  const { applicationUrl, ownerUrl, secret } = await startMortalProduct(lifetime);
  const port = await pickLocalPort();
  const publicUrl = `http://127.0.0.1:${String(port)}`;
  Object.assign(process.env, {
    DATABASE_URL: applicationUrl,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: publicUrl,
  });
  // What reads the environment is loaded after it is set.
  const { readGround, setFuzzScene } = await import("./fuzz/scene");
  const { makeSend } = await import("./fuzz/send");
  const { runFuzz } = await import("./fuzz/run");
  const { makeCase } = await import("./fuzz/case");

  const cookies = await setFuzzScene(ownerUrl, secret);
  const settings = { port, databaseUrl: applicationUrl, secret, publicUrl };
  const web = await startWeb("start", settings, lifetime);
  const send = makeSend(port, (person) => cookies.get(person) ?? null);
  const ground = await readGround(ownerUrl, send);
  console.log(
    `${String(ground.endpoints.length)} rute, ${String(ground.pages.length)} halaman, ` +
      `${String(ground.actions.length)} tindakan`,
  );
  if (only !== null) {
    const { body, ...request } = makeCase(seed, only, ground);
    console.log(request, body?.toString("utf8").slice(0, 4_000));
    const { status, text } = await send({ ...request, body });
    console.log(status, text.slice(0, 2_000));
  }

  const began = performance.now();
  const numbers = only === null ? Array.from({ length: count }, (_, index) => index) : [only];
  const result = await withConnection(ownerUrl, (client) =>
    runFuzz({ numbers, seed, ground, send, client, pid: web.pid ?? 0 }),
  );
  if (statuses) {
    for (const [key, times] of [...result.statuses].sort(([a], [b]) => a.localeCompare(b))) {
      console.log(`  ${key.padEnd(48)} ${String(times)}`);
    }
  }
  if (only !== null || process.env["FUZZ_LOG"] !== undefined)
    console.log(web.output().slice(-20_000));
  for (const { number, what } of result.findings.slice(0, shownFindings)) {
    console.log(`  ! ${String(number)} ${what} (--seed ${String(seed)} --only ${String(number)})`);
  }
  const { memory, rejected, accepted, serverErrors, hangs, stored, leaks } = result;
  const megabytes = (bytes: number) => `${String(Math.round(bytes / 1024 / 1024))} MB`;
  console.log(
    `Selesai dalam ${seconds(began)}, benih ${String(seed)}; memori server ` +
      `${megabytes(memory.first)}, lalu ${megabytes(memory.last)}; bocor ${String(leaks)}.`,
  );
  console.log(
    `fuzz ${String(numbers.length)}, rejected ${String(rejected)}, accepted ${String(accepted)}, ` +
      `server errors ${String(serverErrors)}, hangs ${String(hangs)}, ` +
      `stored from rejected ${String(stored)}, memory ${memory.isSteady ? "steady" : "growing"}`,
  );
  if (serverErrors + hangs + stored + leaks > 0 || !memory.isSteady) process.exitCode = 1;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        count: { type: "string", default: "400" },
        seed: { type: "string", default: "1" },
        only: { type: "string" },
        statuses: { type: "boolean", default: false },
      },
    });
    const [count, seed, only] = [
      Number(values.count),
      Number(values.seed),
      Number(values.only ?? 0),
    ];
    if (![count, seed, only].every(Number.isInteger) || count < 1 || only < 0)
      throw new RangeError();
    return {
      count,
      seed,
      only: values.only === undefined ? null : only,
      statuses: values.statuses,
    };
  } catch {
    throw new CommandError(
      "Pilihan yang dikenal: --count N, --seed S, --only K dan --statuses; N, S dan K bilangan bulat.",
    );
  }
}
