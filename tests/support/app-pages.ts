import { readdirSync } from "node:fs";
import path from "node:path";

import type { Permission } from "@/lib/account/auth/policy";
import { otherPages, screens } from "@/lib/account/screens";

type AppPage = {
  /** As its folder in app/ spells it: "/cakupan/[place]". */
  readonly name: string;
  /** Something to look at; a download is not. */
  readonly isPage: boolean;
  /** What it may be opened with; null: nothing in the register says. */
  readonly needs: Permission | "anyone" | "signedIn" | null;
};

/** Every page and download that app/ has, the interface for programs left out. */
export const appPages: readonly AppPage[] = readdirSync(path.resolve("app"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.startsWith("api/"))
  .map((file) => {
    const name = `/${file}`.replace(/\/(page\.tsx|route\.ts)$/, "").replace(/\/\([^)]*\)/g, "");
    return { name: name || "/", isPage: file.endsWith("page.tsx"), needs: needsOf(name || "/") };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function needsOf(name: string): AppPage["needs"] {
  const screen = screens.find(({ address }) => name === address || name.startsWith(`${address}/`));
  return screen?.permission ?? otherPages[name] ?? null;
}
