import { z } from "zod";

import { adverseEventStates } from "@/lib/safety/adverse-event";

const filter = z.object({
  yang: z.enum(["serius", "terlambat"]).nullable().catch(null),
  keadaan: z.enum(adverseEventStates).nullable().catch(null),
  kecamatan: z
    .string()
    .max(40)
    .nullable()
    .transform((code) => code || null)
    .catch(null),
});

const onlyOf = { serius: "serious", terlambat: "late" } as const;

/** What an address asks of the register. What it does not know is not asked. */
export function readEventFilter(query: Readonly<Record<string, string | string[] | undefined>>) {
  const one = (name: string) => query[name]?.toString() ?? null;
  const { yang, keadaan, kecamatan } = filter.parse({
    yang: one("yang"),
    keadaan: one("keadaan"),
    kecamatan: one("kecamatan"),
  });
  return {
    words: { yang, keadaan, kecamatan },
    filter: { only: yang && onlyOf[yang], state: keadaan, subdistrict: kecamatan },
  };
}
