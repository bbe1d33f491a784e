import type { ColumnKey } from "@/lib/campaign/column-key";

import { plainHead } from "./head-words";

/** A column that a table may have, with the ways in which people write it. */
export type NamedColumn = {
  readonly key: ColumnKey;
  /** Code, short and full name of the intervention. */
  readonly interventions: readonly string[];
  /** Code and names of the target group. */
  readonly targetGroups: readonly string[];
};

/** What words name: columns, by their intervention or by their group alone. */
type NamedColumns = {
  /** None, the one, or several. */
  readonly keys: readonly ColumnKey[];
  /** No intervention was named. */
  readonly isGroupAlone: boolean;
};

/**
 * What a head may mean: the code, the short or the full name of the intervention with the group's
 * code or name, or either alone. Case, spaces and signs do not matter. Built once for a table.
 */
export class ColumnWords {
  readonly #keys = new Map<string, Set<ColumnKey>>();
  readonly #groups = new Map<string, Set<ColumnKey>>();

  constructor(columns: readonly NamedColumn[]) {
    for (const { key, interventions, targetGroups } of columns) {
      // "Campak-rubela (MR)" is written without its brackets too.
      const names = interventions.flatMap((name) => [name, name.replace(/\s*\([^)]*\)/g, "")]);
      // "MR 9-59", as chats write it.
      const groups = [...targetGroups, ...targetGroups.map((name) => name.replace(unitOfAge, ""))];
      const pairs = names.flatMap((name) => groups.map((group) => `${name} ${group}`));
      add(this.#keys, [...pairs, ...names], key);
      add(this.#groups, groups, key);
    }
  }

  meant(head: string): NamedColumns {
    const plain = plainHead(head);
    const keys = this.#keys.get(plain);
    if (keys) return { keys: [...keys], isGroupAlone: false };
    return { keys: [...(this.#groups.get(plain) ?? [])], isGroupAlone: true };
  }
}

const unitOfAge = /\s*(bulan|tahun)$/u;

function add(known: Map<string, Set<ColumnKey>>, words: readonly string[], key: ColumnKey): void {
  for (const word of new Set(words.map(plainHead))) {
    if (word === "") continue;
    const keys = known.get(word);
    if (keys) keys.add(key);
    else known.set(word, new Set([key]));
  }
}
