/** Smaller ones gain nothing from being packed. */
const worthPacking = 1_000;

/** Whether this browser can pack; one that cannot sends smaller batches. */
export const canPack = typeof CompressionStream === "function";

/** A JSON body as it goes over a slow line: gzipped, about a tenth of its size. */
export async function packed(
  text: string,
): Promise<{ readonly body: string | ArrayBuffer; readonly headers: Record<string, string> }> {
  const headers = { "Content-Type": "application/json" };
  if (!canPack || text.length < worthPacking) return { body: text, headers };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return {
    body: await new Response(stream).arrayBuffer(),
    headers: { ...headers, "Content-Encoding": "gzip" },
  };
}
