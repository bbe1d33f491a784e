import type { GoalScope } from "@/lib/coverage/dated-goal";

import type { Period, Rhythm } from "./rhythm";
import { defaultWording } from "./wording";

/** What a new campaign starts from. The words are the campaign's own, so they are Indonesian. */
type Preset = {
  readonly name: string;
  readonly noun: string;
  readonly act: string;
  readonly gives: string;
  /** Daily when absent; the period of *periods* itself. */
  readonly rhythm?: Exclude<Rhythm, "periods"> | Period;
  readonly interventions: readonly {
    readonly code: string;
    readonly name: string;
    readonly shortName: string;
    /** Percent, as typed; "" where there is none. */
    readonly goal: string;
    /** Of the sum when absent. */
    readonly scope?: GoalScope;
    /** Codes; every group when absent. */
    readonly groups?: readonly string[];
    /** Different people, when absent. */
    readonly groupsAdd?: boolean;
    /** Code of the one that comes before it. */
    readonly follows?: string;
    /** Days between the two at least. */
    readonly minGapDays?: number;
  }[];
  readonly groups: readonly {
    readonly code: string;
    readonly name: string;
    /** As the campaign says when absent. */
    readonly noun?: string;
    /** Whole months: from, and below. */
    readonly months?: readonly number[];
  }[];
  readonly gates?: readonly {
    readonly code: string;
    readonly name: string;
    readonly terms: readonly { readonly intervention: string; readonly atLeast: string }[];
  }[];
  readonly rounds: number;
  /** Days between two rounds at least. */
  readonly minGapDays?: number;
  readonly units: "all" | "chosen" | "own";
};

export const presetNames = ["bian", "pinPolio", "covid", "klasik", "kampungKb", "own"] as const;

export type PresetName = (typeof presetNames)[number];

/**
 * BIAN: Instruksi Bupati Kapuas 443.51/686/DINKES 2022. PIN Polio: Lebak 2024, 95 % in each village; its
 * rounds keep 14 days, the fewest that the ministry asked for. COVID-19: the 70 % of doses 1 and 2 that
 * kabupaten worked towards; the booster had no goal, and began once 70 % had dose 1 and 60 % dose 2.
 * Gebyar KLASIK: Lebak 2024, ten groups served, by its own words; they overlap, and no goal was set.
 * Kampung KB: Kapuas Hulu 2024, where nothing is given: fourteen indicators of chosen villages, twice a year
 * (`lib/indicator/template`).
 *
 * "9 bulan sampai dengan 12 tahun" of the instruction holds who is 12 (below 156 months); the ministry's
 * "9 bulan sampai < 12 tahun" does not. The form asks which.
 */
export const presets: Readonly<Record<PresetName, Preset>> = {
  bian: {
    name: "BIAN",
    ...defaultWording,
    interventions: [
      {
        code: "MR",
        name: "Campak-rubela (MR)",
        shortName: "MR",
        goal: "95",
        groups: ["9-59-bulan", "5-7-tahun", "7-12-tahun"],
      },
      {
        code: "OPV",
        name: "Polio tetes (OPV)",
        shortName: "OPV",
        goal: "80",
        groups: ["12-59-bulan"],
      },
      {
        code: "IPV",
        name: "Polio suntik (IPV)",
        shortName: "IPV",
        goal: "80",
        groups: ["12-59-bulan"],
      },
      {
        code: "DPT-HB-Hib",
        name: "DPT-HB-Hib",
        shortName: "DPT-HB-Hib",
        goal: "80",
        groups: ["12-59-bulan"],
      },
    ],
    groups: [
      { code: "9-59-bulan", name: "9–59 bulan", months: [9, 60] },
      { code: "5-7-tahun", name: "5–<7 tahun", months: [60, 84] },
      { code: "7-12-tahun", name: "7–12 tahun", months: [84, 156] },
      { code: "12-59-bulan", name: "12–59 bulan", months: [12, 60] },
    ],
    rounds: 1,
    units: "all",
  },
  pinPolio: {
    name: "PIN Polio",
    ...defaultWording,
    interventions: [
      { code: "POLIO", name: "Polio tetes", shortName: "Polio", goal: "95", scope: "each" },
    ],
    groups: [{ code: "0-7-tahun", name: "0–7 tahun 11 bulan 29 hari", months: [0, 96] }],
    rounds: 2,
    minGapDays: 14,
    units: "all",
  },
  covid: {
    name: "Vaksinasi COVID-19",
    noun: "person",
    act: "vaccinated",
    gives: "dose",
    // 208 days in Kapuas: nobody vaccinated in each village on each of them.
    rhythm: "sessions",
    interventions: [
      { code: "DOSIS-1", name: "Dosis 1", shortName: "Dosis 1", goal: "70" },
      { code: "DOSIS-2", name: "Dosis 2", shortName: "Dosis 2", goal: "70", follows: "DOSIS-1" },
      {
        code: "BOOSTER",
        name: "Dosis penguat (booster)",
        shortName: "Booster",
        goal: "",
        follows: "DOSIS-2",
      },
    ],
    groups: [
      { code: "asn", name: "Pegawai pemerintah" },
      { code: "lansia", name: "Lanjut usia", months: [720] },
      { code: "komorbid", name: "Penyandang komorbid" },
      { code: "umum", name: "Masyarakat umum" },
    ],
    gates: [
      {
        code: "BOOSTER",
        name: "Booster",
        terms: [
          { intervention: "DOSIS-1", atLeast: "70" },
          { intervention: "DOSIS-2", atLeast: "60" },
        ],
      },
    ],
    rounds: 1,
    units: "own",
  },
  klasik: {
    name: "Gebyar KLASIK",
    noun: "family",
    act: "served",
    gives: "service",
    interventions: [
      { code: "LAYANAN", name: "Dilayani", shortName: "Dilayani", goal: "", groupsAdd: false },
    ],
    groups: [
      { code: "baduta-stunting", name: "Baduta stunting", noun: "child", months: [0, 24] },
      { code: "balita-stunting", name: "Balita stunting", noun: "child", months: [0, 60] },
      { code: "bumil-kek", name: "Ibu hamil KEK dari KRS", noun: "pregnantWoman" },
      { code: "baduta-krs", name: "Baduta dari KRS", noun: "child", months: [0, 24] },
      { code: "balita-krs", name: "Balita dari KRS", noun: "child", months: [0, 60] },
      { code: "krs-air-minum", name: "KRS tanpa sumber air minum utama yang layak" },
      { code: "krs-jamban", name: "KRS tanpa jamban layak" },
      { code: "krs-kb-modern", name: "KRS tidak memakai alat kontrasepsi modern" },
      { code: "remaja-catin", name: "Remaja dan calon pengantin", noun: "person" },
      { code: "miskin-ekstrem", name: "Keluarga miskin ekstrem" },
    ],
    rounds: 1,
    units: "chosen",
  },
  kampungKb: {
    name: "Kampung KB",
    noun: "family",
    act: "served",
    gives: "service",
    rhythm: "halfYear",
    interventions: [],
    groups: [],
    rounds: 1,
    units: "chosen",
  },
  own: { name: "", ...defaultWording, interventions: [], groups: [], rounds: 1, units: "all" },
};

/** Whether a campaign still has the bare name that a preset gave it. */
export function isPresetName(name: string): boolean {
  return name !== "" && presetNames.some((each) => presets[each].name === name);
}
