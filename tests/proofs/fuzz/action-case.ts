import type { Chance } from "./chance";
import type { ActionGround, Ground } from "./ground";
import { badTexts, badValue, spoil } from "./malformed";
import { valuesOf } from "./sample";
import { multipartType, writeMultipart, type Part } from "./multipart";

type Body = {
  readonly path: string;
  readonly body: Buffer;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** A call of a server action: as its form without scripts, or as the page's script makes it. */
export function actionBody(action: ActionGround, ground: Ground, chance: Chance): Body {
  if (action.forms.length > 0 && chance.happens(0.45)) {
    const form = chance.of(action.forms);
    return {
      path: form.address,
      body: writeMultipart(spoilParts([...form.fields], ground, chance)),
      contentType: multipartType,
      headers: {},
    };
  }
  const headers = { "next-action": chance.happens(0.04) ? chance.of(badIds) : action.id };
  if (chance.happens(0.15)) {
    const args = chance.happens(0.5) ? [fieldsOf(ground, chance)] : [badValue(chance)];
    return {
      path: action.address,
      body: Buffer.from(JSON.stringify(spoil(args, chance))),
      contentType: "text/plain;charset=UTF-8",
      headers,
    };
  }
  // As React writes the arguments: the form's fields first, under `_1_`, then the list that names them.
  const form = action.forms.length > 0 ? chance.of(action.forms).fields : [];
  const own = form.filter(([name]) => !name.startsWith("$ACTION"));
  const fields = [...Object.entries(fieldsOf(ground, chance)), ...own];
  const list = chance.of([
    '[{"status":"untouched"},"$K1"]',
    '[{"status":"untouched"},"$K1"]',
    '[{"status":"untouched"},"$K1"]',
    '["$K1"]',
    '["$K1"]',
    '["$K9"]',
    "[]",
    "{}",
    '["$F1"]',
    '["$Q1"]',
    '["$B1"]',
    '["$Dnot-a-date","$n12x","$u"]',
    '["$@1"]',
    '["$1:__proto__:constructor"]',
    "[",
  ]);
  const sent = spoilParts(fields, ground, chance).map(([name, value]): Part => [
    `_1_${name}`,
    value,
  ]);
  return {
    path: action.address,
    body: writeMultipart([...sent, ["0", list]]),
    contentType: multipartType,
    headers,
  };
}

const badIds = ["", "x", "0".repeat(42), "__proto__", "z".repeat(9_000), "40" + "ab".repeat(20)];

function fieldsOf(ground: Ground, chance: Chance): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ground.values).map(([name, list]) => [name, chance.of(list)]),
  );
}

/** One to four fields are taken away, doubled, renamed, made files, or filled with what is none. */
function spoilParts(
  fields: readonly (readonly [string, string])[],
  ground: Ground,
  chance: Chance,
): Part[] {
  let parts: Part[] = [...fields];
  for (let times = 1 + chance.below(4); times > 0 && parts.length > 0; times -= 1) {
    const at = chance.below(parts.length);
    const name = parts[at]?.[0] ?? "";
    const put = (part: Part) => parts.map((each, index) => (index === at ? part : each));
    const fault = chance.below(10);
    if (fault === 0) parts = parts.filter((_, index) => index !== at);
    else if (fault === 1) parts = [...parts, [name, chance.of(badTexts)]];
    else if (fault === 2) parts = put([chance.of(badTexts), "1"]);
    else if (fault === 3) {
      parts = put([name, { file: chance.of(fileNames), bytes: fileBytes(chance) }]);
    } else if (fault === 4) parts = put([name, chance.of([...valuesOf(ground.values, name), ""])]);
    else if (fault === 5) parts = put([name, JSON.stringify(badValue(chance))]);
    else parts = put([name, chance.of(badTexts)]);
  }
  return parts;
}

const fileNames = ["a.csv", "a.xlsx", "", "../../x", "\u202exslx.csv", "a".repeat(500)];

function fileBytes(chance: Chance): Buffer {
  return chance.of([
    Buffer.alloc(0),
    Buffer.from("kode,nama\n1,2\n"),
    Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0, 255, 255]),
    Buffer.from([0xff, 0xfe, 0, 0xd8]),
    Buffer.from('"'.repeat(5_000)),
    Buffer.alloc(50_000, ",\n"),
  ]);
}
