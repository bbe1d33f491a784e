import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Where a table stands by itself, and why. */
const apart: Readonly<Record<string, string>> = {
  "components/base/ui/table.tsx": "It is the table.",
  "components/device/entry/entry-grid.tsx":
    "A grid of fields: it takes keys and the focus, and its columns have widths of their own.",
  "components/device/entry/paper-besides.tsx":
    "A form for pens: lines around each box, in millimetres.",
  "components/device/entry/paper-blocks.tsx":
    "A form for pens: lines around each box, in millimetres.",
  "components/device/entry/paper-sheet.tsx":
    "A form for pens: lines around each box, in millimetres.",
};

const names = (await Promise.all(["app", "components"].map(screens))).flat();
const files = await Promise.all(
  names.map(async (name) => {
    const text = await readFile(name, "utf8");
    return {
      name,
      source: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
    };
  }),
);
const tags = files.flatMap(({ name, source }) => tagsOf(source).map((tag) => ({ name, ...tag })));

describe("a table", () => {
  it("is drawn by the one component", () => {
    const found = new Set(tags.filter(({ tag }) => tag === "table").map(({ name }) => name));
    expect([...found].sort()).toEqual(Object.keys(apart).sort());
  });

  it("says of each head what it is the head of", () => {
    const unsaid = tags.filter(
      ({ tag, attributes }) => tag === "th" && !attributes.includes("scope"),
    );
    expect(unsaid).toEqual([]);
  });

  it("has a look that the style sheets know", async () => {
    const table = await readFile("components/base/ui/table.tsx", "utf8");
    const union = /type TableLook =([^;]+);/.exec(table)?.[1] ?? "";
    const looks = [...union.matchAll(/"([a-z-]+)"/g)].map(([, look]) => look);
    const styles = (
      await Promise.all(["app/tables.css", "app/lists.css"].map((name) => readFile(name, "utf8")))
    ).join("\n");
    expect(looks.length).toBeGreaterThan(10);
    expect(looks.filter((look) => !styles.includes(`\n  .${look ?? ""} {`))).toEqual([]);
  });
});

async function screens(root: string): Promise<string[]> {
  const found = await readdir(root, { recursive: true });
  return found.map((name) => path.posix.join(root, name)).filter((name) => name.endsWith(".tsx"));
}

function tagsOf(source: ts.SourceFile) {
  const found: { readonly tag: string; readonly attributes: readonly string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      found.push({
        tag: node.tagName.getText(source),
        attributes: node.attributes.properties.map((each) => each.name?.getText(source) ?? ""),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
