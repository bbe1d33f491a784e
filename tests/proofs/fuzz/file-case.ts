import { limits } from "@/lib/base/limits";

import type { Chance } from "./chance";
import type { Ground, Person } from "./ground";
import { sheetXml, writeWorkbook } from "./archive";
import { hostileFiles } from "./hostile-file";
import { multipartType, writeMultipart, type Part } from "./multipart";

type Made = {
  readonly target: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly person: Person;
  readonly patience: number;
};

/** A file may wait for its turn and then be read as long as it may; then there is an answer. */
const patience = (limits.fileWaitSeconds + limits.readerSeconds + 10) * 1_000;

/** The actions that take a file, with the other fields of their forms and who may send it. */
const doors: Readonly<Record<string, { person: readonly Person[]; fields: readonly string[] }>> = {
  previewTallies: {
    person: ["villageHead", "subdistrictHead", "healthOffice"],
    fields: ["kampanye", "figures"],
  },
  previewTargets: { person: ["healthOffice"], fields: ["kampanye", "source", "asOf", "decree"] },
};

/** Whether the build has an action that takes a file. */
export function takesFiles({ actions }: Pick<Ground, "actions">): boolean {
  return actions.some(({ name }) => Object.hasOwn(doors, name));
}

/** A form that is right but for its file: hostile, or a right one with some of its bytes spoilt. */
export function fileCase(ground: Ground, chance: Chance): Made {
  const action = chance.of(ground.actions.filter(({ name }) => Object.hasOwn(doors, name)));
  const { person, fields } = doors[action.name] ?? { person: ["nobody"], fields: [] };
  const bytes = chance.happens(0.6)
    ? hostileBytes(chance)
    : spoilt(rightFile(ground, chance), chance);
  const own = fields.map((name): Part => [`_1_${name}`, ground.values[name]?.[0] ?? ""]);
  return {
    target: `action ${action.name} with a file`,
    method: "POST",
    path: action.address,
    headers: { "next-action": action.id, "content-type": multipartType },
    body: writeMultipart([
      ...own,
      ["_1_file", { file: chance.of(["uji.xlsx", "uji.csv"]), bytes }],
      ["0", '[{"status":"untouched"},"$K1"]'],
    ]),
    person: chance.of(person),
    patience,
  };
}

const made = new Map<string, Buffer>();

function hostileBytes(chance: Chance): Buffer {
  const { what, make } = chance.of(hostileFiles);
  const bytes = made.get(what) ?? make();
  made.set(what, bytes);
  return bytes;
}

/** A file that is read: with a unit and a day of the campaign, and numbers that may be any. */
function rightFile({ values }: Ground, chance: Chance): Buffer {
  const heads = ["Kode", "Tanggal", "MR 9–59 bulan", "Nihil"];
  const rows = Array.from({ length: 1 + chance.below(30) }, () => [
    chance.of(values["unit"] ?? [""]),
    chance.of(values["day"] ?? [""]),
    String(chance.below(40)),
    chance.of(["", "ya", "tidak"]),
  ]);
  if (chance.happens(0.4)) {
    return Buffer.from(
      [heads, ...rows].map((row) => row.join(chance.of([";", ",", "\t"]))).join("\r\n"),
    );
  }
  const cell = (text: string) =>
    /^\d+$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const xml = [heads, ...rows].map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  return writeWorkbook(sheetXml(xml));
}

/** Some bytes turned, taken out or cut off; sometimes none. */
function spoilt(right: Buffer, chance: Chance): Buffer {
  const bytes = Buffer.from(right);
  switch (chance.below(4)) {
    case 0:
      return bytes.subarray(0, chance.below(bytes.length));
    case 1: {
      const from = chance.below(bytes.length);
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + chance.below(9))]);
    }
    case 2:
      for (let times = 1 + chance.below(8); times > 0; times -= 1) {
        const at = chance.below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.below(255));
      }
      return bytes;
    default:
      return bytes;
  }
}
