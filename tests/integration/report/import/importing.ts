import type { Campaign } from "@/lib/campaign/campaign";
import { importTallies, type ImportTerms } from "@/lib/report/import/server/commands";
import type { FarRow } from "@/lib/report/import/far-rows";
import { partHeads } from "@/lib/report/import/server/part-heads";
import { readImport } from "@/lib/report/import/server/read-import";
import { settleRows } from "@/lib/report/import/server/settle";
import { query } from "@/tests/support/database";
import { beforeCutOff, grantFor } from "@/tests/integration/report/campaign";

const names = { unit: "Unit", day: "Tanggal" };
const heads = "kode;tanggal;MR 9–59 bulan;MR 5–<7 tahun;OPV;Luar MR 9–59 bulan;nihil";

/** The terms of a file whose counts run on from the first day, also where they fall. */
export const cumulative = {
  figures: "cumulative" as const,
  answers: { days: "cumulative" },
};

/** A file with a column for every count of the campaign, as `load` takes it. */
export function sheet(...rows: string[]): string {
  return [heads, ...rows].join("\n");
}

type Loading = Partial<ImportTerms> & {
  /** Whose: the dinkes's kabupaten, or a camat's kecamatan. */
  readonly region?: string;
  /** By the kind of their question; the file is rejected while another is open. */
  readonly answers?: Readonly<Record<string, string>>;
};

/** Loads a sheet, as the page does after its check. Cells are parted by ";". */
export async function load(campaign: Campaign, text: string, terms: Loading = {}) {
  const { at = beforeCutOff, region = "62.03" } = terms;
  const { asking, settled } = await settle(campaign, text, terms);
  if (asking.isOpen()) {
    throw new Error(`asked: ${asking.asked.map(({ kind }) => kind).join(" ")}`);
  }
  return importTallies(grantFor(region), campaign, settled.check, {
    fileName: "juni.csv",
    overwriteUntil: null,
    reason: { code: "lateData" },
    ...terms,
    figures: settled.figures,
    confirmed: settled.confirmed,
    at,
  });
}

/** What a sheet leaves open, and the sheet as far as that is answered. */
export async function settle(campaign: Campaign, text: string, terms: Loading = {}) {
  const { region = "62.03", at = beforeCutOff, figures = "daily", answers = {} } = terms;
  const grant = grantFor(region);
  const asked = await settledWith(new Map());
  // The id of an answer names the part of the file that it is about.
  const given = new Map(
    asked.asking.asked.flatMap(({ id, kind }) => {
      const answer = answers[kind];
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
  return given.size === 0 ? asked : settledWith(given);

  async function settledWith(given: ReadonlyMap<string, string>) {
    const read = await readImport(grant, campaign, Buffer.from(text), {
      at,
      names,
      parts: partHeads(campaign, "id"),
      answers: given,
    });
    if ("problem" in read) throw new Error(`the file was not read: ${read.problem}`);
    if (read.check === null) throw new Error("the file leaves a question open");
    const { asking } = read;
    const told = ({ row: { report } }: FarRow) => `${report.unit.name} ${report.day}`;
    const settled = await settleRows(grant, campaign, read.check, { asking, at, figures, told });
    return { asking, settled };
  }
}

type Outcome = Awaited<ReturnType<typeof load>>;

/** "3 stored": line and what became of it, rejected rows with their code. */
export function toldBy({ rows, rejected }: Outcome): string[] {
  return [
    ...rows.map(({ planned, outcome, problems }) => ({
      line: planned.report.line,
      told: [outcome, ...problems.map(({ code }) => code)].join(" "),
    })),
    ...rejected.map(({ line, code }) => ({ line, told: `rejected ${code}` })),
  ]
    .sort((a, b) => a.line - b.line)
    .map(({ line, told }) => `${String(line)} ${told}`);
}

/** "62.03.01.1007 2026-06-04 MR/young 12": every count that stands. */
export async function stands(): Promise<string[]> {
  const rows = await query<{ told: string }>(
    `select concat_ws(' ', unit_code, day, intervention_code || '/' || target_group_code, residents,
                      nullif(non_residents, 0)) as told
     from tally order by unit_code, day, intervention_code, target_group_code desc`,
  );
  return rows.map(({ told }) => told);
}

export function deeds(action: string) {
  return query<{ after: Record<string, unknown> }>(
    "select after from audit_entry where action = $1 order by id",
    [action],
  );
}

export function remembered() {
  return query(
    "select line, unit_code as unit, day_text as day, kind, detail, file_name as file from import_refusal order by line",
  );
}
