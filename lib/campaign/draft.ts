import { defaultSettings, type Campaign } from "./campaign";
import {
  draftGates,
  draftInterventions,
  givenBody,
  type DraftGate,
  type DraftIntervention,
} from "./draft/given";
import { draftGroups, groupsBody, type DraftGroup } from "./draft/groups";
import { keepKeys } from "./draft/key";
import { draftRounds, emptyRound, rhythmOf, roundsBody, type DraftRound } from "./draft/rounds";
import { decimalText, slugOf } from "./draft/text";
import { unitsBody, type DraftUnits, type UnitName } from "./draft/units";
import { shareOf } from "./goal-text";
import { partsInOrder } from "./report-parts";
import { defaultRhythm } from "./rhythm";
import { endLinesOf } from "./unit-end-lines";
import { noSetLines, type SetLines } from "./unit-set/lines";
import { defaultWording } from "./wording";

type DraftFile = {
  readonly name: string;
  readonly left: readonly {
    /** As the file names it. */
    readonly field: string;
    readonly value: string;
    readonly why: (typeof leftReasons)[number];
  }[];
  /** How many more there are. */
  readonly untold: number;
};

/** Why something of a file stands nowhere in its draft. */
export const leftReasons = [
  "unknown",
  "wrongType",
  "unknownValue",
  "tooLong",
  "tooMany",
  "incomplete",
  "elsewhere",
  "changed",
] as const;

/** A campaign as it stands in the form: everything is text until it is sent. */
export type CampaignDraft = DraftUnits & {
  readonly name: string;
  readonly slug: string;
  readonly legalBasis: string;
  readonly sourceName: string;
  readonly sourceUrl: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly reportCutOff: string;
  readonly isSample: boolean;
  readonly decidingTargetSource: string;
  readonly usualDeviations: string;
  /** Percent, as typed. */
  readonly mostTargetShare: string;
  readonly noun: string;
  readonly act: string;
  readonly gives: string;
  /** A rhythm, or the period of "periods". */
  readonly rhythm: string;
  /** What daily reports are asked for besides tallies. */
  readonly reportParts: readonly string[];
  readonly rounds: readonly DraftRound[];
  readonly interventions: readonly DraftIntervention[];
  readonly groups: readonly DraftGroup[];
  readonly gates: readonly DraftGate[];
  /** What it was copied from, and whether its target populations shall come along; left out: nothing. */
  readonly copyOf?: { readonly slug: string; readonly targets: boolean } | undefined;
  /** Rounds that were held in units of which nobody goes on, and are held in every unit; left out: none. */
  readonly heldEverywhere?: readonly number[] | undefined;
  /** The file that it was begun from, and what of it stands nowhere; left out: none. */
  readonly fromFile?: DraftFile | undefined;
};

/** The time zone that most of a province keeps, by its code; West Indonesia where it is not said. */
function zoneOf(district: string): string {
  const province = Number(district.slice(0, 2));
  if (province >= 81) return "Asia/Jayapura";
  if (province === 61) return "Asia/Pontianak";
  const isCentral = (province >= 51 && province <= 53) || (province >= 63 && province <= 76);
  return isCentral ? "Asia/Makassar" : "Asia/Jakarta";
}

/** An empty form, in the kabupaten of who asks. */
export function newDraft(districtCode: string): CampaignDraft {
  return {
    name: "",
    slug: "",
    legalBasis: "",
    sourceName: "",
    sourceUrl: "",
    districtCode,
    startsOn: "",
    endsOn: "",
    timeZone: zoneOf(districtCode),
    reportCutOff: "16:00",
    isSample: false,
    decidingTargetSource: "local",
    usualDeviations: decimalText(defaultSettings.usualDeviations),
    mostTargetShare: decimalText(defaultSettings.mostTargetShare * 100),
    ...defaultWording,
    rhythm: defaultRhythm.rhythm,
    reportParts: [],
    rounds: [{ ...emptyRound(1), key: -1 }],
    interventions: [],
    groups: [],
    gates: [],
    units: "all",
    villages: [],
    lines: "",
    changedLines: "",
    inhabitantLines: "",
    removedUnits: [],
    endLines: "",
    setLines: noSetLines,
  };
}

/** A campaign as its form shows it: codes are kept, nothing is added or taken out yet. */
export function draftOf(
  campaign: Campaign,
  setLines: SetLines = noSetLines,
  units: readonly UnitName[] = [],
): CampaignDraft {
  const groups = draftGroups(campaign);
  const interventions = draftInterventions(campaign, groups);
  return {
    ...newDraft(campaign.districtCode),
    name: campaign.name,
    slug: campaign.slug,
    legalBasis: campaign.legalBasis ?? "",
    sourceName: campaign.sourceName ?? "",
    sourceUrl: campaign.sourceUrl ?? "",
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    timeZone: campaign.timeZone,
    reportCutOff: campaign.reportCutOff,
    isSample: campaign.isSample,
    decidingTargetSource: campaign.decidingTargetSource,
    usualDeviations: decimalText(campaign.usualDeviations),
    mostTargetShare: decimalText(campaign.mostTargetShare * 100),
    noun: campaign.noun,
    act: campaign.act,
    gives: campaign.gives,
    rhythm: campaign.period ?? campaign.rhythm,
    reportParts: campaign.reportParts,
    rounds: draftRounds(campaign),
    groups,
    interventions,
    gates: draftGates(campaign, interventions, groups),
    units: "none",
    endLines: endLinesOf(campaign.unitEnds, units),
    setLines,
  };
}

/** A draft of an earlier visit: keys of rows that are added now do not meet its own. */
export function resumedDraft(draft: CampaignDraft): CampaignDraft {
  const { rounds, interventions, groups, gates } = draft;
  const terms = gates.flatMap((gate) => gate.terms);
  keepKeys([...rounds, ...interventions, ...groups, ...gates, ...terms]);
  return draft;
}

/**
 * What the form sends: the body of the call that makes or changes a campaign.
 *
 * @param standing the units that the campaign has; null: it is new.
 */
export function draftBody(
  draft: CampaignDraft,
  villages: readonly UnitName[],
  standing: readonly UnitName[] | null = null,
) {
  return {
    name: draft.name,
    slug: draft.slug,
    legalBasis: draft.legalBasis,
    sourceName: draft.sourceName,
    sourceUrl: draft.sourceUrl,
    districtCode: draft.districtCode,
    startsOn: draft.startsOn,
    endsOn: draft.endsOn,
    timeZone: draft.timeZone,
    reportCutOff: draft.reportCutOff,
    isSample: draft.isSample,
    decidingTargetSource: draft.decidingTargetSource,
    usualDeviations: Number(draft.usualDeviations.trim().replace(",", ".") || "?"),
    mostTargetShare: Number(shareOf(draft.mostTargetShare) || "?"),
    noun: draft.noun,
    act: draft.act,
    gives: draft.gives,
    ...rhythmOf(draft.rhythm),
    reportParts: partsInOrder(draft.reportParts),
    rounds: roundsBody(draft.rounds),
    targetGroups: groupsBody(draft.groups),
    ...givenBody(draft),
    ...unitsBody(draft, villages, standing),
  };
}

/** The short address that a draft proposes: its name, and the year of its start unless it says it. */
export function proposedSlug({ name, startsOn }: Pick<CampaignDraft, "name" | "startsOn">): string {
  const year = startsOn.slice(0, 4);
  const slug = slugOf(name);
  if (slug === "" || name.includes(year)) return slug;
  return slugOf(`${slug.slice(0, 60 - year.length - 1)} ${year}`);
}

/** A draft of a new campaign with something changed; its address follows until one is typed. */
export function changedDraft(draft: CampaignDraft, part: Partial<CampaignDraft>): CampaignDraft {
  const next = { ...draft, ...part };
  const follows = part.slug === undefined && draft.slug === proposedSlug(draft);
  return follows ? { ...next, slug: proposedSlug(next) } : next;
}
