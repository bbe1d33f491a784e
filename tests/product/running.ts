import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { untouched } from "@/lib/base/forms/form-state";

import { readForms } from "../proofs/fuzz/forms";

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string().optional() })),
});

type Process = { readonly pid: number; readonly command: string };

/** The children of a process now. */
export function childrenOf(pid: number): Process[] {
  return listed(["-o", "pid=,args=", "--ppid", String(pid)]);
}

/** Every process whose command names the text. */
export function processesOf(text: string): Process[] {
  return listed(["-eo", "pid=,args="]).filter(({ command }) => command.includes(text));
}

function listed(args: readonly string[]): Process[] {
  let printed = "";
  try {
    printed = execFileSync("ps", args, { encoding: "utf8" });
  } catch {
    // It has none.
  }
  return [...printed.matchAll(/^\s*(\d+) (.*)$/gm)].map(([, pid, command = ""]) => ({
    pid: Number(pid),
    command,
  }));
}

/** Asks until the answer is as wanted; fails with the last one. */
export async function untilTrue(
  what: string,
  ask: () => Promise<boolean> | boolean,
  seconds = 60,
): Promise<void> {
  for (let waited = 0; waited < seconds * 10; waited += 1) {
    if (await ask()) return;
    await pause(100);
  }
  throw new Error(`${what}: not within ${String(seconds)} s`);
}

/** A browser without scripts: it keeps its cookies and sends a page's forms. */
export class PlainBrowser {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  async ask(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(new URL(address, this.#base), {
      redirect: "manual",
      ...init,
      headers: { cookie, ...init.headers },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }

  async signIn(username: string, password: string): Promise<void> {
    const { csrfToken } = (await (await this.ask("/api/auth/csrf")).json()) as {
      csrfToken: string;
    };
    const body = new URLSearchParams({ csrfToken, username, password, json: "true" });
    const answer = await this.ask("/api/auth/callback/credentials", { method: "POST", body });
    if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${String(answer.status)}`);
  }

  /** Sends the form of the page that has all of these fields, filled with them. */
  async send(address: string, fields: Readonly<Record<string, string | File>>): Promise<Response> {
    const forms = readForms(await (await this.ask(address)).text());
    const wanted = Object.keys(fields);
    const form = forms.find((each) => wanted.every((name) => each.some(([own]) => own === name)));
    if (!form) throw new Error(`no form with ${wanted.join(", ")} at ${address}`);
    const body = new FormData();
    for (const [name, value] of form) body.set(name, value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.ask(address, { method: "POST", body });
  }

  /** Calls a form's action as a page's script does, by the name that the code gives it. */
  async call(
    address: string,
    action: string,
    fields: Readonly<Record<string, string | File>>,
  ): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(`_1_${name}`, value);
    body.set("0", `[${JSON.stringify(untouched)},"$K1"]`);
    const headers = { "next-action": await idOfAction(action) };
    return this.ask(address, { method: "POST", body, headers });
  }
}

/** What a call names an action by. */
export async function idOfAction(name: string): Promise<string> {
  const folder = path.resolve(process.env["NEXT_DIST_DIR"] ?? ".next");
  const file = path.join(folder, "server", "server-reference-manifest.json");
  const { node } = manifest.parse(JSON.parse(await readFile(file, "utf8")));
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`no action ${name} in the build`);
  return found[0];
}
