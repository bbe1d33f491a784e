"use server";

import { revalidatePath } from "next/cache";

import { respond } from "@/lib/account/auth/server/respond";
import { requireGrant } from "@/lib/account/auth/server/session";
import { readOfficeLines, proposedCode } from "@/lib/account/office/lines";
import { officesInput } from "@/lib/account/office/schema";
import { listAreas } from "@/lib/account/region/server/queries";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { problemsByField } from "@/lib/base/forms/problem";
import { districtCode } from "@/lib/base/region/code";
import { routes } from "@/lib/base/routes";
import { z } from "zod";

import { storeOffices } from "./commands";

const asked = z.object({ districtCode: z.string().pipe(districtCode) });

type Stored = { readonly made: number; readonly changed: number };

/** One office, new or changed, or many new ones as lines (`lines`). */
export async function storeOfficesAction(
  _previous: FormState<Stored>,
  form: FormData,
): Promise<FormState<Stored>> {
  return respond(form, async () => {
    const grant = await requireGrant("people:manage");
    const { districtCode: district } = parseForm(asked, form);
    const typed = typedText(form);
    const isStanding = typed["standing"] === "true";
    const offices =
      typed["lines"] === undefined
        ? [oneOffice(typed)]
        : linesOf(typed["lines"], (await listAreas(grant, district)).subdistricts);
    const parsed = officesInput.safeParse({ districtCode: district, offices });
    if (!parsed.success) throw new FormError(fieldsOf(problemsByField(parsed.error), typed));
    const stored = await storeOffices(grant, parsed.data, { isNew: !isStanding });
    revalidatePath(routes.offices);
    return stored;
  });
}

function oneOffice(typed: Readonly<Record<string, string>>) {
  const name = typed["name"] ?? "";
  return {
    code: typed["code"]?.trim() || proposedCode(name),
    name,
    kind: typed["kind"],
    region: typed["region"] || undefined,
    headTitle: typed["headTitle"],
    isClosed: typed["isClosed"] === "on",
  };
}

/** @throws {FormError} while a line cannot be read: nothing of the others is stored. */
function linesOf(text: string, areas: Parameters<typeof readOfficeLines>[1]) {
  const { offices, unreadable } = readOfficeLines(text, areas);
  if (unreadable.length > 0) throw new FormError({ lines: ["officeLines"] });
  return offices;
}

/** The problems of one office stand at its fields; those of lines at the lines. */
function fieldsOf(
  problems: ReturnType<typeof problemsByField>,
  typed: Readonly<Record<string, string>>,
): ReturnType<typeof problemsByField> {
  const isLines = typed["lines"] !== undefined;
  return Object.fromEntries(
    Object.entries(problems).map(([path, found]) => [
      isLines ? "lines" : (path.split(".").at(-1) ?? path),
      found,
    ]),
  );
}
