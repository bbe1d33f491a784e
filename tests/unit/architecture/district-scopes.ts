import ts from "typescript";

/** A source file of `lib`. */
type Source = { readonly name: string; readonly text: string };

/** A table that a scope of a statement does not hold to one kabupaten by its own column. */
type LooseTable = { readonly file: string; readonly table: string };

type Template = {
  /** With `«…»` in the place of what is put in. */
  readonly text: string;
  /** What is put in, in order. */
  readonly parts: readonly string[];
};

/**
 * Where SQL in sources reads or writes a table of a kabupaten without that table's own
 * `district_code`: a subquery is a scope of its own, and a fragment that is put in counts as what it
 * says, wherever in `lib` it is made.
 */
export function looseTables(
  sources: readonly Source[],
  tables: readonly string[],
): readonly LooseTable[] {
  const read = sources
    .filter(({ text }) => /\b(FROM|UPDATE|district_code)\b/.test(text))
    .map((source) => ({ source, file: readFile(source) }));
  const everywhere = fragmentsOf(read.flatMap(({ file }) => file.definitions));
  return read.flatMap(({ source, file }) => {
    const here = new Set(file.definitions.map(({ name }) => name));
    const own = fragmentsOf(file.definitions, everywhere);
    const fragments = new Map([...everywhere].filter(([name]) => !here.has(name)).concat([...own]));
    return file.templates
      .flatMap(scopesOf)
      .flatMap((scope) => looseIn(scope, tables, fragments))
      .map((table) => ({ file: source.name, table }));
  });
}

type Definition = { readonly name: string; readonly templates: readonly Template[] };

function readFile({ name, text }: Source) {
  const definitions: Definition[] = [];
  const templates: Template[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      templates.push(templateOf(node));
    }
    const isNamed = ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
    if (isNamed && node.name && ts.isIdentifier(node.name)) {
      definitions.push({ name: node.name.text, templates: templatesIn(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return { definitions, templates };
}

function templatesIn(root: ts.Node): readonly Template[] {
  const found: Template[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      found.push(templateOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function templateOf(node: ts.TemplateLiteral): Template {
  if (ts.isNoSubstitutionTemplateLiteral(node)) return { text: node.text, parts: [] };
  return {
    text: node.head.text + node.templateSpans.map(({ literal }) => `«»${literal.text}`).join(""),
    parts: node.templateSpans.map(({ expression }) => expression.getText()),
  };
}

/**
 * Which tables a fragment holds: those that it names, "*" the only one there is, "?" the one that it
 * is told.
 */
type Fragments = ReadonlyMap<string, ReadonlySet<string>>;

/** The conditions among definitions: they name a kabupaten and read no table. */
function fragmentsOf(definitions: readonly Definition[], others: Fragments = new Map()): Fragments {
  const found = new Map<string, Set<string>>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { name, templates } of definitions) {
      const held = templates.flatMap(({ text, parts }) => {
        if (/\bfrom\b/i.test(text)) return [];
        const own = [...text.matchAll(/([\w«»]*)\.?district_code = /g)].map(([, of = ""]) =>
          of === "" ? "*" : of.includes("«") ? "?" : of,
        );
        return own.concat(
          parts.flatMap((part) => heldBy(part, found) ?? heldBy(part, others) ?? []),
        );
      });
      if (held.length > 0) found.set(name, new Set([...(found.get(name) ?? []), ...held]));
    }
  }
  return found;
}

/** The names that an expression holds; null: it is no fragment that is known. */
function heldBy(expression: string, fragments: Fragments): readonly string[] | null {
  const [, name = "", rest = ""] = /^(\w+)(.*)$/s.exec(expression) ?? [];
  const held = fragments.get(name);
  if (!held) return null;
  const told = /"(\w+)"|sql`(\w+)`/.exec(rest);
  const table = told?.[1] ?? told?.[2];
  // It may be told its table further on, or none: then it is the only one.
  return [...held].flatMap((each) => (each === "?" ? (table ?? ["?", "*"]) : each));
}

/** A statement without its subqueries, and each of these alike. */
function scopesOf({ text, parts }: Template): readonly Template[] {
  const scopes: Template[] = [];
  const open: { text: string; parts: string[] }[] = [{ text: "", parts: [] }];
  const rest = [...parts];
  for (const letter of text.replaceAll(/--.*/g, "")) {
    const inner = open.at(-1);
    if (!inner) break;
    if (letter === "(") {
      open.push({ text: "", parts: [] });
    } else if (letter === ")" && open.length > 1) {
      open.pop();
      const outer = open.at(-1);
      if (/^\s*(with|select|insert|update|delete)\b/i.test(inner.text)) {
        scopes.push(inner);
      } else if (outer) {
        outer.text += `(${inner.text})`;
        outer.parts.push(...inner.parts);
      }
    } else {
      inner.text += letter;
      if (letter === "«") inner.parts.push(rest.shift() ?? "");
    }
  }
  return [...scopes, ...open].flatMap(branchesOf);
}

function branchesOf({ text, parts }: Template): readonly Template[] {
  const rest = [...parts];
  return text.split(/\bunion(?: all)?\b/i).map((branch) => ({
    text: branch,
    parts: rest.splice(0, branch.split("«").length - 1),
  }));
}

function looseIn(
  { text, parts }: Template,
  tables: readonly string[],
  fragments: Fragments,
): readonly string[] {
  const reference = new RegExp(
    String.raw`\b(?:from|join|using|update)\s+(${tables.join("|")})\b(?:\s+as\s+(\w+))?`,
    "gi",
  );
  const names = [...text.matchAll(reference)].map(([, table = "", alias]) => alias ?? table);
  const held = new Set(parts.flatMap((part) => heldBy(part, fragments) ?? []));
  const isHeld = (name: string) =>
    held.has(name) ||
    new RegExp(String.raw`\b${name}\.district_code = (?:«|\w+\.district_code)`).test(text);
  const isAlone =
    names.length === 1 &&
    (held.has("*") || /(?<![.\w])district_code = (?:«|\w+\.district_code)/.test(text));
  // Of a join by USING, the column is both tables' own; one of them is held by its value.
  const isJoined = /\bUSING \(district_code\b/.test(text) && held.has("*");
  return isAlone || isJoined ? [] : names.filter((name) => !isHeld(name));
}
