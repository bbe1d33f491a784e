const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#39;": "'",
};

/** Names and values of each form of a page that calls a server action without scripts. */
export function readForms(html: string): (readonly (readonly [string, string])[])[] {
  return [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)]
    .map(([, inside = ""]) =>
      [...inside.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)].flatMap(([tag]) => {
        const name = attribute(tag, "name");
        return name === null ? [] : [[name, attribute(tag, "value") ?? ""] as const];
      }),
    )
    .filter((fields) => fields.some(([name]) => name.startsWith("$ACTION")));
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return (
    found?.replaceAll(/&(amp|lt|gt|quot|#x27|#39);/g, (text) => entities[text] ?? text) ?? null
  );
}
