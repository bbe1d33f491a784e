import "server-only";

import path from "node:path";

import { isStorable } from "@/lib/base/forms/storable";
import { limits } from "@/lib/base/limits";

import type { Archive } from "./archive";
import { emptyCell, FileRejection, type SheetCell } from "@/lib/base/spreadsheet/cell";
import {
  builtInFormat,
  writtenFormat,
  type NumberFormat,
} from "@/lib/base/spreadsheet/number-format";
import { localName, readXml, type Attributes, type XmlBudget } from "./xml";

/** Another file of the archive that a file names. */
type Relation = { readonly type: string; readonly target: string };

/** What `file` refers to, by id; nothing when it has no list of that. */
async function readRelations(
  archive: Archive,
  file: string,
  budget: XmlBudget,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = path.posix.dirname(file);
  const list = path.posix.join(folder, "_rels", `${path.posix.basename(file)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.has(list)) return relations;
  const open = (
    name: string,
    { Id: id = "", Type: type = "", Target: target = "" }: Attributes,
  ) => {
    if (name !== "Relationship") return;
    const isWhole = target.startsWith("/");
    const found = isWhole ? path.posix.normalize(target) : path.posix.join(folder, target);
    relations.set(id, { type: type.slice(type.lastIndexOf("/") + 1), target: found });
  };
  await readXml(archive.read(list), { open }, budget);
  return relations;
}

type SheetPlace = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its file in the archive. */
  readonly file: string;
};

type WorkbookPlan = {
  readonly sheets: readonly SheetPlace[];
  readonly isFrom1904: boolean;
  /** Files of the archive; null: there is none. */
  readonly strings: string | null;
  readonly styles: string | null;
};

/**
 * Where the parts of a workbook are in its archive. Charts and macros that stand as sheets are none.
 *
 * @throws {FileRejection} `notSpreadsheet` when it is an archive of something else; `damaged`.
 */
export async function readPlan(archive: Archive, budget: XmlBudget): Promise<WorkbookPlan> {
  const top = [...(await readRelations(archive, "", budget)).values()];
  const file = top.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (!archive.has(file)) throw new FileRejection("notSpreadsheet");

  const relations = await readRelations(archive, file, budget);
  const sheets: SheetPlace[] = [];
  let isFrom1904 = false;
  await readXml(
    archive.read(file),
    {
      open(name, attributes, parent) {
        if (parent === "" && name !== "workbook") throw new FileRejection("notSpreadsheet");
        if (name === "workbookPr") isFrom1904 = isTrue(attributes["date1904"]);
        if (name !== "sheet" || parent !== "sheets") return;
        if (sheets.length >= limits.sheets) throw new FileRejection("tooComplex");
        const relation = relations.get(relationId(attributes));
        if (!relation) throw new FileRejection("damaged");
        if (relation.type !== "worksheet") return;
        const { name: title = "", state = "visible" } = attributes;
        sheets.push({
          name: storable(title),
          isHidden: state !== "visible",
          file: relation.target,
        });
      },
    },
    budget,
  );
  if (sheets.length === 0) throw new FileRejection("damaged");
  const partOf = (wanted: string) =>
    [...relations.values()].find(({ type }) => type === wanted)?.target ?? null;
  return { sheets, isFrom1904, strings: partOf("sharedStrings"), styles: partOf("styles") };
}

/** `r:id`, whatever the prefix is. */
function relationId(attributes: Attributes): string {
  const name = Object.keys(attributes).find(
    (each) => each.includes(":") && localName(each) === "id",
  );
  return name === undefined ? "" : (attributes[name] ?? "");
}

/** The texts that cells name by number, as cells. */
export async function readStrings(
  archive: Archive,
  file: string,
  budget: XmlBudget,
): Promise<readonly SheetCell[]> {
  const cells: SheetCell[] = [];
  let whole = "";
  await readXml(
    archive.read(file),
    {
      open(name) {
        if (name === "si") whole = "";
      },
      close(name, text, parent) {
        // What a phonetic run says is how the text is read aloud.
        if (name === "t" && (parent === "si" || parent === "r")) whole += text;
        if (name !== "si") return;
        if (cells.length >= limits.tableCells) throw new FileRejection("tooManyRows");
        cells.push(writtenCell(whole));
      },
    },
    budget,
  );
  return cells;
}

/** The format of each style that cells name by number. */
export async function readFormats(
  archive: Archive,
  file: string,
  budget: XmlBudget,
): Promise<readonly NumberFormat[]> {
  const written = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  await readXml(
    archive.read(file),
    {
      open(name, { numFmtId: id = "0", formatCode: code = "" }, parent) {
        if (name === "numFmt" && parent === "numFmts") written.set(id, writtenFormat(code));
        if (name !== "xf" || parent !== "cellXfs") return;
        if (formats.length >= limits.cellFormats) throw new FileRejection("tooComplex");
        formats.push(written.get(id) ?? builtInFormat(Number(id)));
      },
    },
    budget,
  );
  return formats;
}

const escape = /_x([0-9A-Fa-f]{4})_/g;

/**
 * The cell for a text of the file. It is text whatever it begins with: a formula stands elsewhere.
 * "_x000D_" is how Excel writes what XML cannot say.
 *
 * @throws {FileRejection} for what is no text, and for more than a cell can hold.
 */
export function writtenCell(text: string): SheetCell {
  if (text.length > limits.cellText) throw new FileRejection("damaged");
  const plain = storable(
    text.replaceAll(escape, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  const bare = plain.trim();
  return bare === "" ? emptyCell : { kind: "text", text: bare };
}

function storable(text: string): string {
  if (!isStorable(text)) throw new FileRejection("damaged");
  return text;
}

/** A flag of XML. */
export function isTrue(flag: string | undefined): boolean {
  return flag === "1" || flag === "true";
}
