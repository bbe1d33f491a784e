import { z } from "zod";

import { limits } from "@/lib/base/limits";

import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { problemAnswerSchema } from "./schema";

type Json = Readonly<Record<string, unknown>>;

const meanings: Readonly<Record<number, string>> = {
  302: "Signed in, with a session cookie; without one the name or password was wrong",
  400: "The body is not JSON",
  401: "No session, or one that is over",
  403: "Not allowed, or a write from a page of another site",
  404: "Nothing there for this caller",
  409: "In conflict with what is stored",
  412: "Changed since the ETag of If-Match",
  413: `The body is above ${String(limits.bodyMegabytes)} MB`,
  429: "Too many wrong passwords, or too much written in a minute; Retry-After says how long to wait",
  422: "The input does not fit; `problems` says where",
  428: "No If-Match",
  500: "A defect; quote the id",
  503: "The database cannot be reached",
};

/** OpenAPI 3.1 of the interface, made from the schemas that the routes themselves parse with. */
export function describeApi(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Cakupan",
      version: "1",
      description:
        "Sign in as the pages do: GET /api/auth/csrf, then POST /api/auth/callback/credentials " +
        "with csrfToken, username and password as a form; keep the cookies. " +
        "An ETag holds until the campaign is written to or its day ends.",
    },
    paths: pathsOf(Object.values(endpoints)),
    components: {
      schemas: { Problem: jsonSchema(problemAnswerSchema, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
    },
  };
}

function pathsOf(all: readonly Endpoint[]): Record<string, Json> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of all) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(endpoint);
  }
  return paths;
}

function operationOf(endpoint: Endpoint): Json {
  const { operation, rule, summary, bodyType, answer } = endpoint;
  const body = bodySchema(endpoint);
  return {
    operationId: operation,
    summary,
    "x-rule": rule,
    security: rule === "public" ? [] : [{ session: [] }],
    parameters: [
      ...pathParameters(endpoint),
      ...queryParameters(endpoint),
      ...(endpoint.isPersonal ? [personParameter] : []),
      ...(endpoint.isConditional || (endpoint.isTagged && endpoint.body)
        ? [endpoint.isConditional === "ifSent" ? optionalCondition : conditionParameter]
        : []),
    ],
    ...(body ? { requestBody: { required: true, content: content(body, bodyType) } } : {}),
    responses: {
      [answer.status]: {
        description: meanings[answer.status] ?? "Done",
        ...(answer.status === 302 ? {} : { content: content(jsonSchema(answer.schema, "output")) }),
      },
      ...(endpoint.isKept ? { 304: { description: "Unchanged since the ETag" } } : {}),
      ...Object.fromEntries(
        endpoint.problems.map((status) => [
          status,
          {
            description: meanings[status],
            content: {
              "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
            },
          },
        ]),
      ),
    },
  };
}

const personParameter: Json = {
  name: "X-Cakupan-Person",
  in: "header",
  required: false,
  description: "Id of the account that is meant. Another than who is signed in is rejected.",
  schema: { type: "string", format: "uuid" },
};

const conditionParameter: Json = {
  name: "If-Match",
  in: "header",
  required: true,
  description:
    'The ETag that was read: another by now is answered 412, none at all 428. "*": whatever stands.',
  schema: { type: "string" },
};

const optionalCondition: Json = {
  ...conditionParameter,
  required: false,
  description: "The ETag of the campaign that was read: another by now is answered 412.",
};

const addressMeaning =
  "As the list of campaigns names it: the slug, after its kabupaten's code and a dot where the " +
  "caller reads several of that slug (62.03.bian-2026). The slug alone is then answered 409, with " +
  "the addresses in `campaigns`.";

function pathParameters({ path }: Endpoint): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    ...(name === "slug" && { description: addressMeaning }),
    schema: { type: "string" },
  }));
}

function queryParameters({ query }: Endpoint): Json[] {
  const shape: Readonly<Record<string, z.core.$ZodType>> = query?.shape ?? {};
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: jsonSchema(schema, "input"),
  }));
}

function bodySchema({ body, otherBody }: Endpoint): Json | null {
  if (!body) return null;
  if (!otherBody) return jsonSchema(body, "input");
  return { oneOf: [jsonSchema(body, "input"), jsonSchema(otherBody.schema, "input")] };
}

function content(schema: Json, type = "application/json"): Json {
  return { [type]: { schema } };
}

/**
 * Dialect and version are OpenAPI's own and stand at its head. What is sent has no field that is not
 * described; what is answered may get more with a later version.
 */
function jsonSchema(schema: z.core.$ZodType, io: "input" | "output"): Json {
  const described = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema: part }) => {
      if (io === "input" && part.properties) part.additionalProperties = false;
    },
  });
  delete described.$schema;
  return { ...described };
}
