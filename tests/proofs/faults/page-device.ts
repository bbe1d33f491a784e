import { setTimeout as pause } from "node:timers/promises";

import { type Page } from "@playwright/test";

import { seededRandom } from "@/lib/coverage/seeded-random";

import { type PageBrowser } from "./chromium-page";
import { cellsOf, isSame, makeLedger, type ReportOnWire } from "./ledger";
import { type PageStep } from "./plan";
import { type Road } from "./road";
import { type Person } from "./scene";
import { type Cells, type Deed } from "./verdict";

/** A real page that a person types into. */
export type PageDevice = {
  readonly person: Person;
  readonly road: Road;
  /**
   * Types a row and lets the fault fall on it. @returns the fault; of one without a network also
   * that Chromium did not start from what the worker had kept.
   */
  readonly suffer: (step: PageStep) => Promise<PageStep["kind"] | "offlineNotStarted">;
  /** Ends the browser; the next page begins it again. */
  readonly restart: () => Promise<void>;
  /** What still waits, in words; empty: nothing does. */
  readonly waiting: () => Promise<readonly string[]>;
  /** Asks the page to send, as a person who looks again does. */
  readonly lookAgain: () => Promise<void>;
  /** What was sent, and, for each village, whether what was typed last became a report. */
  readonly deeds: () => Promise<readonly Deed[]>;
  /** Told by the road of what passes over it. */
  readonly sees: (reports: readonly ReportOnWire[]) => void;
};

type Kept = {
  readonly id: string;
  readonly unit: string;
  readonly day: string;
  /** Order of typing. */
  readonly order: number;
  readonly state: { readonly kind: string };
  readonly report: ReportOnWire | null;
};

const patience = 5_000;

export function openPageDevice({
  person,
  road,
  browser,
  cells,
  day,
}: {
  readonly person: Person;
  readonly road: Road;
  readonly browser: PageBrowser;
  readonly cells: readonly string[];
  readonly day: string;
}): PageDevice {
  const ledger = makeLedger();
  /** What was typed last in each village, when typing it was over. */
  const typed = new Map<string, Cells>();
  const lastSent = new Map<string, string>();

  /** Types into a row of the grid and leaves it, which sends it, and sees that it was kept. */
  async function typeRow(page: Page, seed: number): Promise<void> {
    // A page that the killed server could not draw is opened again, as a person does.
    if (!(await page.locator("input[data-row]").first().isVisible())) {
      await browser.closePage();
      return typeRow(await browser.page(), seed);
    }
    const random = seededRandom(seed);
    const at = (end: number) => Math.floor(random() * end);
    const unit = person.units[at(person.units.length)] ?? "";
    const row: Record<string, number> = {};
    for (const [index, cell] of cells.entries()) {
      const count = 1 + at(12);
      await page.locator(`[id="c-${unit}-${String(index)}"]`).fill(String(count));
      row[cell] = count;
    }
    // Sends the row, also the last one, below which there is none to go to.
    await page.keyboard.press("Control+Enter");
    typed.set(unit, row);
    await untilKept(unit);
  }

  /** Until the device has what was typed last there: before that, nobody was told so. */
  async function untilKept(unit: string): Promise<void> {
    for (const until = performance.now() + patience; performance.now() < until;) {
      const row = typed.get(unit);
      const kept = await queue();
      const isSent = ledger.says(lastSent.get(unit), row);
      if (isSent || kept.some(({ id }) => ledger.says(id, row))) return;
      await pause(5);
    }
    const row = (await browser.page()).locator(`tr:has([id="c-${unit}-0"])`);
    const says = (await row.innerText()).replaceAll(/\s+/g, " ");
    throw new Error(`${person.username} has not kept ${unit}: ${says}`);
  }

  async function queue(): Promise<readonly Kept[]> {
    const read = await readQueue(await browser.page(), person.id);
    const kept = read.toSorted((a, b) => a.order - b.order);
    for (const { id, unit, report, state } of kept) {
      if (report) {
        ledger.note(id, { unit, day: report.day, cells: cellsOf(report) });
        lastSent.set(unit, id);
      }
      if (state.kind === "confirmed") ledger.confirm(id);
    }
    return kept;
  }

  async function live(): Promise<readonly Kept[]> {
    return (await queue()).filter(({ report }) => report !== null);
  }

  async function sufferOnRoad({ kind, seed }: PageStep): Promise<void> {
    const before = road.suffered();
    for (let tries = 0; road.suffered() === before; tries += 1) {
      if (tries > 10) throw new Error(`${person.username} sends nothing`);
      road.arm(kind as Parameters<Road["arm"]>[0], seed);
      await typeRow(await browser.page(), seed + tries);
      // After many failures the page waits for minutes by itself: a person presses.
      if (tries > 2) await pressSend(await browser.page());
      const until = performance.now() + patience;
      while (road.suffered() === before && performance.now() < until) await pause(20);
      road.disarm();
    }
  }

  return {
    person,
    road,
    sees: (reports) => {
      for (const report of reports) {
        ledger.note(report.id, { unit: report.unit, day: report.day, cells: cellsOf(report) });
        lastSent.set(report.unit, report.id);
      }
    },
    async suffer(step) {
      const page = await browser.page();
      switch (step.kind) {
        case "pageClosed":
        case "browserKilled": {
          await typeRow(page, step.seed);
          await pause(step.seed % 30);
          await (step.kind === "pageClosed" ? browser.closePage() : browser.kill());
          break;
        }
        case "offline": {
          await browser.settle();
          await browser.setOffline(true);
          await typeRow(page, step.seed);
          // The page is begun again without a network, from what the worker kept.
          await browser.closePage();
          const started = await browser.page({ within: 20_000 }).then(
            (page) => page,
            () => null,
          );
          if (started) await typeRow(started, step.seed + 1);
          await browser.setOffline(false);
          await queue();
          return started ? step.kind : "offlineNotStarted";
        }
        default:
          await sufferOnRoad(step);
      }
      await queue();
      return step.kind;
    },
    restart: browser.kill,
    async waiting() {
      return (await live()).map(
        ({ unit, day: of, state }) => `${unit} ${of} ${state.kind} ${JSON.stringify(state)}`,
      );
    },
    async lookAgain() {
      await browser.closePage();
      await browser.page();
      await pause(2_000);
    },
    async deeds() {
      const open = await live();
      const deeds = ledger.deeds(new Set(open.map(({ id }) => id)));
      const forgotten = [...typed].filter(([unit, row]) => {
        const last = deeds.find(({ id }) => id === lastSent.get(unit));
        return last?.state !== "confirmed" || !isSame(last.cells, row);
      });
      return [
        ...deeds,
        ...forgotten.map(([unit, row]) => ({
          id: `typed ${unit}`,
          unit,
          day,
          cells: row,
          state: "open" as const,
        })),
      ];
    },
  };
}

/** Sends all that waits now, where the page offers it. */
async function pressSend(page: Page): Promise<void> {
  const send = page.getByRole("button", { name: /^Kirim \d/ });
  if (await send.isVisible()) await send.click();
}

/** The page's own queue, read past its program; opening one that is not there would make it. */
function readQueue(page: Page, actorId: string): Promise<readonly Kept[]> {
  return page.evaluate(async (name) => {
    const all = await indexedDB.databases();
    if (!all.some((each) => each.name === name)) return [];
    return new Promise<readonly Kept[]>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(new Error("no queue"));
      opening.onsuccess = () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains("mutations")) {
          database.close();
          resolve([]);
          return;
        }
        const asked = database.transaction("mutations").objectStore("mutations").getAll();
        asked.onsuccess = () => {
          database.close();
          resolve(asked.result as readonly Kept[]);
        };
        asked.onerror = () => reject(new Error("no queue"));
      };
    });
  }, `cakupan-${actorId}-outbox`);
}
