import { gunzipSync } from "node:zlib";

import { contentOf, contentText, isSameContent } from "@/lib/report/report-content";
import type {
  DailyReportSubmission,
  ReportReceipt,
  ReportResult,
  StoredReport,
} from "@/lib/report/schema";

/** What happens to one request. */
export type Fault =
  | "none"
  /** The connection is cut before the server has it, or after it and before the answer. */
  | "lostRequest"
  | "lostAnswer"
  | "halfAnswer"
  | "notJson"
  | "defectBefore"
  | "defectAfter"
  | "busy"
  | "signedOut"
  /** The request arrives a second time later. */
  | "twice";

type Body = {
  readonly sentAt?: string;
  readonly waitingSince?: string;
  readonly reports: readonly DailyReportSubmission[];
};

/** The rules of submission as the product has them, in memory. */
export function openModelServer({
  poisoned = () => false,
  now = () => new Date("2026-11-22T08:31:00Z"),
}: {
  readonly now?: () => Date;
  /** Reports that make the server reject, or fail on, the whole batch that they are in. */
  readonly poisoned?: (report: DailyReportSubmission) => boolean;
} = {}) {
  const submissions = new Map<string, { version: number; text: string; place: string }>();
  const standings = new Map<string, StoredReport>();
  const versions: { place: string; id: string; text: string; version: number }[] = [];
  const requests: {
    method: string;
    bytes: number;
    ids: string[];
    vias: (string | undefined)[];
    at: string | undefined;
    since: string | undefined;
  }[] = [];
  const delayed: Body[] = [];
  let person: string | null = "orang";
  let poison: number | "silence" = 422;

  function submit(report: DailyReportSubmission, by = "orang"): ReportResult {
    const { id, unit, day } = report;
    const place = `${unit} ${day}`;
    const text = contentText(contentOf(report));
    const seen = submissions.get(id);
    if (seen) {
      return seen.text === text && seen.place === place
        ? { id, outcome: "replayed", version: seen.version, problems: [] }
        : { id, outcome: "rejected", version: null, problems: [{ code: "idReused" }] };
    }
    if (report.tallies.some(({ residents }) => residents > 99_999)) {
      return { id, outcome: "rejected", version: null, problems: [{ code: "countOutOfRange" }] };
    }
    const standing = standings.get(place);
    if (report.choice?.kept === "theirs" && standing) {
      submissions.set(id, { version: standing.version, text, place });
      return { id, outcome: "replayed", version: standing.version, problems: [] };
    }
    if (standing && isSameContent(contentOf(report), standing)) {
      submissions.set(id, { version: standing.version, text, place });
      return { id, outcome: "replayed", version: standing.version, problems: [] };
    }
    if ((standing?.version ?? 0) !== (report.baseVersion ?? 0)) {
      return {
        id,
        outcome: "conflict",
        version: standing?.version ?? null,
        problems: [{ code: "newerVersion" }],
        ...(standing && { standing }),
      };
    }
    const version = (standing?.version ?? 0) + 1;
    submissions.set(id, { version, text, place });
    versions.push({ place, id, text, version });
    standings.set(place, {
      ...(standing?.parts && { parts: standing.parts }),
      ...contentOf(report),
      version,
      receivedAt: now().toISOString(),
      receivedBy: by,
      isOwn: by === "orang",
      status: "submitted",
      returnReason: null,
    });
    return { id, outcome: "stored", version, problems: [] };
  }

  function receipt(id: string): ReportReceipt[] {
    const seen = submissions.get(id);
    if (!seen) return [];
    const [unit = "", day = ""] = seen.place.split(" ");
    return [{ id, unit, day, version: seen.version, standing: standings.get(seen.place) ?? null }];
  }

  const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify({ code }), { status, headers });

  /** A fetch whose requests meet these faults, one after the other. */
  function fetchWith(nextFault: () => Fault): typeof fetch {
    return async (input, init) => {
      await Promise.resolve();
      const fault = nextFault();
      const asked = new Headers(init?.headers).get("x-cakupan-person");
      const url = new URL(typeof input === "string" ? input : "", "http://cakupan.invalid");
      const isPost = init?.method === "POST";
      const sent = init?.body ?? "";
      const text = sent instanceof ArrayBuffer ? gunzipSync(sent).toString() : (sent as string);
      const body = isPost ? (JSON.parse(text) as Body) : null;
      requests.push({
        method: isPost ? "POST" : "GET",
        bytes: sent instanceof ArrayBuffer ? sent.byteLength : text.length,
        ids: body?.reports.map(({ id }) => id) ?? [],
        vias: body?.reports.map(({ via }) => via) ?? [],
        at: body?.sentAt,
        since: body?.waitingSince,
      });
      if (fault === "lostRequest") throw new TypeError("failed to fetch");
      if (fault === "busy") return problem(503, "databaseAway", { "Retry-After": "5" });
      if (fault === "signedOut" || person === null) return problem(401, "notSignedIn");
      if (asked !== person) return problem(403, "otherPerson");
      if (fault === "defectBefore") return problem(500, "defect");
      if (body?.reports.some(poisoned)) {
        if (poison === "silence") throw new TypeError("failed to fetch");
        return problem(poison, "invalid");
      }

      // What was held back on the way arrives before anything newer does.
      for (const late of delayed.splice(0)) late.reports.forEach((each) => submit(each));
      const answer = body
        ? { results: body.reports.map((each) => submit(each)) }
        : { receipts: (url.searchParams.get("ids") ?? "").split(",").flatMap(receipt) };
      if (fault === "twice" && body) delayed.push(body);
      if (fault === "lostAnswer") throw new TypeError("failed to fetch");
      if (fault === "defectAfter") return problem(500, "defect");
      const whole = JSON.stringify(answer);
      if (fault === "halfAnswer") return new Response(whole.slice(0, whole.length / 2));
      if (fault === "notJson") return new Response("<!doctype html><p>Masuk ke jaringan</p>");
      return new Response(whole, { headers: { date: "Sun, 22 Nov 2026 08:31:00 GMT" } });
    };
  }

  return {
    fetchWith,
    fetch: fetchWith(() => "none"),
    submit,
    requests,
    versions,
    submissions,
    standingOf: (unit: string, day: string) => standings.get(`${unit} ${day}`) ?? null,
    /** Falsifies what stands, as a broken server would. */
    falsify(unit: string, day: string, change: (standing: StoredReport) => StoredReport) {
      const standing = standings.get(`${unit} ${day}`);
      if (standing) standings.set(`${unit} ${day}`, change(standing));
    },
    forget: (id: string) => submissions.delete(id),
    signIn: (who: string | null) => {
      person = who;
    },
    poisonWith: (answer: number | "silence") => {
      poison = answer;
    },
  };
}
