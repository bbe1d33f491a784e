/** What some browsers tell of the line. */
type Connection = { readonly effectiveType?: string; readonly saveData?: boolean };

/** Whether the browser says that the line is slow, or dear; false where it says nothing. */
export function isSlowLine(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  if (!connection) return false;
  return connection.saveData === true || /2g$/.test(connection.effectiveType ?? "");
}

/** An answer that takes longer to be there whole comes over a slow line; milliseconds. */
export const slowAfter = 1_500;
