import type { EntryKit, KitReport } from "@/lib/device/offline/schema";
import { mutationFormat, type LiveMutation } from "@/lib/device/outbox/mutation";

import { columns } from "../../report/kapuas";

export const person = "00000000-0000-4000-8000-00000000000a";

/** Two villages of Selat and one of Mantangai, from 22 May on, as the server wrote it on 4 June. */
export function kit(reports: readonly KitReport[] = []): EntryKit {
  const none = {
    round: 1,
    before: columns.map(() => 100),
    usual: columns.map(() => [9, 8]),
    target: columns.map(() => 347),
  };
  const unit = (code: string, name: string, subdistrictCode: string, subdistrictName: string) => ({
    code,
    name,
    villageKind: "kelurahan" as const,
    subdistrictCode,
    subdistrictName,
    rounds: [none],
  });
  return {
    shape: 1,
    person,
    at: "2026-06-04T08:31:00.000Z",
    from: "2026-05-22",
    campaign: {
      slug: "bian-kapuas",
      districtCode: "62.03",
      districtName: "Kabupaten Kapuas",
      timeZone: "Asia/Jakarta",
      startsOn: "2026-05-18",
      reportCutOff: "16:00",
      rounds: [
        {
          number: 1,
          plannedStartsOn: "2026-05-18",
          plannedEndsOn: "2026-06-17",
          startsOn: "2026-05-18",
          endsOn: "2026-06-17",
          sweepingEndsOn: null,
        },
      ],
      columns: [...columns],
    },
    units: [
      unit("62.03.01.1007", "Selat Hilir", "62.03.01", "Selat"),
      unit("62.03.01.1009", "Selat Hulu", "62.03.01", "Selat"),
      unit("62.03.10.2001", "Mantangai Hilir", "62.03.10", "Mantangai"),
    ],
    reports: [...reports],
  };
}

export function kept(unit: string, day: string, residents: readonly (number | null)[]): KitReport {
  return {
    unit,
    round: 1,
    day,
    version: 1,
    zero: false,
    receivedAt: `${day}T08:00:00+00:00`,
    receivedBy: "Camat Selat",
    isOwn: true,
    status: "submitted",
    returnReason: null,
    residents: [...residents],
    nonResidents: residents.map((count) => (count === null ? null : 0)),
  };
}

export function typed(unit: string, day: string, residents: number): LiveMutation {
  const [first] = columns;
  const id = `${day}-${unit}`;
  return {
    format: mutationFormat,
    id,
    order: 1,
    slug: "bian-kapuas",
    unit,
    unitName: unit,
    day,
    typedAt: `${day}T08:00:00Z`,
    report: {
      id,
      unit,
      day,
      tallies: [
        {
          intervention: first?.intervention ?? "",
          targetGroup: first?.targetGroup ?? "",
          residents,
        },
      ],
    },
    state: { kind: "waiting" },
    isUnknown: false,
    after: null,
    attempts: 0,
    nextTryAt: 0,
    earlier: [],
  };
}
