import type { Campaign, Intervention } from "@/lib/campaign/campaign";
import { isTotalLine } from "@/lib/campaign/not-a-unit";
import { textsBefore } from "@/lib/campaign/table-reading/prepared-rows";
import { cellText, emptyCell, type SheetCell } from "@/lib/base/spreadsheet/cell";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { CampaignWords } from "./campaign-words";
import { groupName, type TargetColumn } from "./column";
import { noSuchDayParams, readDay } from "./day-text";
import type { Rejection } from "./rejection";
import type { Field, SheetHead } from "./sheet-head";

type Rejected = Pick<Rejection, "code" | "params">;
type Box =
  | {
      readonly column: Omit<TargetColumn, "label"> & { readonly alsoRounds?: readonly number[] };
      readonly label: string;
      readonly cell: SheetCell;
      readonly columnIndex: number;
    }
  | (Rejected & { readonly field: "intervention" | "targetGroup" | "round" });

/** One row, read by the heads. */
export class TargetSheetRow {
  constructor(
    private readonly row: readonly SheetCell[],
    private readonly head: SheetHead,
    private readonly campaign: Campaign,
    private readonly words: CampaignWords,
  ) {}

  private cell(columnIndex: number | undefined): SheetCell {
    return (columnIndex === undefined ? undefined : this.row[columnIndex]) ?? emptyCell;
  }

  textOf(field: Field): string {
    return cellText(this.cell(this.head.columnIndexes[field]));
  }

  unitWords(): { code: string; name: string; subdistrict: string } {
    return {
      code: this.textOf("code"),
      name: this.textOf("name"),
      subdistrict: this.textOf("subdistrict"),
    };
  }

  isBlank(): boolean {
    return this.row.every((cell) => cell.kind === "empty");
  }

  /** What a row of totals calls itself; null: it is none. */
  totalName(): string | null {
    const { code, name } = this.unitWords();
    const above = { districtName: this.campaign.districtName, subdistrictNames: [] };
    const isNameless = code === "" && name === "";
    const counts = this.head.columns.map(({ columnIndex }) => columnIndex);
    const written = [
      ...(isNameless && counts.length > 0 ? textsBefore(this.row, counts) : [code, name]),
      this.textOf("intervention"),
    ];
    return written.find((text) => isTotalLine(text, above)) ?? null;
  }

  /** A row that gives no number at all. */
  hasNothing(): boolean {
    const { columns } = this.head;
    return (
      columns.length > 0 &&
      columns.every(({ columnIndex }) => this.cell(columnIndex).kind === "empty")
    );
  }

  dayProblem(asOf: CalendarDay): Rejected | null {
    const cell = this.cell(this.head.columnIndexes.asOf);
    if (cell.kind === "empty") return null;
    const read = readDay(cell);
    if (read.kind === "unreadable") return { code: "dayUnreadable", params: {} };
    if (read.kind === "noSuchDay") return { code: "noSuchDay", params: noSuchDayParams(read) };
    if (read.kind === "noSuchMonth") return { code: "noSuchMonth", params: { month: read.month } };
    return read.day === asOf ? null : { code: "dayDiffers", params: { day: Date.parse(asOf) } };
  }

  boxes(): Box[] {
    if (this.head.columns.length > 0) {
      return this.head.columns.map((column) => ({
        column,
        label: column.head,
        columnIndex: column.columnIndex,
        cell: this.cell(column.columnIndex),
      }));
    }
    return [this.longBox()];
  }

  private longBox(): Box {
    const { campaign, head } = this;
    const intervention = this.words.intervention(this.textOf("intervention"));
    if (!intervention) return { field: "intervention", code: "unknownIntervention", params: {} };

    const group = this.groupOf(intervention);
    if (typeof group !== "string") return { field: "targetGroup", ...group };

    const round = this.roundNumber();
    if (round === null) {
      return { field: "round", code: "unknownRound", params: { rounds: campaign.rounds.length } };
    }
    const label = `${intervention.shortName} ${groupName(campaign, group)}`;
    const columnIndex = head.columnIndexes.people ?? 0;
    const column = { intervention: intervention.code, targetGroup: group, round };
    return { column, label, columnIndex, cell: this.cell(head.columnIndexes.people) };
  }

  /** Its group, which may be left out where the intervention has only one. */
  private groupOf({ shortName, targetGroups }: Intervention): string | Rejected {
    const text = this.textOf("targetGroup");
    const [only = "", ...others] = targetGroups;
    if (text === "" && others.length === 0) return only;
    const group = this.words.targetGroup(text);
    if (!group) return { code: "unknownTargetGroup", params: {} };
    if (targetGroups.includes(group.code)) return group.code;
    return { code: "notGiven", params: { intervention: shortName, targetGroup: group.name } };
  }

  /** 0 for every round; null when there is no such round. */
  private roundNumber(): number | null {
    const text = this.textOf("round");
    if (text === "" || /^(semua|all)(\s+(putaran|rounds?))?$/i.test(text.trim())) return 0;
    const number = Number(text.replace(/^putaran\s*/i, ""));
    return this.campaign.rounds.some((round) => round.number === number) ? number : null;
  }
}
