import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { hashPassword } from "@/lib/account/auth/server/password";
import { mayAppoint, type Actor, type Role } from "@/lib/account/auth/policy";
import { endSessionsOf } from "@/lib/account/auth/server/session-commands";
import { db, type Transaction } from "@/lib/server/db/client";
import { AppError } from "@/lib/base/errors";
import { districtOf, isWithin, nation, regionCode, type RegionCode } from "@/lib/base/region/code";
import { now } from "@/lib/base/time/clock";

import { oneAtATime, requireOwnName } from "./display-name-commands";
import { findPerson, type Person } from "./queries";
import { fits } from "@/lib/account/people/role-region";
import type { NewPerson, PersonTerms } from "@/lib/account/people/schema";
import { temporaryPassword } from "./temporary-password";

type Manager = Grant<"people:manage">;

/** A password that is told once: nothing keeps it but its hash. Its owner must make another. */
export type TemporaryPassword = { readonly username: string; readonly password: string };

/** `isRenamed`: the user name is not the one that was asked for. */
export type MadePerson = TemporaryPassword & { readonly isRenamed: boolean };

/**
 * Makes a person with a temporary password.
 *
 * User names are one list for the whole installation. A name that somebody outside the manager's
 * region has gets the area's code behind it: rejecting it would say that it is taken, and asking
 * costs an account and an entry in the trail this way.
 *
 * @throws {AppError} `forbidden` for a role above the manager's; `notFound` for an area outside
 * their region; `regionMismatch` for one that the role is not held in; `duplicate`, `nameTaken`
 * for a user name or displayed name of somebody in it.
 */
export async function createPerson(grant: Manager, input: NewPerson): Promise<MadePerson> {
  requireAppointable(grant, input);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);

  const username = await db().$transaction(async (tx) => {
    await requireRegion(tx, input.homeRegion);
    await requireOffice(tx, input);
    await oneAtATime(tx, input.homeRegion);
    for (const name of namesFor(input)) {
      const { displayName, role, homeRegion, office = null, phone = null } = input;
      const [row] = await tx.user.createManyAndReturn({
        data: {
          username: name,
          displayName,
          role,
          homeRegionCode: homeRegion,
          officeCode: office,
          phone,
          passwordHash,
          mustChangePassword: true,
        },
        // One whose name is taken.
        skipDuplicates: true,
        select: { id: true },
      });
      if (row) {
        await requireOwnName(tx, input, row.id);
        // Without the number, which the trail could never forget.
        const after = { displayName, role, homeRegion, ...officeOf(input), username: name };
        await record(tx, grant.actor, "person.created", name, input.homeRegion, { after });
        return name;
      }
      if (name === input.username && (await isFound(tx, grant, name))) break;
    }
    throw new AppError("duplicate", input.username, "username");
  });
  return { username, password, isRenamed: username !== input.username };
}

/** "camat.selat" in 62.10.01, then "camat.selat.621001", "camat.selat.621001.2" and so on to 9. */
function namesFor({ username, homeRegion }: NewPerson): readonly string[] {
  const code = `.${homeRegion.replaceAll(".", "")}`;
  const ends = [code, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${code}.${String(number)}`)];
  return [username, ...ends.map((end) => username.slice(0, 40 - end.length) + end)];
}

/**
 * Changes name, role and area. Who gets another role or area signs in again.
 *
 * @throws {AppError} `notFound`, `forbidden`, `regionMismatch` as `createPerson`; `ownAccount` for
 * one's own role or area; `nameTaken`.
 */
export async function changePerson(
  grant: Manager,
  username: string,
  input: PersonTerms,
): Promise<void> {
  const person = await manageable(grant, username);
  const isMoved =
    person.role !== input.role ||
    person.homeRegion !== input.homeRegion ||
    person.office !== (input.office ?? null);
  if (isMoved) {
    if (person.id === grant.actor.id) throw new AppError("ownAccount", username);
    requireAppointable(grant, input);
  }
  // The trail only grows, so a number that is to be forgotten must not stand in it.
  const { phone = person.phone, ...told } = input;
  await db().$transaction(async (tx) => {
    await requireRegion(tx, input.homeRegion);
    await requireOffice(tx, input);
    await oneAtATime(tx, input.homeRegion);
    // A name that two people have already stands until one of them changes it.
    if (isMoved || person.displayName !== input.displayName) {
      await requireOwnName(tx, input, person.id);
    }
    await tx.user.update({
      where: { id: person.id },
      data: {
        displayName: input.displayName,
        role: input.role,
        homeRegionCode: input.homeRegion,
        officeCode: input.office ?? null,
        phone,
      },
    });
    if (isMoved) await endSessionsOf(tx, person.id);
    const { displayName, role, homeRegion } = person;
    await record(tx, grant.actor, "person.changed", username, input.homeRegion, {
      before: { displayName, role, homeRegion, ...officeOf(person) },
      after: { ...told, ...(phone !== person.phone && { isPhoneChanged: true }) },
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
    await tx.user.update({ where: { id: person.id }, data: { isActive } });
    await endSessionsOf(tx, person.id);
    const action = isActive ? "person.enabled" : "person.disabled";
    await record(tx, grant.actor, action, username, person.homeRegion, {});
  });
}

/**
 * Gives a person a new temporary password and ends their sessions. They are told who did it when
 * they sign in.
 *
 * @throws {AppError} `notFound`, `forbidden`; `ownAccount`: one's own is changed on the account page.
 */
export async function resetPassword(grant: Manager, username: string): Promise<TemporaryPassword> {
  const person = await manageable(grant, username);
  if (person.id === grant.actor.id) throw new AppError("ownAccount", username);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    await tx.user.update({
      where: { id: person.id },
      data: {
        passwordHash,
        mustChangePassword: true,
        passwordResetAt: now(),
        passwordResetBy: grant.actor.displayName,
      },
    });
    await endSessionsOf(tx, person.id);
    await record(tx, grant.actor, "person.passwordReset", username, person.homeRegion, {});
  });
  return { username, password };
}

/** Whether the manager finds somebody of that user name on their own list. */
async function isFound(tx: Transaction, { region }: Manager, username: string): Promise<boolean> {
  const found = await tx.user.findUnique({
    where: { username },
    select: { homeRegionCode: true },
  });
  return found !== null && isWithin(regionCode.parse(found.homeRegionCode), region);
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

function requireAppointable(grant: Manager, { role, homeRegion, office }: PersonTerms): void {
  requireRole(grant, role);
  if ((role === "unitHead") !== (office !== undefined)) {
    throw new AppError("officeMismatch", `${role} of ${office ?? "no office"}`, "office");
  }
  if (!isWithin(homeRegion, grant.region)) {
    throw new AppError("notFound", `${homeRegion} is outside ${grant.region}`, "homeRegion");
  }
  if (!fits(role, homeRegion)) {
    throw new AppError("regionMismatch", `${role} in ${homeRegion}`, "homeRegion");
  }
}

/** For the trail: people of areas have none. */
function officeOf({ office }: { readonly office?: string | null | undefined }) {
  return office ? { office } : {};
}

/** @throws {AppError} `notFound` for an office that is not in the register, or was closed. */
async function requireOffice(
  tx: Transaction,
  { homeRegion, office }: Pick<PersonTerms, "homeRegion" | "office">,
): Promise<void> {
  if (office === undefined) return;
  const found = await tx.office.count({
    where: { districtCode: homeRegion, code: office, closedAt: null },
  });
  if (found === 0) throw new AppError("notFound", `no office ${office}`, "office");
}

async function requireRegion(tx: Transaction, code: RegionCode): Promise<void> {
  if ((await tx.region.count({ where: { code } })) === 0) {
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
