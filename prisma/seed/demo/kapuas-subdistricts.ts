/**
 * What the invented day looks like: one row for each kecamatan of Kapuas, days 1 to 18.
 *
 * INVENTED (DATA CONTOH), no official figure. The kecamatan differ in size about as their
 * population does (share of the 2010 census, BPS, on the kabupaten's total of December 2024).
 */
export type SubdistrictPlan = {
  readonly code: string;
  /** Target population by the local source: MR, OPV, IPV, DPT-HB-Hib. */
  readonly people: readonly number[];
  /** Doses of residents up to today, in the same order. */
  readonly doses: readonly number[];
  /** Villages whose report is missing: days 1 to 18, where 7 and 14 are Sundays, 10 a holiday, 18 today. */
  readonly missing: readonly number[];
  /** Share of the reports that come after the cut-off. */
  readonly late: number;
  /** Villages that have passed the MR goal. */
  readonly overGoal: number;
  /** How far villages are from their kecamatan's coverage: 0 all alike. */
  readonly spread: number;
};

// prettier-ignore
export const subdistrictPlans: readonly SubdistrictPlan[] = [
  // Selat: five villages are still to be entered today, for who signs in as its camat.
  plan("62.03.01", [14_681, 1_667, 2_229, 895], [8_534, 938, 1_018, 789], "0 0 0 0 0 0 2 0 0 4 0 0 0 1 0 0 0 5", 0.03, 0, 0.15),
  // Kapuas Hilir: above 100 %.
  plan("62.03.02", [3_357, 381, 510, 205], [3_455, 287, 290, 232], "1 0 0 0 0 0 3 0 0 3 0 0 0 1 0 0 0 0", 0.02, 7, 0.1),
  plan("62.03.03", [6_035, 685, 916, 368], [3_326, 389, 402, 316], "0 0 1 0 1 1 3 1 0 0 0 0 0 0 0 0 0 0", 0.08, 1, 0.3),
  plan("62.03.04", [4_847, 550, 736, 295], [2_202, 248, 268, 243], "1 2 0 1 1 0 6 1 1 8 0 2 2 2 0 1 1 0", 0.07, 0, 0.3),
  plan("62.03.05", [4_751, 539, 721, 290], [2_655, 288, 302, 244], "1 0 0 0 0 0 2 1 2 11 1 0 0 1 0 2 0 0", 0.08, 0, 0.3),
  plan("62.03.06", [4_860, 552, 738, 296], [2_828, 296, 338, 266], "0 0 0 0 0 0 0 0 1 7 0 0 0 2 0 0 0 0", 0.07, 1, 0.3),
  plan("62.03.07", [6_400, 727, 972, 390], [2_225, 273, 290, 279], "0 0 3 3 2 3 7 1 1 16 0 1 3 4 1 2 0 12", 0.07, 0, 0.4),
  // Basarang: a good one.
  plan("62.03.08", [4_658, 529, 707, 284], [3_102, 333, 353, 273], "1 0 0 0 0 0 2 0 0 12 0 0 1 3 0 0 0 0", 0.02, 2, 0.2),
  // Mantangai: slow, late and with gaps.
  plan("62.03.09", [9_156, 1_039, 1_390, 558], [2_406, 320, 318, 362], "8 4 3 3 1 5 10 8 5 21 6 9 4 8 4 7 4 33", 0.27, 0, 0.9),
  plan("62.03.10", [2_466, 280, 374, 150], [1_060, 119, 136, 116], "0 0 1 1 1 0 0 1 0 8 0 1 1 3 0 2 0 0", 0.06, 0, 0.3),
  plan("62.03.11", [3_627, 412, 551, 221], [1_429, 166, 181, 169], "1 0 0 0 0 2 1 1 2 5 1 0 4 4 1 1 0 5", 0.07, 0, 0.4),
  // Kapuas Hulu and Pasak Talawang: upriver, often after the cut-off.
  plan("62.03.12", [1_964, 223, 298, 120], [659, 77, 83, 83], "0 1 0 2 2 3 4 1 1 5 2 3 2 6 2 1 1 0", 0.32, 0, 0.4),
  plan("62.03.13", [3_718, 422, 565, 227], [2_228, 242, 264, 205], "0 0 0 0 0 1 1 0 0 8 0 0 0 2 0 0 0 0", 0.08, 0, 0.2),
  plan("62.03.14", [1_535, 174, 233, 94], [477, 60, 60, 66], "0 3 0 2 3 1 3 1 2 7 0 0 0 4 3 3 1 0", 0.36, 0, 0.4),
  // Mandau Talawang: has never reported.
  plan("62.03.15", [1_382, 157, 210, 84], [0, 0, 0, 0], "10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10", 0, 0, 0),
  plan("62.03.16", [2_922, 332, 444, 178], [1_342, 148, 167, 142], "0 1 0 0 1 0 3 1 0 9 0 1 0 3 0 3 0 7", 0.06, 1, 0.4),
  plan("62.03.17", [8_673, 985, 1_317, 529], [3_744, 450, 487, 422], "1 0 0 1 2 0 4 2 0 11 1 0 0 3 0 1 1 0", 0.06, 0, 0.3),
];

function plan(
  code: string,
  people: readonly number[],
  doses: readonly number[],
  missing: string,
  late: number,
  overGoal: number,
  spread: number,
): SubdistrictPlan {
  return { code, people, doses, missing: missing.split(" ").map(Number), late, overGoal, spread };
}
