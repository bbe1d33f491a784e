"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { respond } from "@/lib/account/auth/server/respond";
import { requireGrant } from "@/lib/account/auth/server/session";
import { listAreas } from "@/lib/account/region/server/queries";
import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm } from "@/lib/base/forms/parse-form";
import { problemsByField, type FieldProblems } from "@/lib/base/forms/problem";
import { districtCode, regionLevel } from "@/lib/base/region/code";
import { draftStepPath, routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { limits } from "@/lib/base/limits";
import { readDefinitionFile, type DefinitionProblem } from "@/lib/campaign/definition-file";
import { draftBody, newDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { draftDocument } from "@/lib/campaign/draft/document";
import { draftFills, fillDraft } from "@/lib/campaign/draft/fill";
import { problemsOfSteps } from "@/lib/campaign/draft/problems";
import { rowAnchor, rowField, rowsChanged } from "@/lib/campaign/draft/rows";
import { stepNumber, stepNumbered, stepsChanged, type Step } from "@/lib/campaign/draft/step";
import { withPlainFields } from "@/lib/campaign/draft/typed";
import { plainName } from "@/lib/campaign/draft/typed-names";
import { campaignInput } from "@/lib/campaign/schema";

import { copiedDraft } from "./copied-draft-queries";
import { fileDraft } from "./file-draft-queries";
import { createCampaign } from "./commands";
import { copyFrom } from "./copy-queries";
import { discardDraft, replaceDraft, saveDraftStep, startDraft } from "./draft-commands";
import { findDraft } from "./draft-queries";
import { draftSource } from "./draft-source-queries";

const startForm = z.object({ isi: z.string() });

/** Begins a draft from a preset, another campaign, or nothing, and leads to its first step. */
export async function startDraftAction(_previous: unknown, form: FormData): Promise<FormState> {
  let begun = "";
  const answer = await respond(form, async () => {
    const grant = await requireGrant("campaign:manage");
    const { isi } = parseForm(startForm, form);
    const isDistrict = regionLevel(grant.region) === "district";
    const blank = newDraft(isDistrict ? grant.region : "");
    const { draft } = fillDraft(blank, await draftSource(grant, isi, blank.districtCode));
    const filled = await rightSteps(grant, blank, draft);
    begun = (await startDraft(grant, draft, filled)).id;
    return null;
  });
  if (answer.status === "saved") redirect(draftStepPath(begun, 1));
  return answer;
}

/** Its file alone. */
const fileForm = z.object({});

const copyForm = z.object({ salin: z.string(), mulai: z.string().optional() });

/** Begins a draft with the parts of another campaign that are ticked, and leads to its first step. */
export async function startCopyAction(_previous: unknown, form: FormData): Promise<FormState> {
  let begun = "";
  const answer = await respond(form, async () => {
    const grant = await requireGrant("campaign:manage");
    const { salin, mulai: startsOn = "" } = parseForm(copyForm, form);
    const parts = form.getAll("bagian");
    const draft = await copiedDraft(grant, salin, { parts, startsOn });
    begun = (
      await startDraft(grant, draft, await rightSteps(grant, newDraft(draft.districtCode), draft))
    ).id;
    return null;
  });
  if (answer.status === "saved") redirect(draftStepPath(begun, 1));
  return answer;
}

/**
 * Begins a draft with what a file says, and leads to its first step, which says what of the file it has
 * not. A file that is no definition begins none, and it is said why.
 */
export async function startFromFileAction(
  _previous: unknown,
  form: FormData,
): Promise<FormState<DefinitionProblem>> {
  let begun = "";
  const answer = await respond<DefinitionProblem>(form, async () => {
    const grant = await requireGrant("campaign:manage");
    parseForm(fileForm, form);
    const file = form.get("berkas");
    if (!(file instanceof File) || file.size === 0) return { kind: "empty" };
    if (file.size > limits.fileBytes) return { kind: "tooLarge" };
    const read = readDefinitionFile(new Uint8Array(await file.arrayBuffer()));
    if ("problem" in read) return read.problem;
    const draft = await fileDraft(grant, read, file.name);
    const blank = newDraft(draft.districtCode);
    begun = (await startDraft(grant, draft, await rightSteps(grant, blank, draft))).id;
    return { kind: "empty" };
  });
  if (begun !== "") redirect(draftStepPath(begun, 1));
  return answer;
}

/** The steps that were filled in, and in which nothing is wrong. */
async function rightSteps(
  grant: Grant<"campaign:manage">,
  blank: CampaignDraft,
  draft: CampaignDraft,
): Promise<readonly Step[]> {
  const problems = problemsOfSteps(draft, await villagesOf(grant, draft.districtCode));
  return stepsChanged(blank, draft).filter((step) => Object.keys(problems[step]).length === 0);
}

const stepForm = z.object({
  konsep: z.string(),
  langkah: z.string(),
  versi: z.coerce.number().int().min(0),
  isian: z.string(),
  /** Where to go then; empty: nowhere, it was saved by itself. */
  ke: z.string().optional(),
  /** The next step, where this one has to be right first. */
  lanjut: z.string().optional(),
  /** A row more or less, which a page without scripts asks for; the step is shown again with it. */
  [rowField]: z.string().default(""),
  /** That it was saved in another tab since is known, and given up. */
  timpa: z.string().optional(),
});

/** The answer before, which comes back with the form: saves of one page follow each other. */
const savedBefore = z.object({
  status: z.literal("saved"),
  result: z.object({ version: z.int() }),
});

/** What was saved, and what is wrong in the step that was to be left behind. */
type SavedStep = {
  readonly version: number;
  readonly savedAt: string;
  readonly problems: FieldProblems;
};

/**
 * Saves one step, right or wrong. The way on is open once nothing in it is wrong; the way back and to
 * any other step always.
 */
export async function saveDraftStepAction(
  previous: unknown,
  form: FormData,
): Promise<FormState<SavedStep>> {
  let next = "";
  const answer = await respond(form, async () => {
    const grant = await requireGrant("campaign:manage");
    const {
      konsep,
      langkah,
      versi,
      isian,
      lanjut = "",
      ke = lanjut,
      timpa,
      [rowField]: row,
    } = parseForm(stepForm, form);
    const before = savedBefore.safeParse(previous).data?.result.version ?? 0;
    const seen = timpa ? Infinity : Math.max(versi, before);
    const step = stepNumbered(langkah);
    const sent = readDraft(fromJson(isian), step, form);
    const typed = { ...sent, ...rowsChanged(sent, row) };
    const saved = await saveDraftStep(grant, konsep, { step, typed, seen });
    // By the rail one goes anywhere; the button below the step goes on once nothing in it is wrong.
    const isOnward = lanjut !== "";
    const problems = isOnward
      ? problemsOfSteps(typed, await villagesOf(grant, typed.districtCode))[step]
      : {};
    const isRight = Object.keys(problems).length === 0;
    if (ke !== "" && isRight) next = draftStepPath(konsep, Number(ke));
    // What the browser keeps of the pages before is older now: the way back shows what was typed.
    revalidatePath(routes.newCampaign);
    if (row !== "") next = rowPath(konsep, step, rowAnchor(typed, row));
    return { ...saved, savedAt: now().toISOString(), problems };
  });
  if (next !== "") redirect(next);
  return answer.status === "rejected" ? { ...answer, typed: {} } : answer;
}

/** The step again, at the row that was added, or before the one that is gone. */
function rowPath(id: string, step: Step, anchor: string | null): string {
  return draftStepPath(id, stepNumber(step)) + (anchor === null ? "" : `#${anchor}`);
}

/** What a page says; without scripts its fields say what was typed over what it was drawn with. */
function readDraft(kept: unknown, step: Step, form: FormData): CampaignDraft {
  const drawn = parsed(kept);
  return form.has(plainName) ? parsed(withPlainFields(drawn, step, form)) : drawn;
}

function parsed(document: unknown): CampaignDraft {
  const read = draftDocument.safeParse(document);
  if (!read.success) throw new FormError(problemsByField(read.error));
  return read.data;
}

const fillForm = z.object({ konsep: z.string(), langkah: z.string(), isi: z.string() });

/** Fills what is empty of a draft, where it is ticked what was typed too, and shows the open step anew. */
export async function fillDraftAction(_previous: unknown, form: FormData): Promise<FormState> {
  let filled = "";
  const answer = await respond(form, async () => {
    const grant = await requireGrant("campaign:manage");
    const { konsep, langkah, isi } = parseForm(fillForm, form);
    const replace = draftFills.filter((part) => form.getAll("ganti").includes(part));
    const kept = await findDraft(grant, konsep);
    if (!kept) throw new AppError("notFound", `draft ${konsep}`);
    const source = await draftSource(grant, isi, kept.draft.districtCode);
    const { version } = await replaceDraft(
      grant,
      konsep,
      (standing) => fillDraft(standing, source, replace).draft,
    );
    const number = stepNumber(stepNumbered(langkah));
    filled = withQuery(draftStepPath(konsep, number), { diisi: version });
    return null;
  });
  if (answer.status === "saved") redirect(filled);
  return answer;
}

const draftForm = z.object({ konsep: z.string() });

/** Throws a draft away; the list of campaigns then says so. */
export async function discardDraftAction(_previous: unknown, form: FormData): Promise<FormState> {
  const answer = await respond(form, async () => {
    const grant = await requireGrant("campaign:manage");
    await discardDraft(grant, parseForm(draftForm, form).konsep);
    return null;
  });
  if (answer.status === "saved") redirect(withQuery(routes.campaigns, { dibuang: 1 }));
  return answer;
}

/** Makes the campaign of a draft, which is then no more, and leads to it. */
export async function createCampaignAction(_previous: unknown, form: FormData): Promise<FormState> {
  let made = "";
  const answer = await respond(form, async () => {
    const grant = await requireGrant("campaign:manage");
    const { konsep } = parseForm(draftForm, form);
    const kept = await findDraft(grant, konsep);
    if (!kept) throw new AppError("notFound", `draft ${konsep}`);
    const villages = await villagesOf(grant, kept.draft.districtCode);
    const problems = Object.values(problemsOfSteps(kept.draft, villages));
    const wrong: FieldProblems = Object.fromEntries(
      problems.flatMap((each) => Object.entries(each)),
    );
    if (Object.keys(wrong).length > 0) throw new FormError(wrong);
    const input = campaignInput.parse(draftBody(kept.draft, villages));
    const copy = await copyFrom(grant, kept.draft.copyOf);
    made = (await createCampaign(grant, input, { draft: kept.id, copy })).slug;
    return null;
  });
  if (answer.status === "saved") {
    redirect(withQuery(routes.campaign(made), { kampanye: made, dibuat: 1 }));
  }
  return answer;
}

async function villagesOf(grant: Grant<"campaign:manage">, code: string) {
  const district = districtCode.safeParse(code);
  return district.success ? (await listAreas(grant, district.data)).villages : [];
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
