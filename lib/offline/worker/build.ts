/** What the build writes into the worker: its name, and the files that the entry pages load. */
export type WorkerBuild = {
  readonly id: string;
  /** Addresses: "/_next/static/chunks/…". Their names change with their content. */
  readonly files: readonly string[];
};
