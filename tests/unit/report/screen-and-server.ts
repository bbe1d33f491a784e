import { openEntryStore } from "@/lib/device/entry/store";
import { lookOf } from "@/lib/device/entry/row-state";
import { openOutbox } from "@/lib/device/outbox/open-outbox";
import { contentOf } from "@/lib/report/report-content";
import type { DailyReportSubmission, StoredReport } from "@/lib/report/schema";
import { dosesOf } from "@/lib/campaign/measures";

import { columns, rows } from "./kapuas";

export const unit = "62.03.01.1007";
export const day = "2026-06-04";
const closesAt = "2026-06-04T09:00:00Z";

/** Half an hour before the cut-off of that day, and half an hour after it. */
export const before = () => new Date("2026-06-04T08:31:00Z");
export const after = () => new Date("2026-06-04T09:31:00Z");

/** What stands on the server: the camat's own report of 15 doses. */
export const own: StoredReport = {
  version: 4,
  zero: false,
  receivedAt: "2026-06-04T08:04:00Z",
  receivedBy: "Camat Selat",
  isOwn: true,
  status: "submitted",
  returnReason: null,
  tallies: [{ intervention: "MR", targetGroup: "9–59 bulan", ...dosesOf({ residents: 15 }) }],
};

export const round = {
  number: 1,
  plannedStartsOn: "2026-06-01",
  plannedEndsOn: "2026-06-20",
  startsOn: "2026-06-01",
  endsOn: "2026-06-20",
  sweepingEndsOn: null,
};

/** A server that stores what comes, while it can be reached. */
function openServer() {
  const sent: DailyReportSubmission[] = [];
  const answer: typeof fetch = (input, init) => {
    if (!server.isUp) return Promise.reject(new TypeError("failed to fetch"));
    const { status } = server;
    if (status !== 200) return Promise.resolve(Response.json({ code: "busy" }, { status }));
    if (typeof init?.body !== "string") {
      const ids =
        new URL(input instanceof Request ? input.url : input, "http://x.invalid").searchParams.get(
          "ids",
        ) ?? "";
      const receipts = sent
        .filter(({ id }) => ids.includes(id))
        .map((report) => {
          const standing = { ...own, ...contentOf(report), version: versionOf(report) };
          return { id: report.id, unit: report.unit, day, version: standing.version, standing };
        });
      return Promise.resolve(Response.json({ receipts }));
    }
    const { reports } = JSON.parse(init.body) as { reports: DailyReportSubmission[] };
    sent.push(...reports);
    const results = reports.map((report) => ({
      id: report.id,
      outcome: "stored",
      version: versionOf(report),
      problems: [],
    }));
    return Promise.resolve(Response.json({ results }));
  };

  const server = { sent, isUp: true, status: 200, answer };
  return server;
}

function versionOf({ baseVersion = 0 }: DailyReportSubmission): number {
  return baseVersion + 1;
}

/** The entry screen of day 4 with what stands for Selat Hilir, and the server that it sends to. */
export function open({
  standing = null,
  clock = before,
  mayVerify = false,
}: {
  readonly standing?: StoredReport | null;
  readonly clock?: () => Date;
  readonly mayVerify?: boolean;
}) {
  const server = openServer();
  const outbox = openOutbox({
    actorId: "1",
    indexedDB: null,
    fetch: server.answer,
    now: clock,
    random: () => 0.5,
  });
  const store = openEntryStore({
    rows: rows.map((row) => ({ ...row, standing: row.unit.code === unit ? standing : null })),
    columns,
    context: {
      actorId: "1",
      actorName: "Camat Selat",
      slug: "bian",
      day,
      closesAt,
      mayVerify,
      round,
    },
    outbox: () => outbox,
    clock,
  });
  return {
    store,
    outbox,
    server,
    sent: server.sent,
    look: () => lookOf(store.stateOf(unit), columns),
  };
}
