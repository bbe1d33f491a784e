"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { requireGrant, visitorAddress } from "@/lib/account/auth/server/session";
import type { FormState } from "@/lib/base/forms/form-state";
import { parseForm, typedText } from "@/lib/base/forms/parse-form";
import { respond } from "@/lib/account/auth/server/respond";
import { logSecurity } from "@/lib/base/server/log";
import { problem } from "@/lib/base/forms/problem";
import { storableText } from "@/lib/base/forms/storable-text";
import { districtCode } from "@/lib/base/region/code";
import { routes } from "@/lib/base/routes";

import {
  changePerson,
  createPerson,
  resetPassword,
  setActive,
  type MadePerson,
  type TemporaryPassword,
} from "./commands";
import { appointHeads, type AppointedHeads } from "./head-commands";
import type { HeadPreview } from "@/lib/account/people/head-plan";
import { headRoles, planHeads } from "./head-plan-queries";
import { headSheetLines } from "./head-sheet";
import { newPerson, personTerms, username } from "@/lib/account/people/schema";

/** Makes a person and tells the temporary password, once. */
export async function createPersonAction(
  _previous: FormState<MadePerson>,
  form: FormData,
): Promise<FormState<MadePerson>> {
  return respond(form, async () => {
    const grant = await requireGrant("people:manage");
    return createPerson(grant, parseForm(newPerson, atHome(form)));
  });
}

export async function changePersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const grant = await requireGrant("people:manage");
    const { username: name, ...terms } = parseForm(personTerms.extend({ username }), atHome(form));
    await changePerson(grant, name, terms);
    revalidatePath(routes.person(name));
    return null;
  });
}

/**
 * The head of an office is chosen one, "62.03/opd-kesehatan": its kabupaten is their area. A form without
 * scripts sends an office with every role, and it is read with this one alone.
 */
function atHome(form: FormData): FormData {
  if (!(form instanceof FormData) || !form.has("office")) return form;
  const sent = new FormData();
  for (const [name, value] of form) if (name !== "office") sent.append(name, value);
  if (form.get("role") !== "unitHead") return sent;
  const [district = "", office = ""] = (typedText(form)["office"] ?? "").split("/");
  sent.set("homeRegion", district);
  sent.set("office", office);
  return sent;
}

const activity = z.object({ username, isActive: z.enum(["true", "false"]) });

export async function setActiveAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const grant = await requireGrant("people:manage");
    const sent = parseForm(activity, form);
    await setActive(grant, sent.username, sent.isActive === "true");
    revalidatePath(routes.person(sent.username));
    return null;
  });
}

export async function resetPasswordAction(
  _previous: FormState<TemporaryPassword>,
  form: FormData,
): Promise<FormState<TemporaryPassword>> {
  return respond(form, async () => {
    const grant = await requireGrant("people:manage");
    const told = await resetPassword(grant, parseForm(z.object({ username }), form).username);
    logSecurity("passwordReset", {
      person: told.username,
      by: grant.actor.username,
      address: await visitorAddress(),
    });
    return told;
  });
}

const appointment = z.object({
  districtCode: z.string().pipe(districtCode),
  role: z.enum(headRoles),
  /** Heads by name, a line each; absent: all that have no account. */
  lines: storableText.max(100_000, problem("tooLong")).optional(),
});

/** Says which accounts a pasted list, or a file of one, would make. Writes nothing. */
export async function previewHeadsAction(
  _previous: FormState<HeadPreview>,
  form: FormData,
): Promise<FormState<HeadPreview>> {
  return respond<HeadPreview>(form, async () => {
    const grant = await requireGrant("people:manage");
    const sent = parseForm(appointment, form);
    const file = form.get("file");
    const read = file instanceof File && file.size > 0 ? await headSheetLines(file) : sent.lines;
    if (read === null) return { kind: "unreadable" };
    const lines = parseLines(read ?? "");
    if (lines.trim() === "") {
      // Whoever may not appoint is told so, and not that the list is empty.
      await planHeads(grant, sent.districtCode, sent.role);
      return { kind: "empty" };
    }
    const plan = await planHeads(grant, sent.districtCode, sent.role, lines);
    return { kind: "plan", lines, ...plan };
  });
}

/** What a file says is held to the same bounds as what is typed. */
function parseLines(lines: string): string {
  const form = new FormData();
  form.set("lines", lines);
  return parseForm(appointment.pick({ lines: true }), form).lines ?? "";
}

/** Accounts for every camat, or every kepala desa and lurah, of a kabupaten that has none; told once. */
export async function appointHeadsAction(
  _previous: FormState<AppointedHeads>,
  form: FormData,
): Promise<FormState<AppointedHeads>> {
  return respond(form, async () => {
    const grant = await requireGrant("people:manage");
    const sent = parseForm(appointment, form);
    const answer = await appointHeads(grant, sent.districtCode, sent.role, sent.lines);
    // How many have one is said there and in the campaign's steps.
    revalidatePath(routes.people);
    revalidatePath(routes.firstSteps);
    revalidatePath("/kampanye/[slug]", "page");
    return answer;
  });
}
