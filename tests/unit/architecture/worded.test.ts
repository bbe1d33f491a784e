import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";

/** The words that `useSentences` and `getSentences` give a sentence. */
const wordNames = ["person", "persons", "Persons", "thing", "things", "Things", "done", "Done"];

/** Where the words are given. */
const givers = ["components/base/use-sentences.ts", "lib/base/i18n/server/sentences.ts"];

/** Sentences with such a word in either language, by dotted key, with the words they take. */
const worded = new Map<string, readonly string[]>();
for (const catalogue of Object.values(catalogues)) collect(catalogue, "");

describe("sentences that say whom a figure counts", () => {
  it("are read through the functions that know the words", () => {
    const names = ["app", "components", "lib"]
      .flatMap(listed)
      .filter((name) => !givers.includes(name));
    const found = names.flatMap((name) => misreadIn(name, readFileSync(name, "utf8")));
    expect(found).toEqual([]);
  });

  it.each([
    ["a plain key", 'const t = useTranslations("summary"); t("shortfall");'],
    ["a rich key", 'const t = useTranslations("coverage"); t.rich("head.remaining", {});'],
    ["a key of two", 'const t = useTranslations("summary"); t(a ? "title" : "shortfall");'],
    ["a composed key", 'const t = useTranslations("summary"); t(`sentence.${kind}`);'],
    ["any key", 'const t = useTranslations("summary.sentence"); t(kind);'],
    ["another's hands", 'const t = useTranslations("source"); columns(t);'],
    ["a file", 'async () => { const t = await getTranslations("source"); t("doses"); }'],
    ["several at once", 'const [t] = await Promise.all([getTranslations("source")]); t("sum");'],
    ["all sentences", 'const t = useTranslations(); t("source.sum");'],
    ["a call at once", 'useTranslations("source")("sum");'],
    ["a language", 'const t = await getTranslations({ locale, namespace: "source" }); t("sum");'],
    ["some of its words", 'const t = useTranslations("summary.bar"); t("counts", { value: 1 });'],
  ])("are missed in %s", (_, code) => {
    expect(misreadIn("a.tsx", code)).toHaveLength(1);
  });

  it.each([
    ["their own function", 'const t = useSentences("summary", wording); t("shortfall");'],
    ["another sentence", 'const t = useTranslations("summary"); t("title");'],
    ["another namespace", 'const t = useTranslations("people"); t(key);'],
    [
      "another scope",
      'function a() { const t = useTranslations("summary"); t("title"); } function b() { const t = useSentences("summary", w); t("shortfall"); }',
    ],
    ["words by hand", 'const t = useTranslations("source"); t("doses", { ...words, count });'],
  ])("are not missed in %s", (_, code) => {
    expect(misreadIn("a.tsx", code)).toEqual([]);
  });
});

function collect(part: unknown, key: string): void {
  if (typeof part === "string") {
    const words = wordsIn(parse(part)).filter((name) => wordNames.includes(name));
    if (words.length > 0) worded.set(key, [...(worded.get(key) ?? []), ...words]);
  } else {
    for (const [name, inner] of Object.entries(part as object)) {
      collect(inner, key === "" ? name : `${key}.${name}`);
    }
  }
}

function wordsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    if (element.type === TYPE.tag) return wordsIn(element.children);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return Object.values(element.options).flatMap(({ value }) => wordsIn(value));
    }
    return element.type === TYPE.argument ? [element.value] : [];
  });
}

function listed(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(root, name));
}

/**
 * Where a translator without the words meets a sentence that needs them. A key that is not written
 * out may be any that fits; a translator that is handed on may be asked for any of its namespace.
 */
function misreadIn(name: string, code: string): string[] {
  const source = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, namespace: string, keys: RegExp, given?: ts.Expression) => {
    const missed = [...worded].find(
      ([key, words]) =>
        isBelow(key, namespace) &&
        keys.test(namespace === "" ? key : key.slice(namespace.length + 1)) &&
        !hasWords(given, words),
    );
    if (!missed) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${name}:${line + 1} ${missed[0]}`);
  };
  visit(source, (node) => {
    const namespace = namespaceOf(node);
    if (namespace === null) return;
    const uses = usesOf(node);
    for (const use of uses) {
      const call = callOf(use);
      if (call) note(use, namespace, keysOf(call.arguments[0]), call.arguments[1]);
      else note(use, namespace, /^/);
    }
  });
  return found;
}

/** The namespace of a translator without words that is made here; null for any other node. */
function namespaceOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  const made = node.expression.text;
  if (made !== "useTranslations" && made !== "getTranslations") return null;
  const [first] = node.arguments;
  if (!first) return "";
  if (ts.isStringLiteral(first)) return first.text;
  if (!ts.isObjectLiteralExpression(first)) return "";
  const named = first.properties.find((each) => each.name?.getText() === "namespace");
  return named && ts.isPropertyAssignment(named) && ts.isStringLiteral(named.initializer)
    ? named.initializer.text
    : "";
}

/** Where a translator is used: by its name in the function that made it, or where it is made. */
function usesOf(made: ts.Node): ts.Node[] {
  let node = made;
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) {
    node = node.parent;
  }
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : nameInList(node);
  if (!name || !ts.isIdentifier(name)) return [node];
  const uses: ts.Node[] = [];
  const look = (inner: ts.Node): void => {
    if (ts.isFunctionLike(inner) && declares(inner, name.text, name)) return;
    if (ts.isIdentifier(inner) && inner !== name && inner.text === name.text && isValue(inner)) {
      uses.push(inner);
    }
    ts.forEachChild(inner, look);
  };
  ts.forEachChild(scopeOf(name), look);
  return uses;
}

/** The name in `const [a, b] = await Promise.all([…, this, …])`. */
function nameInList(node: ts.Node): ts.Node | null {
  const list = node.parent;
  if (!ts.isArrayLiteralExpression(list)) return null;
  let outer: ts.Node = list.parent;
  while (!ts.isVariableDeclaration(outer)) {
    if (!ts.isCallExpression(outer) && !ts.isAwaitExpression(outer)) return null;
    outer = outer.parent;
  }
  if (!ts.isArrayBindingPattern(outer.name)) return null;
  const bound = outer.name.elements[list.elements.findIndex((each) => each === node)];
  return bound && ts.isBindingElement(bound) ? bound.name : null;
}

function scopeOf(node: ts.Node): ts.Node {
  let scope = node.parent;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  return scope;
}

/** Whether a function has a name of its own, so that it means another thing there. */
function declares(scope: ts.Node, name: string, not: ts.Node): boolean {
  let isFound = false;
  visit(scope, (node) => {
    if (!ts.isVariableDeclaration(node) && !ts.isParameter(node) && !ts.isBindingElement(node)) {
      return;
    }
    const named = node.name;
    if (!ts.isIdentifier(named) || named.text !== name || named === not) return;
    isFound ||= scopeOf(named) === scope;
  });
  return isFound;
}

/** Whether an identifier is read, and is no name of a property. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isJsxAttribute(parent) || ts.isTypeQueryNode(parent)) return false;
  return !ts.isBindingElement(parent) || parent.initializer === node;
}

/** The call that asks a translator for a sentence: `t(…)`, `t.rich(…)`; `t.has` prints nothing. */
function callOf(use: ts.Node): ts.CallExpression | null {
  const asked = ts.isPropertyAccessExpression(use.parent) ? use.parent : use;
  const call = asked.parent;
  return ts.isCallExpression(call) && call.expression === asked ? call : null;
}

/** The keys that an expression may be. */
function keysOf(key: ts.Expression | undefined): RegExp {
  return new RegExp(`^(?:${key ? patternOf(key) : ".*"})$`);
}

function patternOf(key: ts.Expression): string {
  if (ts.isStringLiteralLike(key)) return escaped(key.text);
  if (ts.isParenthesizedExpression(key)) return patternOf(key.expression);
  if (ts.isConditionalExpression(key)) {
    return `(?:${patternOf(key.whenTrue)}|${patternOf(key.whenFalse)})`;
  }
  if (!ts.isTemplateExpression(key)) return ".*";
  const spans = key.templateSpans.map(
    ({ expression, literal }) => patternOf(expression) + escaped(literal.text),
  );
  return escaped(key.head.text) + spans.join("");
}

/** Whether a call gives the words itself: each by name, or spread from what is called words. */
function hasWords(given: ts.Expression | undefined, words: readonly string[]): boolean {
  if (!given || !ts.isObjectLiteralExpression(given)) return false;
  const names = given.properties.map((each) =>
    ts.isSpreadAssignment(each) ? `...${each.expression.getText()}` : each.name.getText(),
  );
  return (
    names.some((name) => /^\.\.\.(?:\w+\.)?words$/.test(name)) ||
    words.every((word) => names.includes(word))
  );
}

function isBelow(key: string, namespace: string): boolean {
  return namespace === "" || key.startsWith(`${namespace}.`);
}

function visit(node: ts.Node, at: (node: ts.Node) => void): void {
  at(node);
  ts.forEachChild(node, (child) => {
    visit(child, at);
  });
}

function escaped(key: string): string {
  return key.replaceAll(/[^\w]/g, String.raw`\$&`);
}
