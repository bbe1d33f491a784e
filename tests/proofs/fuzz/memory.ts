import { readdir, readFile } from "node:fs/promises";

const megabyte = 1024 * 1024;

/** Bytes that the process and its children hold in memory; 0 where there is no /proc. */
export async function residentBytes(pid: number): Promise<number> {
  const names = await readdir("/proc").catch(() => []);
  const sizes = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const status = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
        // After the name in parentheses: state, parent, process group.
        const group = status.slice(status.lastIndexOf(")") + 2).split(" ")[2];
        if (group !== String(pid)) return 0;
        const memory = await readFile(`/proc/${name}/status`, "utf8").catch(() => "");
        return Number(/^VmRSS:\s*(\d+)/m.exec(memory)?.[1] ?? 0) * 1024;
      }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export type MemoryVerdict = {
  readonly isSteady: boolean;
  /** Median bytes of the first and of the last third. */
  readonly first: number;
  readonly last: number;
};

/** Steady: the last third's median is at most 30 % and 50 MB above the first third's. */
export function judgeMemory(samples: readonly number[]): MemoryVerdict {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const first = median(samples.slice(0, third));
  const last = median(samples.slice(-third));
  return { first, last, isSteady: last <= first * 1.3 + 50 * megabyte };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
