import { z } from "zod";

import type { AuditEntry } from "./entry";

/** One line of "before and after". */
export type Change = {
  readonly what:
    | {
        readonly kind: "cell";
        readonly intervention: string;
        readonly targetGroup: string;
        /** Counts of people from outside the unit's area. */
        readonly isNonResidents: boolean;
      }
    | {
        readonly kind: "part";
        /** What a report says besides tallies: a reason and its code, vials of an intervention. */
        readonly part: { readonly kind: string; readonly code: string };
      }
    | { readonly kind: "field"; readonly name: string };
  /** null: there was none. */
  readonly before: string | null;
  readonly after: string | null;
};

const tally = z.object({
  intervention: z.string(),
  targetGroup: z.string(),
  residents: z.number(),
  nonResidents: z.number().optional(),
});
const withTallies = z.looseObject({ tallies: z.array(tally) });
const withParts = z.looseObject({
  parts: z.array(z.object({ kind: z.string(), code: z.string(), count: z.number() })),
});
const fields = z.record(z.string(), z.unknown());

/** Said elsewhere in the entry, or of no use to a reader. */
const leftOut = new Set(["tallies", "parts", "submission", "reason"]);

/**
 * What the deed changed, cells and parts of a report first. Where there was something before, only what is
 * different now; else everything that is there now.
 */
export function changesOf(entry: Pick<AuditEntry, "before" | "after">): readonly Change[] {
  return [...cellChanges(entry), ...partChanges(entry), ...fieldChanges(entry)];
}

function cellChanges({ before, after }: Pick<AuditEntry, "before" | "after">): Change[] {
  const [was, is] = [cellsOf(before), cellsOf(after)];
  return [...new Map([...was, ...is])].flatMap(([key, { what }]) => {
    const [from, to] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null];
    return from === to ? [] : [{ what, before: from, after: to }];
  });
}

function cellsOf(side: unknown) {
  const parsed = withTallies.safeParse(side);
  const cells = (parsed.data?.tallies ?? []).flatMap(
    ({ intervention, targetGroup, residents, nonResidents }) =>
      [
        { isNonResidents: false, value: residents },
        ...(nonResidents ? [{ isNonResidents: true, value: nonResidents }] : []),
      ].map(({ isNonResidents, value }) => {
        const what = { kind: "cell", intervention, targetGroup, isNonResidents } as const;
        return [JSON.stringify(what), { what, value: String(value) }] as const;
      }),
  );
  return new Map(cells);
}

/** A report that says nothing of parts changes none. */
function partChanges({ before, after }: Pick<AuditEntry, "before" | "after">): Change[] {
  const partsOf = (side: unknown) =>
    withParts.safeParse(side).data?.parts.map(({ kind, code, count }) => {
      const what = { kind: "part", part: { kind, code } } as const;
      return [`${kind}/${code}`, { what, value: String(count) }] as const;
    });
  const [was, is] = [new Map(partsOf(before)), new Map(partsOf(after) ?? partsOf(before))];
  return [...new Map([...was, ...is])].flatMap(([key, { what }]) => {
    const [from, to] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null];
    return from === to ? [] : [{ what, before: from, after: to }];
  });
}

/** A field that only "before" speaks of stood there, and nothing is said about what became of it. */
function fieldChanges({ before, after }: Pick<AuditEntry, "before" | "after">): Change[] {
  const was = fields.safeParse(before).data ?? {};
  const is = fields.safeParse(after).data;
  return [...new Set([...Object.keys(was), ...Object.keys(is ?? {})])].flatMap((name) => {
    const [from, to] = [textOf(was[name]), textOf(is?.[name])];
    if (leftOut.has(name) || from === to || (is && !(name in is))) return [];
    return [{ what: { kind: "field", name } as const, before: from, after: to }];
  });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

const reason = z.union([
  z.string().transform((note) => ({ code: null, note })),
  z.object({ code: z.string(), note: z.string().optional() }),
]);

/** Why it was done, when that was said: a code of the list of reasons, words, or both. */
export function entryReasonOf({ after }: Pick<AuditEntry, "after">): {
  readonly code: string | null;
  readonly note: string | null;
} | null {
  const said = z.looseObject({ reason }).safeParse(after).data?.reason;
  return said ? { code: said.code, note: said.note ?? null } : null;
}
