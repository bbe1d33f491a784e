/**
 * Villages of Selat whose day is told number by number, so that the entry screens of the design
 * can be seen and tried: 131 in Selat Hilir is more than remains, 201 in Selat Utara far above usual.
 *
 * INVENTED (DATA CONTOH). Numbers stand in the order of the entry columns: MR 9–59 months,
 * MR 5–<7 years, MR 7–12 years, OPV, IPV, DPT-HB-Hib.
 */
export type VillageStory = {
  readonly people?: readonly number[];
  /** Doses up to yesterday. */
  readonly untilYesterday?: readonly number[];
  readonly yesterday?: readonly number[];
  /** Today's report and the local time it came; left out: not reported yet. Only zeros: nihil. */
  readonly today?: { readonly at: string; readonly doses: readonly number[] };
};

export const villageStories: ReadonlyMap<string, VillageStory> = new Map([
  // Murung Keramat
  ["62.03.01.1006", { today: { at: "14:12", doses: [14, 6, 21, 4, 4, 2] } }],
  // Selat Hilir
  [
    "62.03.01.1007",
    {
      people: [347, 165, 408, 105, 140, 56],
      untilYesterday: [222, 102, 289, 63, 74, 50],
      yesterday: [15, 7, 22, 5, 6, 3],
    },
  ],
  // Selat Tengah
  ["62.03.01.1008", { today: { at: "15:31", doses: [19, 8, 21, 7, 6, 2] } }],
  // Selat Hulu
  ["62.03.01.1009", {}],
  // Selat Dalam
  ["62.03.01.1010", {}],
  // Selat Utara
  [
    "62.03.01.1021",
    {
      people: [672, 310, 779, 200, 267, 107],
      untilYesterday: [323, 144, 416, 106, 99, 94],
      yesterday: [26, 11, 27, 9, 7, 4],
    },
  ],
  // Selat Barat
  ["62.03.01.1022", { today: { at: "15:05", doses: [15, 12, 24, 5, 6, 3] } }],
  // Panamas
  ["62.03.01.1023", { today: { at: "14:20", doses: [25, 18, 52, 8, 12, 5] } }],
  // Pulau Telo
  ["62.03.01.2011", {}],
  // Pulau Telo Baru: no service today, said so.
  ["62.03.01.2020", { today: { at: "14:30", doses: [0, 0, 0, 0, 0, 0] } }],
]);
