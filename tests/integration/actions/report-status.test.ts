import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeAll, describe, expect, test } from "vitest";

import type { Role } from "@/lib/account/auth/policy";
import { areas, newPerson, setScene, slugs, today, type Person } from "@/tests/support/scene";

import { actionsOnDisk, callAction } from "./call";
import {
  clearReports,
  haveReport,
  returnForm,
  verifyForm,
  verifyOwnForm,
  villageForm,
  yesterday,
} from "./calls";

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
});

const callers: Readonly<Record<string, readonly [Role, string] | null>> = {
  admin: ["administrator", areas.nation],
  dinkes: ["healthOffice", areas.home],
  camat: ["subdistrictHead", areas.homeSelat],
  otherCamat: ["subdistrictHead", areas.homeBasarang],
  lurah: ["villageHead", areas.homeSelatHilir],
  bupati: ["regentOffice", areas.home],
  nobody: null,
};

type Standing = {
  /** Who sent the report that stands; null: there is none. */
  readonly of: "own" | "another's" | null;
  readonly status?: "verified" | "returned";
  readonly day?: "today" | "locked" | "reopened";
};

const standings: Readonly<Record<string, Standing>> = {
  none: { of: null },
  own: { of: "own" },
  "another's": { of: "another's" },
  "own verified": { of: "own", status: "verified" },
  "another's verified": { of: "another's", status: "verified" },
  "own returned": { of: "own", status: "returned" },
  "another's returned": { of: "another's", status: "returned" },
  "none, locked day": { of: null, day: "locked" },
  "own, locked day": { of: "own", day: "locked" },
  "own returned, locked day": { of: "own", status: "returned", day: "locked" },
  "none, reopened day": { of: null, day: "reopened" },
  "own, reopened day": { of: "own", day: "reopened" },
};

type Deed = "write" | "writeWithReason" | "undoZero" | "verify" | "verifyOwn" | "return";

// What becomes of a deed on Selat Hilir's report, as the report stands when it is done. This table
// is the policy: change it only when the policy changes.
// prettier-ignore
const table: Readonly<Record<Deed, Readonly<Record<string, string>>>> = {
  write: {
    //                           admin        dinkes       camat          otherCamat  lurah          bupati   nobody
    "none":                     "done         done         done           unknownUnit done           notFound notSignedIn",
    "own":                      "done         done         done           unknownUnit done           notFound notSignedIn",
    "another's":                "reasonNeeded reasonNeeded reasonNeeded   unknownUnit reasonNeeded   notFound notSignedIn",
    "own verified":             "done         done         verifiedReport unknownUnit verifiedReport notFound notSignedIn",
    "another's verified":       "reasonNeeded reasonNeeded verifiedReport unknownUnit verifiedReport notFound notSignedIn",
    "own returned":             "done         done         done           unknownUnit done           notFound notSignedIn",
    "another's returned":       "done         done         done           unknownUnit done           notFound notSignedIn",
    "none, locked day":         "done         done         dayClosed      unknownUnit dayClosed      notFound notSignedIn",
    "own, locked day":          "reasonNeeded reasonNeeded dayClosed      unknownUnit dayClosed      notFound notSignedIn",
    "own returned, locked day": "done         done         done           unknownUnit done           notFound notSignedIn",
    "none, reopened day":       "done         done         done           unknownUnit done           notFound notSignedIn",
    "own, reopened day":        "reasonNeeded reasonNeeded reasonNeeded   unknownUnit reasonNeeded   notFound notSignedIn",
  },
  writeWithReason: {
    //                           admin dinkes camat          otherCamat  lurah          bupati   nobody
    "none":                     "done  done   done           unknownUnit done           notFound notSignedIn",
    "own":                      "done  done   done           unknownUnit done           notFound notSignedIn",
    "another's":                "done  done   done           unknownUnit done           notFound notSignedIn",
    "own verified":             "done  done   verifiedReport unknownUnit verifiedReport notFound notSignedIn",
    "another's verified":       "done  done   verifiedReport unknownUnit verifiedReport notFound notSignedIn",
    "own returned":             "done  done   done           unknownUnit done           notFound notSignedIn",
    "another's returned":       "done  done   done           unknownUnit done           notFound notSignedIn",
    "none, locked day":         "done  done   dayClosed      unknownUnit dayClosed      notFound notSignedIn",
    "own, locked day":          "done  done   dayClosed      unknownUnit dayClosed      notFound notSignedIn",
    "own returned, locked day": "done  done   done           unknownUnit done           notFound notSignedIn",
    "none, reopened day":       "done  done   done           unknownUnit done           notFound notSignedIn",
    "own, reopened day":        "done  done   done           unknownUnit done           notFound notSignedIn",
  },
  undoZero: {
    //                           admin   dinkes  camat   otherCamat lurah   bupati  nobody
    "none":                     "rejected rejected rejected rejected    rejected rejected rejected",
    "own":                      "done    done    done    rejected    done    rejected rejected",
    "another's":                "rejected rejected rejected rejected    rejected rejected rejected",
    "own verified":             "rejected rejected rejected rejected    rejected rejected rejected",
    "another's verified":       "rejected rejected rejected rejected    rejected rejected rejected",
    "own returned":             "done    done    done    rejected    done    rejected rejected",
    "another's returned":       "rejected rejected rejected rejected    rejected rejected rejected",
    "none, locked day":         "rejected rejected rejected rejected    rejected rejected rejected",
    "own, locked day":          "done    done    rejected rejected    rejected rejected rejected",
    "own returned, locked day": "done    done    rejected rejected    rejected rejected rejected",
    "none, reopened day":       "rejected rejected rejected rejected    rejected rejected rejected",
    "own, reopened day":        "done    done    done    rejected    done    rejected rejected",
  },
  verify: {
    //                           admin     dinkes    camat    otherCamat lurah    bupati   nobody
    "none":                     "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own":                      "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "another's":                "done      done      notFound notFound   notFound notFound notSignedIn",
    "own verified":             "done      done      notFound notFound   notFound notFound notSignedIn",
    "another's verified":       "done      done      notFound notFound   notFound notFound notSignedIn",
    "own returned":             "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "another's returned":       "done      done      notFound notFound   notFound notFound notSignedIn",
    "none, locked day":         "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own, locked day":          "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own returned, locked day": "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "none, reopened day":       "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own, reopened day":        "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
  },
  verifyOwn: {
    //                           admin     dinkes    camat    otherCamat lurah    bupati   nobody
    "none":                     "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own":                      "done      done      notFound notFound   notFound notFound notSignedIn",
    "another's":                "done      done      notFound notFound   notFound notFound notSignedIn",
    "own verified":             "done      done      notFound notFound   notFound notFound notSignedIn",
    "another's verified":       "done      done      notFound notFound   notFound notFound notSignedIn",
    "own returned":             "done      done      notFound notFound   notFound notFound notSignedIn",
    "another's returned":       "done      done      notFound notFound   notFound notFound notSignedIn",
    "none, locked day":         "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own, locked day":          "done      done      notFound notFound   notFound notFound notSignedIn",
    "own returned, locked day": "done      done      notFound notFound   notFound notFound notSignedIn",
    "none, reopened day":       "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own, reopened day":        "done      done      notFound notFound   notFound notFound notSignedIn",
  },
  return: {
    //                           admin     dinkes    camat    otherCamat lurah    bupati   nobody
    "none":                     "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own":                      "done      done      notFound notFound   notFound notFound notSignedIn",
    "another's":                "done      done      notFound notFound   notFound notFound notSignedIn",
    "own verified":             "done      done      notFound notFound   notFound notFound notSignedIn",
    "another's verified":       "done      done      notFound notFound   notFound notFound notSignedIn",
    "own returned":             "done      done      notFound notFound   notFound notFound notSignedIn",
    "another's returned":       "done      done      notFound notFound   notFound notFound notSignedIn",
    "none, locked day":         "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own, locked day":          "done      done      notFound notFound   notFound notFound notSignedIn",
    "own returned, locked day": "done      done      notFound notFound   notFound notFound notSignedIn",
    "none, reopened day":       "leftAlone leftAlone notFound notFound   notFound notFound notSignedIn",
    "own, reopened day":        "done      done      notFound notFound   notFound notFound notSignedIn",
  },
};

describe.each(Object.entries(table) as [Deed, Readonly<Record<string, string>>][])(
  "%s",
  async (deed, rows) => {
    const actions = await actionsOnDisk();

    test.each(Object.keys(standings))("%s", async (name) => {
      const answers: Record<string, string> = {};
      for (const [caller, terms] of Object.entries(callers)) {
        const person = terms && (await newPerson(terms[0], terms[1]));
        const day = await put(standings[name] ?? { of: null }, person);
        const [action, sent] = callOf(deed, day, standings[name] ?? { of: null });
        const called = actions.get(action);
        if (!called) throw new Error(`no action ${action}`);
        answers[caller] = await callAction(called, sent, person);
      }
      const expected = rows[name]?.split(/ +/) ?? [];
      expect(answers).toEqual(
        Object.fromEntries(Object.keys(callers).map((caller, at) => [caller, expected[at]])),
      );
    });
  },
);

/** Makes the report stand as said. @returns its day. */
async function put({ of, status, day }: Standing, person: Person | null): Promise<string> {
  await clearReports();
  await query("delete from day_reopening");
  const on = day === undefined || day === "today" ? today : yesterday;
  if (of !== null) await haveReport(of === "own" ? person : null, on);
  if (status !== undefined) {
    await rewrite("update daily_report set status = $1, status_at = now(), return_reason = $2", [
      status,
      status === "returned" ? "Mohon dihitung ulang" : null,
    ]);
  }
  if (day === "reopened") {
    await query(
      `insert into day_reopening (district_code, campaign_id, place_code, day, ask_reason, decision,
                                  decided_at, opens_until)
       select district_code, id, $1, $2::date, 'Tidak ada sinyal', 'opened', now(),
              now() + interval '1 day'
       from campaign where slug = $3`,
      [areas.homeSelat, on, slugs.home],
    );
  }
  return on;
}

function callOf(deed: Deed, day: string, { of, status }: Standing): [string, readonly unknown[]] {
  const form = { day, baseVersion: of === null ? "0" : "1" };
  switch (deed) {
    case "write":
      return ["submitVillage", villageForm(form)];
    case "writeWithReason":
      return ["submitVillage", villageForm({ ...form, reason: "recount" })];
    case "undoZero":
      return ["undoZeroReport", [{ slug: slugs.home, unit: areas.homeSelatHilir, day }]];
    case "verify":
      return ["settleQueueAction", verifyForm(day, status ?? "submitted")];
    case "verifyOwn":
      return ["settleQueueAction", verifyOwnForm(day, status ?? "submitted")];
    case "return":
      return ["settleQueueAction", returnForm(day, status ?? "submitted")];
  }
}
