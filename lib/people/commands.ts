import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { hashPassword } from "@/lib/auth/password";
import { mayAppoint, type Actor, type Role } from "@/lib/auth/policy";
import { db, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { districtOf, isWithin, nation, type RegionCode } from "@/lib/region/code";

import { findPerson, type Person } from "./queries";
import { fits } from "./role-region";
import type { NewPerson, PersonTerms } from "./schema";
import { temporaryPassword } from "./temporary-password";

type Manager = Grant<"people:manage">;

/** A password that is told once: nothing keeps it but its hash. */
export type TemporaryPassword = { readonly username: string; readonly password: string };

/**
 * Makes a person with a temporary password.
 *
 * @throws {AppError} `forbidden` for a role above the manager's; `notFound` for an area outside
 * their region; `regionMismatch` for one that the role is not held in; `duplicate`.
 */
export async function createPerson(grant: Manager, input: NewPerson): Promise<TemporaryPassword> {
  requireAppointable(grant, input);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);

  await db().$transaction(async (tx) => {
    await requireRegion(tx, input.homeRegion);
    const rows = await tx.$queryRaw<unknown[]>`
      INSERT INTO app_user (username, display_name, role, home_region_code, password_hash)
      VALUES (${input.username}, ${input.displayName}, ${input.role}, ${input.homeRegion},
              ${passwordHash})
      ON CONFLICT (username) DO NOTHING
      RETURNING id`;
    if (rows.length === 0) throw new AppError("duplicate", input.username, "username");
    await record(tx, grant.actor, "person.created", input.username, input.homeRegion, {
      after: input,
    });
  });
  return { username: input.username, password };
}

/**
 * Changes name, role and area. Who gets another role or area signs in again.
 *
 * @throws {AppError} `notFound`, `forbidden`, `regionMismatch` as `createPerson`; `ownAccount` for
 * one's own role or area.
 */
export async function changePerson(
  grant: Manager,
  username: string,
  input: PersonTerms,
): Promise<void> {
  const person = await manageable(grant, username);
  const isMoved = person.role !== input.role || person.homeRegion !== input.homeRegion;
  if (isMoved) {
    if (person.id === grant.actor.id) throw new AppError("ownAccount", username);
    requireAppointable(grant, input);
  }
  await db().$transaction(async (tx) => {
    await requireRegion(tx, input.homeRegion);
    await tx.$executeRaw`
      UPDATE app_user
      SET display_name = ${input.displayName}, role = ${input.role},
          home_region_code = ${input.homeRegion},
          session_version = session_version + ${isMoved ? 1 : 0}
      WHERE id = ${person.id}::uuid`;
    const { displayName, role, homeRegion } = person;
    await record(tx, grant.actor, "person.changed", username, input.homeRegion, {
      before: { displayName, role, homeRegion },
      after: input,
    });
  });
}

/**
 * Disables a person, which ends their sessions at the next request, or lets them in again.
 *
 * @throws {AppError} `notFound`, `forbidden`; `ownAccount`: nobody disables themselves.
 */
export async function setActive(grant: Manager, username: string, isActive: boolean) {
  const person = await manageable(grant, username);
  if (person.id === grant.actor.id) throw new AppError("ownAccount", username);
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE app_user SET is_active = ${isActive}, session_version = session_version + 1
      WHERE id = ${person.id}::uuid`;
    const action = isActive ? "person.enabled" : "person.disabled";
    await record(tx, grant.actor, action, username, person.homeRegion, {});
  });
}

/**
 * Gives a person a new temporary password and ends their sessions.
 *
 * @throws {AppError} `notFound`, `forbidden`; `ownAccount`: one's own is changed on the account page.
 */
export async function resetPassword(grant: Manager, username: string): Promise<TemporaryPassword> {
  const person = await manageable(grant, username);
  if (person.id === grant.actor.id) throw new AppError("ownAccount", username);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE app_user SET password_hash = ${passwordHash}, session_version = session_version + 1
      WHERE id = ${person.id}::uuid`;
    await record(tx, grant.actor, "person.passwordReset", username, person.homeRegion, {});
  });
  return { username, password };
}

/** @throws {AppError} `notFound` outside the region; `forbidden` for a role above the manager's. */
async function manageable(grant: Manager, username: string): Promise<Person> {
  const person = await findPerson(grant, username);
  if (!person) throw new AppError("notFound", username);
  requireRole(grant, person.role);
  return person;
}

function requireRole(grant: Manager, role: Role): void {
  if (!mayAppoint(grant.actor.role).includes(role)) {
    throw new AppError("forbidden", `${grant.actor.role} may not appoint ${role}`, "role");
  }
}

function requireAppointable(grant: Manager, { role, homeRegion }: PersonTerms): void {
  requireRole(grant, role);
  if (!isWithin(homeRegion, grant.region)) {
    throw new AppError("notFound", `${homeRegion} is outside ${grant.region}`, "homeRegion");
  }
  if (!fits(role, homeRegion)) {
    throw new AppError("regionMismatch", `${role} in ${homeRegion}`, "homeRegion");
  }
}

async function requireRegion(tx: Transaction, code: RegionCode): Promise<void> {
  const rows = await tx.$queryRaw`SELECT code FROM region WHERE code = ${code}`;
  if (z.array(z.unknown()).parse(rows).length === 0) {
    throw new AppError("notFound", `no region ${code}`, "homeRegion");
  }
}

async function record(
  tx: Transaction,
  actor: Actor,
  action: string,
  subject: string,
  region: RegionCode,
  change: { before?: unknown; after?: unknown },
): Promise<void> {
  const districtCode = districtOf(region) ?? nation;
  await recordAudit(tx, [{ actor, districtCode, action, subject, ...change }]);
}
