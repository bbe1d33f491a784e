/** What goes wrong with a request: on the way there, at the server, on the way back. */
export type RecordFault =
  "none" | "lost" | "answerLost" | "garbled" | "busy" | "broken" | "signedOut" | "portal";

type Stored = { readonly version: number; readonly body: unknown };

/**
 * A server of records as ours promises to be: what is sent under an id is stored once, on the version that
 * it names alone, and read back as it stands.
 */
export function openRecordServer(next: () => RecordFault = () => "none") {
  const sent = new Map<string, Stored>();
  const versions = new Map<string, number>();
  const requests: string[] = [];

  function put(record: string, text: string): Response {
    const {
      sent: id,
      version,
      ...body
    } = JSON.parse(text) as {
      sent: string;
      version: number;
      text?: string;
    };
    const before = sent.get(id);
    if (before) return json(200, { id: record, version: before.version, replayed: true });
    if ((versions.get(record) ?? 0) !== version) return json(409, { code: "recordChanged" });
    if (body.text === "") {
      const problems = [{ field: "text", code: "required" }];
      return json(422, { code: "invalid", problems });
    }
    versions.set(record, version + 1);
    sent.set(id, { version: version + 1, body });
    return json(200, { id: record, version: version + 1, replayed: false });
  }

  async function answer(address: string, init: RequestInit): Promise<Response> {
    const { pathname } = new URL(address, "http://here.invalid");
    const id = pathname.split("/").at(-1) ?? "";
    if (init.method === "PUT") return put(id, await new Response(init.body).text());
    const found = sent.get(id);
    return found ? json(200, { body: found.body }) : json(404, { code: "notFound" });
  }

  return {
    sent,
    requests,
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
      requests.push(init.method ?? "GET");
      const fault = next();
      if (fault === "lost") throw new TypeError("no line");
      if (fault === "busy") return json(503, { code: "busy" });
      if (fault === "signedOut") return json(401, { code: "notSignedIn" });
      if (fault === "portal") return new Response("<html>Masuk dulu</html>", { status: 403 });
      const given = await answer(input as string, init);
      if (fault === "answerLost") throw new TypeError("the line broke");
      if (fault === "garbled") return new Response('{"version":', { status: 200 });
      return fault === "broken" ? json(500, { code: "internal" }) : given;
    },
  };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}
