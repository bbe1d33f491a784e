import { isRecord } from "@/lib/base/forms/unknown-object";

import { askServer, type Exchange, type ExchangeAnswer } from "./exchange";
import { packed } from "./packed";
import type { LiveRecord, RecordProblem } from "./record-mutation";

/** What came of a request about a record. */
export type RecordAnswer<Body> =
  | Exclude<ExchangeAnswer<Body>, { readonly kind: "unreadable" | "notAllowed" | "noCampaign" }>
  /** Our own server will not have it as it is, and says why. */
  | {
      readonly kind: "rejected";
      readonly status: number;
      readonly problems: readonly RecordProblem[];
    };

/** Sends one record. Never throws. */
export async function putRecord(
  wire: Exchange,
  { id, version, address, body }: LiveRecord,
): Promise<RecordAnswer<{ readonly version: number }>> {
  const text = JSON.stringify({ ...body, sent: id, version });
  const { body: packedBody, headers } = await packed(text);
  const answer = await askServer(
    wire,
    wire.baseUrl + address,
    (read) =>
      isRecord(read) && typeof read["version"] === "number" ? { version: read["version"] } : null,
    { method: "PUT", headers, body: packedBody },
  );
  return toldOf(answer);
}

/** Reads back what the server has of what was sent under an id. Never throws. */
export async function readSent(
  wire: Exchange,
  { id, district }: LiveRecord,
): Promise<RecordAnswer<Readonly<Record<string, unknown>>>> {
  const query = new URLSearchParams({ district }).toString();
  const answer = await askServer(
    wire,
    `${wire.baseUrl}/api/v1/sent-records/${id}?${query}`,
    (read) => (isRecord(read) && isRecord(read["body"]) ? read["body"] : null),
    { cache: "no-store" },
  );
  return toldOf(answer);
}

/** A word of our own server about this record alone; what is broken for everybody stays so. */
function toldOf<Body>(answer: ExchangeAnswer<Body>): RecordAnswer<Body> {
  switch (answer.kind) {
    case "unreadable":
    case "notAllowed":
    case "noCampaign":
    case "broken": {
      const { told } = answer;
      if (!told || (answer.kind === "broken" && told.status !== 409)) return { kind: "broken" };
      const problems = told.fields.length > 0 ? told.fields : [{ field: "", code: told.code }];
      return { kind: "rejected", status: told.status, problems };
    }
    default:
      return answer;
  }
}
