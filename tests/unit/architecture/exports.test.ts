import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

const roots = ["app", "components", "lib", "prisma", "scripts", "tests"];
/** What their frameworks call by name: no import leads to these. */
const calledByName = [
  /^app\//,
  /^(instrumentation|proxy)\.ts$/,
  /\.config\.ts$/,
  /^lib\/base\/i18n\/server\/request\.ts$/,
  /\.(test|spec)\.tsx?$/,
  // Vitest calls its set-up.
  /^tests\/support\/(postgres|reader)\.ts$/,
];

const names = (await Promise.all(roots.map(listed)))
  .flat()
  .concat("instrumentation.ts", "proxy.ts");
const files = await Promise.all(
  names.map(async (name) => parse(name, await readFile(name, "utf8"))),
);
const known = new Set(names);

describe("what a file exports", () => {
  const exported = files.flatMap(({ name, source }) =>
    exportsOf(source).map((word) => ({ file: name, word })),
  );
  const used = new Set(files.flatMap(usesOf));

  it("is used by another file", () => {
    const unused = exported.filter(
      ({ file, word }) =>
        !calledByName.some((pattern) => pattern.test(file)) && !used.has(`${file} ${word}`),
    );
    expect(unused).toEqual([]);
  });

  it("has a name of its own in the product", () => {
    const filesOf = new Map<string, string[]>();
    for (const { file, word } of exported) {
      if (/^(app|tests)\//.test(file) || word === "default") continue;
      filesOf.set(word, [...(filesOf.get(word) ?? []), file]);
    }
    const twice = [...filesOf].filter(([, of]) => of.length > 1);
    expect(twice).toEqual([]);
  });
});

async function listed(root: string): Promise<string[]> {
  const found = await readdir(root, { recursive: true });
  return found
    .map((name) => path.posix.join(root, name))
    .filter((name) => /\.tsx?$/.test(name) && !/\.d\.ts$|^prisma\/generated\//.test(name));
}

function parse(
  name: string,
  text: string,
): { readonly name: string; readonly source: ts.SourceFile } {
  const kind = name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { name, source: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind) };
}

function exportsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause && ts.isNamedExports(clause)
        ? clause.elements.map(({ name }) => name.text)
        : [];
    }
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
    }
    const isNamed =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isNamed && statement.name ? [statement.name.text] : [];
  });
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundNames(element.name) : [],
  );
}

/** "file name" of everything that a file takes from others of the project. */
function usesOf({
  name,
  source,
}: {
  readonly name: string;
  readonly source: ts.SourceFile;
}): string[] {
  const uses: string[] = [];
  const take = (specifier: ts.Node | undefined, words: readonly string[]) => {
    const target =
      specifier && ts.isStringLiteralLike(specifier) ? resolve(name, specifier.text) : null;
    if (target) uses.push(...words.map((word) => `${target} ${word}`));
  };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings)) {
        const words = bindings.elements.map((each) => (each.propertyName ?? each.name).text);
        take(statement.moduleSpecifier, words);
      } else if (bindings) {
        take(statement.moduleSpecifier, propertiesOf(source, bindings.name.text));
      }
    } else if (ts.isExportDeclaration(statement) && statement.exportClause) {
      if (!ts.isNamedExports(statement.exportClause)) continue;
      const words = statement.exportClause.elements.map(
        (each) => (each.propertyName ?? each.name).text,
      );
      take(statement.moduleSpecifier, words);
    }
  }
  // What is loaded on demand is taken by any name that its file mentions.
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      take(node.arguments[0], mentioned(source));
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      take(node.argument.literal, mentioned(source));
    }
    ts.forEachChild(node, visit);
  };
  if (source.text.includes("import(")) visit(source);
  return uses;
}

function propertiesOf(source: ts.SourceFile, namespace: string): string[] {
  return [...source.text.matchAll(new RegExp(String.raw`\b${namespace}\.(\w+)`, "g"))].map(
    ([, word]) => word ?? "",
  );
}

function mentioned(source: ts.SourceFile): string[] {
  return source.text.match(/\b[A-Za-z_$][\w$]*\b/g) ?? [];
}

function resolve(from: string, specifier: string): string | null {
  if (!/^(@\/|\.)/.test(specifier)) return null;
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  return [base, `${base}.ts`, `${base}.tsx`].find((name) => known.has(name)) ?? null;
}
