/**
 * Begins to measure how long the processor works for this process: what is held to be quick stays
 * quick on a machine that others keep busy.
 *
 * @returns milliseconds since then.
 */
export function processorTime(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
}
