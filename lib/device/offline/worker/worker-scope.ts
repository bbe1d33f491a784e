/** An event that keeps the worker awake until its work is done. */
type LastingEvent = Event & { readonly waitUntil: (work: Promise<unknown>) => void };

/**
 * What this worker uses of its global object. The program is typed for pages, whose globals and a
 * worker's cannot be declared side by side.
 */
export type WorkerScope = {
  readonly location: Location;
  readonly registration: {
    readonly waiting: { readonly postMessage: (message: unknown) => void } | null;
  };
  readonly clients: {
    readonly matchAll: (options: { readonly type: "window" }) => Promise<readonly unknown[]>;
  };
  readonly addEventListener: {
    (kind: "install" | "activate", listener: (event: LastingEvent) => void): void;
    (kind: "message", listener: (event: LastingEvent & { readonly data: unknown }) => void): void;
    (kind: "sync", listener: (event: LastingEvent & { readonly tag: string }) => void): void;
  };
};
