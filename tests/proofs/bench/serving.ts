import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import { encode } from "next-auth/jwt";

import { ensureBuild, ensureClient } from "../../../scripts/build";
import { pickLocalPort } from "../../../scripts/free-port";
import { type ExternalDatabase } from "../../../scripts/environment";
import { type Lifetime } from "../../../scripts/lifetime";
import { runProgram } from "../../../scripts/program";
import { insertSession } from "../../../scripts/session-row";
import { withConnection } from "../../../scripts/sql";
import { median, say, tell } from "./figure";
import { fillCampaigns } from "./fill";
import { askFor } from "./load";

const rounds = 5;
const district = "62.03";
const path = "/api/v1/campaigns/layan-6203/coverage";
/** A route of the same server that does nothing but answer JSON. */
const emptyPath = "/api/v1";

/** (b) Requests a second of the coverage route against an empty route of the same server. */
export async function measureServing(
  { applicationUrl, ownerUrl }: ExternalDatabase,
  lifetime: Lifetime,
): Promise<void> {
  say("(b) The production build, 50 connections, 3 s a turn, five turns.");
  await ensureClient(lifetime);
  await ensureBuild(lifetime);
  const secret = randomBytes(32).toString("hex");
  const cookie = await withConnection(ownerUrl, async (client) => {
    const shape = { districts: district, slug: "layan", days: 93, reportedDays: 93 };
    await fillCampaigns(client, { ...shape, interventions: 4, targetGroups: 1 });
    const { rows } = await client.query<{ id: string }>(
      `insert into app_user (username, display_name, role, home_region_code, password_hash)
       values ('bench', 'Bench', 'healthOffice', $1, 'none') returning id`,
      [district],
    );
    const session = await insertSession(client, rows[0]?.id ?? "");
    const token = await encode({ token: { ...session }, secret });
    return `next-auth.session-token=${token}`;
  });

  const keeping = await serve({ databaseUrl: applicationUrl, secret, kept: "32" }, lifetime);
  const computing = await serve({ databaseUrl: applicationUrl, secret, kept: "0" }, lifetime);
  const etag = (await fetch(keeping + path, { headers: { cookie } })).headers.get("etag") ?? "";

  const asked = {
    empty: () => askFor(keeping + emptyPath, 200, { cookie }),
    computed: () => askFor(computing + path, 200, { cookie }),
    emptyBesideComputed: () => askFor(computing + emptyPath, 200, { cookie }),
    kept: () => askFor(keeping + path, 200, { cookie }),
    unchanged: () => askFor(keeping + path, 304, { cookie, "If-None-Match": etag }),
  };
  const rates: Record<keyof typeof asked, number[]> = {
    empty: [],
    computed: [],
    emptyBesideComputed: [],
    kept: [],
    unchanged: [],
  };
  for (let round = -1; round < rounds; round += 1) {
    for (const name of Object.keys(asked) as (keyof typeof asked)[]) {
      const rate = await asked[name]();
      if (round >= 0) rates[name].push(rate);
    }
  }

  for (const name of Object.keys(asked) as (keyof typeof asked)[]) {
    tell(`b requests a second, ${name}`, median(rates[name]), "1/s");
  }
  const ratio = (name: keyof typeof asked, to: keyof typeof asked) =>
    median(rates[name].map((rate, round) => rate / (rates[to][round] ?? Number.NaN)));
  tell(
    "b coverage computed / empty route (>= 0.35)",
    ratio("computed", "emptyBesideComputed"),
    "ratio",
  );
  tell("b coverage kept / empty route (>= 0.7)", ratio("kept", "empty"), "ratio");
  tell("b coverage If-None-Match / empty route (>= 0.8)", ratio("unchanged", "empty"), "ratio");
}

/** Starts the built server for this machine alone. `kept` 0: it computes every answer. */
async function serve(
  { databaseUrl, secret, kept }: { databaseUrl: string; secret: string; kept: string },
  lifetime: Lifetime,
): Promise<string> {
  const port = await pickLocalPort();
  const address = `http://127.0.0.1:${String(port)}`;
  const program = runProgram(
    "next/dist/bin/next",
    ["start", "--hostname", "127.0.0.1", "--port", String(port)],
    {
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: address,
      KEPT_ANSWERS_MB: kept,
    },
    false,
  );
  lifetime.onEnd(program.stop);
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return address;
    await pause(100);
  }
  throw new Error(`the server does not answer:\n${program.output()}`);
}
