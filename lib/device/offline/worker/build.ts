/** What the build writes into the worker: its name, and the files that the entry pages load. */
export type WorkerBuild = {
  readonly id: string;
  /** Addresses: "/_next/static/chunks/…". Their names change with their content. */
  readonly files: readonly string[];
  /** What pages with forms load beyond that: fetched once one of them is kept. */
  readonly ofForms: readonly string[];
  /** Named by the pages and loaded only by browsers too old for a worker. */
  readonly spare: readonly string[];
};
