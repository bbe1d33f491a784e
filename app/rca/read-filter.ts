import { z } from "zod";

const filter = z.object({
  hasil: z.enum(["ulangi", "cukup", "belum"]).nullable().catch(null),
  kecamatan: z
    .string()
    .max(40)
    .nullable()
    .transform((code) => code || null)
    .catch(null),
});

const verdictOf = { ulangi: "repeat", cukup: "pass", belum: "incomplete" } as const;

/** What an address asks of the register. What it does not know is not asked. */
export function readRapidFilter(query: Readonly<Record<string, string | string[] | undefined>>) {
  const one = (name: string) => query[name]?.toString() ?? null;
  const { hasil, kecamatan } = filter.parse({ hasil: one("hasil"), kecamatan: one("kecamatan") });
  return {
    words: { hasil, kecamatan },
    filter: { verdict: hasil && verdictOf[hasil], subdistrict: kecamatan },
  };
}
