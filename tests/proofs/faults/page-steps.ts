import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { encodeSession } from "@/lib/account/auth/server/token";

import { findChromium } from "../../../scripts/chromium";
import { type Lifetime } from "../../../scripts/lifetime";
import { insertSession } from "../../../scripts/session-row";
import { withConnection } from "../../../scripts/sql";
import { openBrowser } from "./chromium-page";
import { count, type Happened } from "./device-steps";
import { reportsIn } from "./ledger";
import { openPageDevice, type PageDevice } from "./page-device";
import { type PageStep } from "./plan";
import { type MortalProduct } from "./product";
import { openRoad } from "./road";
import { type Scene } from "./scene";

/** A Chromium for each person who writes with one. */
export async function openPages({
  scene,
  product,
  lifetime,
}: {
  readonly scene: Scene;
  readonly product: MortalProduct;
  readonly lifetime: Lifetime;
}): Promise<readonly PageDevice[]> {
  const executable = findChromium();
  return Promise.all(
    scene.pagePeople.map(async (person) => {
      const profile = await mkdtemp(path.join(tmpdir(), "cakupan-faults-page-"));
      lifetime.onEnd(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
      await chmod(profile, 0o700);
      const heard: { device?: PageDevice } = {};
      const road = await openRoad(product.port, {
        onReports: (body) => heard.device?.sees(reportsIn(body)),
      });
      lifetime.onEnd(road.close);
      const session = await withConnection(scene.databaseUrl, (client) =>
        insertSession(client, person.id),
      );
      const token = await encodeSession(session);
      const browser = openBrowser({
        actorId: person.id,
        executable,
        profile,
        port: road.port,
        token,
        lifetime,
      });
      const { cells, today: day } = scene;
      heard.device = openPageDevice({ person, road, browser, cells, day });
      return heard.device;
    }),
  );
}

/** Does the steps of one page, one after the other. */
export async function runPageSteps(
  steps: readonly PageStep[],
  {
    page,
    product,
    happened,
  }: {
    readonly page: PageDevice;
    readonly product: MortalProduct;
    readonly happened: Happened;
  },
): Promise<void> {
  for (const step of steps) {
    await product.whenUp();
    const kind = await page.suffer(step).catch(async (error: unknown) => {
      console.log(
        `  ! ${page.person.username} ${step.kind}: ${String(error).split("\n")[0] ?? ""}`,
      );
      // The browser itself gave up; what it had kept is still judged.
      await page.restart();
      return page.suffer(step);
    });
    count(happened, `page ${kind}`);
  }
}

/** Lets every page be rid of what it has. @returns what never arrives, in words. */
export async function drainPages(
  pages: readonly PageDevice[],
  within: number,
): Promise<readonly string[]> {
  const until = performance.now() + within;
  for (;;) {
    await Promise.all(pages.map(({ road }) => road.settle()));
    const waiting = (await Promise.all(pages.map((page) => page.waiting()))).flat();
    if (waiting.length === 0 || performance.now() > until) return waiting;
    await Promise.all(pages.map((page) => page.lookAgain()));
  }
}
