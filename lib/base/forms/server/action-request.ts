import { isForeign } from "@/lib/base/server/origin";

import { isReply, isReplyPart } from "./action-reply";

/** What next.config.js lets an action take. */
export const actionBodyLimit = 6 * 1024 * 1024;

const actionId = /^[0-9a-f]{42}$/;

/**
 * The status that a request for a server action is refused with before Next reads it; null: it is
 * one that our pages send, or no call of an action at all. Next answers 500 to a call that it
 * cannot read, and to one from another site.
 */
export async function actionRefusal(request: Request): Promise<400 | 403 | 404 | 413 | null> {
  const { headers, method } = request;
  const id = headers.get("next-action");
  const type = headers.get("content-type") ?? "";
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type);
  if (method !== "POST" || (id === null && !isForm)) return null;

  // Next's own check believes X-Forwarded-Host.
  if (isForeign(headers)) return 403;
  if (id !== null && !actionId.test(id)) return 404;
  if (Number(headers.get("content-length") ?? 0) > actionBodyLimit) return 413;
  const body = await request.arrayBuffer();
  if (body.byteLength > actionBodyLimit) return 413;

  if (id !== null && /^text\/plain\b/i.test(type)) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
    return isReply(
      text,
      () => false,
      () => undefined,
    )
      ? null
      : 400;
  }
  const form = await readForm(body, type);
  if (form === null || ![...form].every(isNamedPlainly)) return 400;
  return (id === null ? isPlainForm(form) : isCall(form)) ? null : 400;
}

/** null: it is no form, or ends before its end. */
async function readForm(body: ArrayBuffer, type: string): Promise<FormData | null> {
  if (!/^multipart\/form-data/i.test(type)) return null;
  return new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
}

/** Next's reader of forms takes no control character in the head of a part, and no head of 16 KB. */
function isNamedPlainly([name, value]: readonly [string, FormDataEntryValue]): boolean {
  const head = typeof value === "string" ? name : name + value.name + value.type;
  return head.length <= 4_000 && !/\p{Cc}/u.test(head);
}

/** A form without scripts: React's hidden fields name one action, and the state that it had. */
function isPlainForm(form: FormData): boolean {
  const names = [...form.keys()].filter((name) => name.startsWith("$ACTION_"));
  const called = names.filter((name) => /^\$ACTION_(ID|REF)_/.test(name));
  if (called.length !== 1 || new Set(names).size !== names.length) return false;

  return names.every((name) => {
    const value = form.get(name);
    if (typeof value !== "string") return false;
    if (name === "$ACTION_KEY") return true;
    const [, id] = /^\$ACTION_ID_(.*)$/s.exec(name) ?? [];
    if (id !== undefined) return actionId.test(id);
    const [, reference] = /^\$ACTION_REF_(\d{1,3})$/.exec(name) ?? [];
    if (reference !== undefined) return isReference(form, reference);
    const [, of = "", part = ""] = /^\$ACTION_(\d{1,3}):(\d{1,3})$/.exec(name) ?? [];
    return part === "0" ? true : isReplyPart(value, part, ...lookUp(form, `$ACTION_${of}:`));
  });
}

function isReference(form: FormData, reference: string): boolean {
  const named = fromJson(form.get(`$ACTION_${reference}:0`));
  if (typeof named !== "object" || named === null) return false;
  const { id, bound } = { id: undefined, bound: undefined, ...named };
  if (typeof id !== "string" || !actionId.test(id)) return false;
  if (bound === null || bound === undefined) return true;
  const [, part] = (typeof bound === "string" && /^\$@(\d{1,3})$/.exec(bound)) || [];
  return part !== undefined && Array.isArray(fromJson(form.get(`$ACTION_${reference}:${part}`)));
}

/** A call by a page's script: field 0 lists the arguments, and names the fields of their forms. */
function isCall(form: FormData): boolean {
  const listed = form.getAll("0");
  const others = [...form.keys()].filter((name) => name !== "0");
  if (listed.length !== 1 || typeof listed[0] !== "string") return false;
  // React names the fields of form 1 "_1_…".
  if (others.some((name) => !/^_?[0-9a-f]{1,4}_/.test(name))) return false;
  return isReply(listed[0], ...lookUp(form, ""));
}

/** Whether a form of that number came along, and the value of a part. */
function lookUp(form: FormData, prefix: string) {
  return [
    (part: string) =>
      [`${prefix}_${part}_`, `${prefix}${part}_`].some((start) =>
        [...form.keys()].some((name) => name.startsWith(start)),
      ),
    (part: string) => fromJson(form.get(prefix + part)),
  ] as const;
}

function fromJson(text: FormDataEntryValue | null): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
