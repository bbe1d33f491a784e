import { readdirSync } from "node:fs";
import path from "node:path";

import { locales } from "@/lib/base/i18n/locale";

import { projectFolder } from "./project";

const folder = path.join(projectFolder, "lib/base/i18n");

/** The file that `catalogueList` is the content of. */
export const catalogueFile = path.join(folder, "catalogue-files.ts");

/** A module with the sentences of each language by the names of their files. */
export function catalogueList(): string {
  const languages = locales.map((locale) => ({
    locale,
    names: readdirSync(path.join(folder, "messages", locale))
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.slice(0, -".json".length))
      .sort(),
  }));
  const imports = languages.flatMap(({ locale, names }) =>
    names.map(
      (name) => `import ${variable(locale, name)} from "./messages/${locale}/${name}.json";\n`,
    ),
  );
  const objects = languages.map(
    ({ locale, names }) =>
      `export const ${locale}Files = {\n${names
        .map((name) => `  ${name}: ${variable(locale, name)},\n`)
        .join("")}};\n`,
  );
  return `// Written by \`npm run catalogues\`.\n${imports.join("")}\n${objects.join("\n")}`;
}

function variable(locale: string, name: string): string {
  return `${locale}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
