import type { Page } from "@playwright/test";

/** How many pages a print has, and the size of the first in points: A4 is 595 × 842. */
export async function printed(
  page: Page,
): Promise<{ pages: number; width: number; height: number }> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(text);
  return {
    pages: text.match(/\/Type\s*\/Page(?!s)\b/g)?.length ?? 0,
    width: Math.round(Number(box?.[1])),
    height: Math.round(Number(box?.[2])),
  };
}

/** What the head and the edges of a print say, as the style sheet's page rule reads it. */
export function pageWords(page: Page, name: "name" | "day" | "foot"): Promise<string> {
  return page.evaluate(
    (property) => getComputedStyle(document.documentElement).getPropertyValue(property),
    `--print-${name}`,
  );
}
