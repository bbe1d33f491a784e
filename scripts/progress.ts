/** Seconds as people here write them: "1,2 detik". */
export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1).replace(".", ",")} detik`;
}

/**
 * Says what begins, that it still goes on, and what was reached in how many seconds. Nothing
 * more when the work fails: the failure speaks.
 */
export async function step<Result>(
  words: { readonly doing: string; readonly done: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const began = performance.now();
  console.log(`  …  ${words.doing}`);
  const patience = setInterval(() => {
    console.log(`  …  ${words.doing} (${seconds(began)})`);
  }, 15_000);
  try {
    const result = await work();
    console.log(`  ✓  ${words.done} (${seconds(began)})`);
    return result;
  } finally {
    clearInterval(patience);
  }
}
