import "server-only";

import { z } from "zod";

import type { Actor } from "@/lib/account/auth/policy";
import {
  type LoginRights,
  loginRightsSql,
  readLoginRights,
} from "@/lib/server/db/application-role";
import { db } from "@/lib/server/db/client";
import { pool } from "@/lib/server/db/pool";
import { now } from "@/lib/base/time/clock";

import { clockNotice, demoNotice, storageNotice, type ServerNotice } from "./notice";
import { freeMegabytes } from "@/lib/server/db/storage";

const clockRow = z.object({ epoch: z.number() });

/**
 * Seconds that the application's clock is before the database's: of one moment, but for half the
 * time that asking took.
 */
export async function clockDifference(read: () => Date = now): Promise<number> {
  const asked = read();
  const question = {
    text: "SELECT extract(epoch FROM clock_timestamp())::float8 AS epoch",
    query_timeout: 3_000,
  };
  const { rows } = await pool().query<Record<string, unknown>>(question);
  const middle = (asked.getTime() + read().getTime()) / 2;
  return middle / 1000 - clockRow.parse(rows[0]).epoch;
}

/** What the administrator who is asking has to know of the server; nothing for anyone else. */
export async function serverNotices(actor: Actor): Promise<ServerNotice[]> {
  if (actor.role !== "administrator") return [];
  const [seconds, megabytes, accounts] = await Promise.all([
    clockDifference(),
    freeMegabytes(),
    db().user.count({ where: { isDemo: true, isActive: true } }),
  ]);
  return [demoNotice(accounts), clockNotice(seconds), storageNotice(megabytes)].filter(
    (notice) => notice !== null,
  );
}

/** What the server's own login may do in the database. */
export async function ownRights(): Promise<LoginRights> {
  const question = { text: loginRightsSql, query_timeout: 2_000 };
  const { rows } = await pool().query<Record<string, unknown>>(question);
  return readLoginRights(rows);
}

/**
 * Has the database write a megabyte beside its tables and forget it: a sort that does not fit its
 * memory. It needs no table and no right, and leaves nothing behind.
 *
 * @throws with SQLSTATE 53100 when the disk is full.
 */
export async function assertDatabaseWrites(): Promise<void> {
  const trial = {
    text: `SET LOCAL work_mem = '64kB';
      SELECT count(*) FROM (
        SELECT n FROM generate_series(1, 60000) AS n ORDER BY n DESC OFFSET 0) AS spilled`,
    query_timeout: 2_000,
  };
  await pool().query(trial);
}
