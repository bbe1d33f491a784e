import { readFileSync } from "node:fs";

/** The glossary: words that code avoids, each with what it says instead. */
const glossary = new URL("../../lib/README.md", import.meta.url);

/**
 * Words in code marks of the column _Avoid_, by the word of their row.
 *
 * @param {string} markdown
 * @returns {Map<string, string>}
 */
export function avoidedWords(markdown) {
  const [, section = ""] = markdown.split("## Words");
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return new Map(
    rows.flatMap((row) => {
      const [, word = "", , avoid = ""] = row.split("|").map((cell) => cell.trim());
      return [...avoid.matchAll(/`(\w+)`/g)].map(([, avoided = ""]) => [avoided, word]);
    }),
  );
}

/** "rowsRefused" is made of "rows" and "refused". */
const wordsOf = (/** @type {string} */ name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_$]+/);

/**
 * Rejects a name that holds a word which the glossary avoids, where the name is made.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const words = {
  meta: { type: "suggestion", schema: [] },
  create(context) {
    const avoided = avoidedWords(readFileSync(glossary, "utf8"));
    return {
      Identifier(node) {
        const { parent } = node;
        const isMade =
          parent.id === node ||
          parent.params?.includes(node) === true ||
          (parent.type === "Property" && parent.value === node) ||
          ((parent.type === "Property" || parent.type === "TSPropertySignature") &&
            parent.key === node &&
            !parent.computed);
        if (!isMade) return;
        for (const word of wordsOf(node.name)) {
          const instead = avoided.get(word) ?? avoided.get(word.replace(/s$/, ""));
          if (instead !== undefined) {
            context.report({ node, message: `Say "${instead}", not "${word}" (lib/README.md).` });
          }
        }
      },
    };
  },
};
