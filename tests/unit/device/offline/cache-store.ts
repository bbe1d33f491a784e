/** Cache Storage in memory: fake-indexeddb has a browser's databases, and nobody its caches. */
export function openCaches() {
  const stores = new Map<string, Map<string, Response>>();

  function open(name: string) {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      keys: () => Promise.resolve([...store.keys()].map((url) => new Request(url))),
      match: (request: RequestInfo) => Promise.resolve(store.get(addressOf(request))?.clone()),
      delete: (request: RequestInfo) => Promise.resolve(store.delete(addressOf(request))),
      put: (request: RequestInfo, response: Response) =>
        Promise.resolve(void store.set(addressOf(request), response)),
    };
  }

  return {
    keys: () => Promise.resolve([...stores.keys()]),
    has: (name: string) => Promise.resolve(stores.has(name)),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
    open: (name: string) => Promise.resolve(open(name)),
  };
}

function addressOf(request: RequestInfo): string {
  return new URL(typeof request === "string" ? request : request.url, "http://localhost").href;
}
