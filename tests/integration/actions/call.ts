import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { beforeAll, vi } from "vitest";

import { AppError } from "@/lib/base/errors";
import { cookieOf, type Person } from "@/tests/support/scene";
import { withinAction } from "@/tests/support/next-request";

type Action = (...sent: readonly unknown[]) => Promise<unknown>;

// A rejection has its line in the server's log; hundreds of them would hide what a test says.
beforeAll(() => {
  vi.spyOn(console, "info").mockReturnValue(undefined);
});

/** Every server action of lib, by its name, as the files on disk export them. */
export async function actionsOnDisk(): Promise<ReadonlyMap<string, Action>> {
  const folder = path.resolve("lib");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  const found = new Map<string, Action>();
  for (const file of files.sort()) {
    const text = await readFile(path.join(folder, file), "utf8");
    if (!/^["']use server["'];/m.test(text)) continue;
    const exported = (await import(path.join(folder, file))) as Record<string, Action>;
    for (const [name, action] of Object.entries(exported)) found.set(name, action);
  }
  return found;
}

/** A form as a browser sends it. */
export function form(fields: Readonly<Record<string, string>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

/**
 * Calls an action as the person's browser would, or as one without a session.
 *
 * @returns "done", "letIn", "leftAlone", "nothing" for an empty answer, a code of `AppError`, the field that was rejected,
 * or the kind of rejection.
 */
export async function callAction(
  action: Action,
  sent: readonly unknown[],
  person: Pick<Person, "id"> | null,
): Promise<string> {
  const headers = new Headers(person ? { cookie: await cookieOf(person) } : {});
  return withinAction(headers, async () => {
    try {
      return outcomeOf(await action(...sent));
    } catch (error) {
      if (error instanceof AppError) return error.code;
      const said = error instanceof Error ? error.message : "";
      if (said === "NEXT_REDIRECT") return "done";
      if (said === "NEXT_HTTP_ERROR_FALLBACK;404") return "notFound";
      // The words of a page need Next around them. To come so far is to be let in.
      if (said.startsWith("`getTranslations` is not supported")) return "letIn";
      throw error;
    }
  });
}

type State = {
  readonly status?: string;
  readonly code?: string | null;
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly result?: {
    readonly kind?: string;
    readonly problems?: readonly { readonly code: string }[];
    /** Of the queue: reports that were left alone. */
    readonly changed?: number;
    readonly own?: number;
  } | null;
};

function outcomeOf(answer: unknown): string {
  if (answer === false) return "rejected";
  if (Array.isArray(answer)) return answer.length > 0 ? "done" : "nothing";
  if (typeof answer !== "object" || answer === null) return "done";
  const { status, code, fields = {}, result } = answer as State;
  if (status === "rejected") return code ?? Object.values(fields)[0]?.[0] ?? "rejected";
  if (status === "saved") {
    if (result?.changed || result?.own) return "leftAlone";
    return result?.problems?.[0]?.code ?? result?.kind ?? "done";
  }
  return Object.values(answer).some((part) => Array.isArray(part) && part.length > 0)
    ? "done"
    : "nothing";
}
