import { readdirSync } from "node:fs";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation of WCAG 2.2 AA that axe can find, in the theme and size that the page has now. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, (axe) => axe.withTags(levels));
}

/** The same page after another theme was chosen, in which nothing but its colours is another. */
export async function expectReadableInDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolation(page, (axe) => axe.withRules(["color-contrast"]));
}

async function expectNoViolation(
  page: Page,
  rulesOf: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  // After a step within the application its title comes a moment later than the page.
  await expect(page).toHaveTitle(/\S/);
  // A colour on its way from one theme to the other is neither's.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((each) => each instanceof CSSTransition)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
  // The legacy mode needs no second page; there are no frames that it would miss.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // What passed would be written out, too: thousands of elements that nobody reads.
  const { violations } = await rulesOf(axe.options({ resultTypes: ["violations"] }))
    .disableRules("document-title")
    .analyze();

  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, help, html, failureSummary })),
  );
  expect(found).toEqual([]);
  // The step may have begun only now: the old title goes a moment before the new one comes, so that
  // rule is judged here, where the title may still arrive.
  await expect(page).toHaveTitle(/\S/);
}

/** The page as a whole never scrolls sideways; tables and filter rows do so inside themselves. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  expect(beyond, "pixels of sideways scroll").toBeLessThanOrEqual(0);
}

const namespaces = readdirSync("lib/base/i18n/messages/id").map((file) =>
  file.replace(".json", ""),
);
/** Where a sentence is missing, or a value of it, the page shows its key instead. */
const key = new RegExp(`\\b(${namespaces.join("|")})\\.[a-z]\\w*(\\.\\w+)*\\b`, "g");

export async function expectNoMissingSentence(page: Page): Promise<void> {
  const text = await page.locator("body").innerText();
  expect(text.match(key)).toBeNull();
}
