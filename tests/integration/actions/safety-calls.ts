import { randomUUID } from "node:crypto";

import { untouched } from "@/lib/base/forms/form-state";
import { areas, slugs, today } from "@/tests/support/scene";

import { form } from "./call";

const sent = (fields: Readonly<Record<string, string>>) => [
  untouched,
  form({ kampanye: slugs.home, ...fields }),
];
const record = () => ({
  id: randomUUID(),
  sent: randomUUID(),
  version: "0",
  unit: areas.homeSelatHilir,
  day: today,
});

/** One call of each action on what is watched, about the unit of the lurah. */
export const safetyCalls: Readonly<Record<string, () => readonly unknown[]>> = {
  storeAdverseEventAction: () =>
    sent({
      ...record(),
      foundOn: today,
      foundTime: "00:00",
      "gives-MR": "on",
      isSerious: "no",
      signs: "demam",
    }),
  storeRapidAssessmentAction: () =>
    sent({
      ...record(),
      intervention: "MR",
      location: "RW 02",
      assessor: "Tim supervisi",
      "people-1": "1",
      "reached-1": "1",
    }),
  setPassMarkAction: () => sent({ houses: "20", repeatFrom: "2" }),
};
