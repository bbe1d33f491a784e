/** What a new campaign starts from. The words are the campaign's own, so they are Indonesian. */
type Preset = {
  readonly name: string;
  readonly interventions: readonly {
    readonly code: string;
    readonly name: string;
    readonly shortName: string;
    /** Percent, as typed; "" where no document gives one. */
    readonly goal: string;
    /** Codes; every group when absent. */
    readonly groups?: readonly string[];
  }[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly rounds: number;
  readonly units: "all" | "chosen" | "own";
};

export const presetNames = ["bian", "pinPolio", "covid", "klasik", "own"] as const;

export type PresetName = (typeof presetNames)[number];

/**
 * BIAN: Instruksi Bupati Kapuas 443.51/686/DINKES 2022. PIN Polio: Lebak 2024, 95 % in each round.
 * COVID-19: the 70 % of doses 1 and 2 that kabupaten worked towards; the booster had no one goal.
 * Gebyar KLASIK: Lebak 2024, ten groups served; no goal was set.
 */
export const presets: Readonly<Record<PresetName, Preset>> = {
  bian: {
    name: "BIAN",
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
      { code: "9-59-bulan", name: "9–59 bulan" },
      { code: "5-7-tahun", name: "5–<7 tahun" },
      { code: "7-12-tahun", name: "7–12 tahun" },
      { code: "12-59-bulan", name: "12–59 bulan" },
    ],
    rounds: 1,
    units: "all",
  },
  pinPolio: {
    name: "PIN Polio",
    interventions: [{ code: "POLIO", name: "Polio tetes", shortName: "Polio", goal: "95" }],
    groups: [{ code: "0-7-tahun", name: "0–7 tahun 11 bulan 29 hari" }],
    rounds: 2,
    units: "all",
  },
  covid: {
    name: "Vaksinasi COVID-19",
    interventions: [
      { code: "DOSIS-1", name: "Dosis 1", shortName: "Dosis 1", goal: "70" },
      { code: "DOSIS-2", name: "Dosis 2", shortName: "Dosis 2", goal: "70" },
      { code: "BOOSTER", name: "Dosis penguat (booster)", shortName: "Booster", goal: "" },
    ],
    groups: [
      { code: "asn", name: "Pegawai pemerintah" },
      { code: "lansia", name: "Lanjut usia" },
      { code: "komorbid", name: "Penyandang komorbid" },
      { code: "umum", name: "Masyarakat umum" },
    ],
    rounds: 1,
    units: "own",
  },
  klasik: {
    name: "Gebyar KLASIK",
    interventions: [{ code: "LAYANAN", name: "Dilayani", shortName: "Dilayani", goal: "" }],
    groups: [
      { code: "baduta-stunting", name: "Baduta stunting" },
      { code: "balita-stunting", name: "Balita stunting" },
      { code: "bumil-kek", name: "Ibu hamil KEK" },
      { code: "anak-berisiko-1", name: "Anak keluarga berisiko, kelompok 1" },
      { code: "anak-berisiko-2", name: "Anak keluarga berisiko, kelompok 2" },
      { code: "keluarga-1", name: "Keluarga menurut kekurangan 1" },
      { code: "keluarga-2", name: "Keluarga menurut kekurangan 2" },
      { code: "keluarga-3", name: "Keluarga menurut kekurangan 3" },
      { code: "remaja-catin", name: "Remaja dan calon pengantin" },
      { code: "miskin-ekstrem", name: "Keluarga miskin ekstrem" },
    ],
    rounds: 1,
    units: "chosen",
  },
  own: { name: "", interventions: [], groups: [], rounds: 1, units: "all" },
};

/** Whether a campaign still has the bare name that a preset gave it. */
export function isPresetName(name: string): boolean {
  return name !== "" && presetNames.some((each) => presets[each].name === name);
}
