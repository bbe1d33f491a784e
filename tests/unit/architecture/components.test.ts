import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What one reads without scrolling; more of it has parts, and the parts have names. */
const most = { functionLines: 120, fileLines: 300 };

const names = (await Promise.all(["app", "components"].map(listed))).flat();
const files = await Promise.all(
  names.map(async (name) => ({ name, text: await readFile(name, "utf8") })),
);
const functions = files
  .filter(({ name }) => name.endsWith(".tsx"))
  .flatMap(({ name, text }) => functionsOf(name, text));

describe("a component or page", () => {
  it("is no longer than one can read at once", () => {
    expect(functions.filter(({ lines }) => lines > most.functionLines)).toEqual([]);
  });

  it("stands in a file that is not too long either", () => {
    const long = files.filter(({ text }) => text.trimEnd().split("\n").length > most.fileLines);
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it("is measured from its name to its last line", () => {
    const text = "export function Long(props: {\n  readonly a: string;\n}) {\n  return null;\n}\n";
    expect(functionsOf("long.tsx", text)).toEqual([{ file: "long.tsx", name: "Long", lines: 5 }]);
  });
});

async function listed(root: string): Promise<string[]> {
  const found = await readdir(root, { recursive: true });
  return found.map((name) => path.posix.join(root, name)).filter((name) => /\.tsx?$/.test(name));
}

/** Every function of a file with its lines, those within others too. */
function functionsOf(file: string, text: string) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: { readonly file: string; readonly name: string; readonly lines: number }[] = [];
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node)
    ) {
      const name = node.name?.getText(source) ?? "";
      found.push({ file, name, lines: lineOf(node.end) - lineOf(node.getStart(source)) + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
