import { z } from "zod";

import { adverseEventStates } from "./adverse-event";

type Query = Readonly<Record<string, string | string[] | undefined>>;

// What an address does not say as it should is not asked.
const kecamatan = z
  .string()
  .max(40)
  .nullable()
  .transform((code) => code || null)
  .catch(null);

const eventWords = z.object({
  yang: z.enum(["serius", "terlambat"]).nullable().catch(null),
  keadaan: z.enum(adverseEventStates).nullable().catch(null),
  kecamatan,
});

const rapidWords = z.object({
  hasil: z.enum(["ulangi", "cukup", "belum"]).nullable().catch(null),
  kecamatan,
});

const onlyOf = { serius: "serious", terlambat: "late" } as const;

const verdictOf = { ulangi: "repeat", cukup: "pass", belum: "incomplete" } as const;

/** What an address asks of the register of adverse events. */
export function readEventFilter(query: Query) {
  const words = eventWords.parse(firstOf(query, ["yang", "keadaan", "kecamatan"]));
  return {
    words,
    filter: {
      only: words.yang && onlyOf[words.yang],
      state: words.keadaan,
      subdistrict: words.kecamatan,
    },
  };
}

/** What an address asks of the register of rapid assessments. */
export function readRapidFilter(query: Query) {
  const words = rapidWords.parse(firstOf(query, ["hasil", "kecamatan"]));
  return {
    words,
    filter: { verdict: words.hasil && verdictOf[words.hasil], subdistrict: words.kecamatan },
  };
}

function firstOf(query: Query, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, query[name]?.toString() ?? null]));
}
