import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Where keys are made and read. */
const makers = [
  "lib/campaign/column-key.ts",
  "lib/campaign/server/column-key-queries.ts",
  "lib/report/report-key.ts",
];

/**
 * Texts of such parts that are no key of a report or column. The list may only shrink: a new text is
 * made in one of `makers`.
 */
const exceptions: Readonly<Record<string, string>> = {
  "lib/report/verification/report-mark.ts": "a version of a report, as a form sends it",
  "lib/campaign/table-reading/vocabulary.ts": "a column's role, as mappings keep it",
  "lib/report/server/read-report.ts": "what a report's digest is of",
};

/** What two parts of a text name together. */
const joined = [
  ["intervention", "targetGroup"],
  ["unit", "day"],
  ["unit", "round"],
] as const;

/** Names under which the parts go. */
const partNames: Readonly<Record<string, string>> = {
  group: "targetGroup",
  intervention_code: "intervention",
  target_group_code: "targetGroup",
  place: "unit",
  unit_code: "unit",
  place_code: "unit",
  round_number: "round",
};

const files = (await Promise.all(["app", "components", "lib", "scripts"].map(listed))).flat();
const texts = await Promise.all(
  files.map(async (name) => ({ name, text: await readFile(name, "utf8") })),
);
const found = texts.filter(({ text }) => joinsOf(text).length > 0).map(({ name }) => name);

describe("keys of reports and columns", () => {
  it.each([
    ["`${intervention}/${targetGroup}`", "intervention targetGroup"],
    ['`${told.intervention ?? ""} ${told.targetGroup ?? ""}`', "intervention targetGroup"],
    ["`${String(round)} ${unit.code}`", "unit round"],
    ["`${slug}:${at.day}:${unit}`", "unit day"],
    ['[report.unit.code, report.day].join("~")', "unit day"],
    ["JSON.stringify([cell.intervention, cell.targetGroup])", "intervention targetGroup"],
    ["day + '/' + unit", "unit day"],
    [
      "sql`SELECT tally.intervention_code || '/' || tally.target_group_code`",
      "intervention targetGroup",
    ],
    ["sql`SELECT round_number || ' ' || unit_code`", "unit round"],
  ])("are seen to be joined by hand in %s", (code, expected) => {
    expect(joinsOf(code)).toEqual([expected]);
  });

  it.each([
    "`${intervention.shortName} ${groupName}`",
    "`${unit.name}, ${format.day(day)}`",
    "`AND ${unit} = unit AND day = ${day}`",
    "fill([unit, day])",
    "round + 1",
    "sql`SELECT intervention_code, target_group_code`",
  ])("are not seen in %s", (code) => {
    expect(joinsOf(code)).toEqual([]);
  });

  it("are made in one place each", () => {
    const allowed = [...makers, ...Object.keys(exceptions)];
    expect(found.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it("have no exception that is not needed any more", () => {
    expect([...makers, ...Object.keys(exceptions)].filter((name) => !found.includes(name))).toEqual(
      [],
    );
  });
});

async function listed(root: string): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  return names.map((name) => path.posix.join(root, name)).filter((name) => /\.tsx?$/.test(name));
}

/** What each text of a file joins that names a report or a column. */
function joinsOf(text: string): string[] {
  const source = ts.createSourceFile(
    "file.tsx",
    text,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const joins: string[] = [];
  const visit = (node: ts.Node): void => {
    const parts = partsOf(node);
    for (const pair of joined) {
      if (pair.every((part) => parts.includes(part))) joins.push(pair.join(" "));
    }
    // The rest of a sum is a part of what was looked at.
    if (!(parts.length > 0 && ts.isBinaryExpression(node))) ts.forEachChild(node, visit);
  };
  visit(source);
  return joins;
}

/** The parts that a node joins into one text; none: it joins nothing. */
function partsOf(node: ts.Node): readonly (string | undefined)[] {
  if (ts.isTemplateExpression(node)) {
    const between = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
    // A sentence or a statement is no key.
    return between.some((words) => /[\p{L}\s,]{2}/u.test(words))
      ? sqlParts(node.getText())
      : node.templateSpans.map(({ expression }) => nameOf(expression));
  }
  if (ts.isNoSubstitutionTemplateLiteral(node)) return sqlParts(node.text);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression, name } = node.expression;
    const [given] = node.arguments;
    if (name.text === "join" && ts.isArrayLiteralExpression(expression)) {
      return expression.elements.map(nameOf);
    }
    if (name.text === "stringify" && given && ts.isArrayLiteralExpression(given)) {
      return given.elements.map(nameOf);
    }
  }
  return ts.isBinaryExpression(node) && isSumOfTexts(node) ? summands(node).map(nameOf) : [];
}

/** What SQL puts together with `||`. */
function sqlParts(text: string): readonly (string | undefined)[] {
  const operands = text.match(/[\w."]+(?:\s*\|\|\s*(?:'[^']*'|[\w."]+))+/g) ?? [];
  return operands.flatMap((sum) =>
    sum.split("||").map((each) => known(each.trim().split(".").at(-1))),
  );
}

function isSumOfTexts(node: ts.BinaryExpression): boolean {
  return summands(node).some((part) => ts.isStringLiteralLike(part));
}

function summands(node: ts.Expression): readonly ts.Expression[] {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken
    ? [...summands(node.left), node.right]
    : [node];
}

/** What an expression names: `unit.code` and `String(unit)` a unit. */
function nameOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return known(node.text);
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === "code" ? nameOf(node.expression) : known(node.name.text);
  }
  if (ts.isBinaryExpression(node)) return nameOf(node.left);
  const [given] = ts.isCallExpression(node) ? node.arguments : [];
  return given && ts.isCallExpression(node) && node.expression.getText() === "String"
    ? nameOf(given)
    : undefined;
}

function known(name: string | undefined): string | undefined {
  return name === undefined ? undefined : (partNames[name] ?? name);
}
